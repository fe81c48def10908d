/** Data files in the real VS Code: from the question over an unknown file to the values, and 6 GB as quickly as 6 MB. */
import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import type { Hdf5Client } from '../../formats/hdf5/client.node';
import { abf2File } from '../support/abfFile';
import { testHdf5Client } from '../support/hdf5';
import { writeSparseHdf5 } from '../support/sparseHdf5';
import { Workbench } from './workbench';

const COUNT = 1_500_000_000;

describe('data files', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  let view: FrameLocator;
  let client: Hdf5Client;

  before(async () => {
    workbench = await Workbench.open();
    view = workbench.view();
    client = testHdf5Client();
    await client.create(workbench.pathOf('circuit/values.h5'), {
      attributes: [{ name: 'author', values: '<b>nobody</b>' }],
      groups: {
        cells: { datasets: { ids: { values: BigInt64Array.of(2n ** 60n + 1n, 7n) } } },
      },
      datasets: { table: { values: Float64Array.from({ length: 300 }, (_, i) => Math.sin(i / 20)), shape: [300] } },
    });
    await writeSparseHdf5(client, workbench.pathOf('circuit/large.h5'), COUNT, { 0: 1.5, 10: -3, [COUNT - 1]: 2.5 });
    const wave = Array.from({ length: 400 }, (_, i) => [Math.round(1000 * Math.sin(i / 30))]);
    workbench.write(
      'circuit/recording.abf',
      abf2File({ sweeps: [wave, wave.map(([value = 0]) => [value * 2])], channels: [{ name: 'IN 0', unit: 'mV' }] }),
    );
  });

  after(async () => {
    await client.dispose();
    await workbench.close();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.picture(`failed-${this.currentTest.title.slice(0, 40)}`);
  });

  it('are offered where VS Code shows an HDF5 file as binary', async () => {
    await workbench.openView('circuit/values.h5');
    const question = workbench.page.locator('.notification-list-item', { hasText: 'Open HDF5 files with BBP Data?' });
    await question.waitFor();
    await question.getByRole('button', { name: 'Always' }).click();
    await view.locator('.file-name', { hasText: 'values.h5' }).waitFor();
    await view.locator('.file-title', { hasText: 'HDF5 · 1 group, 1 dataset' }).waitFor();
  });

  it('show their tree, attributes and values', async () => {
    await view.getByRole('treeitem', { name: /cells/ }).first().click();
    await workbench.page.keyboard.press('ArrowRight');
    await view.getByRole('treeitem', { name: /ids/ }).first().click();
    await view.getByText('1152921504606846977').first().waitFor();
    await view.getByRole('treeitem', { name: /table/ }).first().click();
    await view.locator('canvas').first().waitFor();
    await workbench.picture('data-hdf5');
  });

  it('are read again when they change', async () => {
    await client.create(workbench.pathOf('circuit/values.h5'), {
      datasets: { later: { values: Float32Array.of(4.25, 5) } },
    });
    await view.locator('.file-title', { hasText: 'HDF5 · 1 dataset' }).waitFor();
    await view.getByRole('treeitem', { name: /later/ }).first().click();
    await view.getByText('4.25').first().waitFor();
  });

  it('of 6 GB send the page no more than it shows', async () => {
    await workbench.openView('circuit/large.h5');
    await view.locator('.file-name', { hasText: 'large.h5' }).waitFor();
    await view.locator('body').evaluate(countMessages);
    await view
      .getByRole('treeitem', { name: /signal/ })
      .first()
      .click();
    await view.locator('canvas').first().waitFor();
    await workbench.picture('data-large');
    const crossed = await view.locator('body').evaluate(() => (window as unknown as Counting).crossed);
    assert.ok(crossed < 2_000_000, `${crossed} bytes crossed to the page`);
  });

  it('of Axon show their sweeps', async () => {
    await workbench.openView('circuit/recording.abf');
    await view.locator('.file-title', { hasText: '2 sweeps' }).waitFor();
    await view.locator('canvas').first().waitFor();
    await workbench.picture('data-abf');
  });

  it('that are none say what they are', async () => {
    workbench.write('circuit/text.nwb', 'just words\n');
    await workbench.openView('circuit/text.nwb');
    await view.getByText('it is text, and begins with “just words”').waitFor();
  });
});

interface Counting {
  crossed: number;
}

/** Runs in the page: adds up what comes to it from now on, in bytes. */
function countMessages(): void {
  const counting = window as unknown as Counting;
  counting.crossed = 0;
  const size = (value: unknown): number => {
    if (ArrayBuffer.isView(value)) return value.byteLength;
    if (typeof value === 'string') return value.length;
    if (typeof value !== 'object' || value === null) return 8;
    return Object.values(value).reduce<number>((sum, part) => sum + size(part), 0);
  };
  window.addEventListener('message', ({ data }) => {
    counting.crossed += size(data);
  });
}
