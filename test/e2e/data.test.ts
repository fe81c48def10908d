/** Data files in the real VS Code: from the question over an unknown file to the values, and 6 GB as quickly as 6 MB. */
import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import type { Hdf5Client } from '../../formats/hdf5/client.node';
import type { Hdf5Description, Hdf5NewAttribute, Hdf5NewGroup } from '../../formats/hdf5/description';
import { abf2File } from '../support/abfFile';
import { testHdf5Client } from '../support/hdf5';
import { writeSparseHdf5 } from '../support/sparseHdf5';
import { Workbench } from './workbench';

const COUNT = 1_500_000_000;
const CORPUS = process.env['BBP_SHARED'];

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
    await client.create(workbench.pathOf('circuit/steps.nwb'), stepsRecording(7));
    if (CORPUS) {
      copyFileSync(path.join(CORPUS, 'corpus/nwb/bluepyefe/99111002.nwb'), workbench.pathOf('circuit/real.nwb'));
    }
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
    await workbench.picture('data-dark');
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

  it('of neurophysiology show their sweeps over the stimulus', async () => {
    await workbench.openView('circuit/steps.nwb');
    await view.locator('.file-title', { hasText: /^NWB 2\.4 · .*7 sweeps$/ }).waitFor();
    await view.getByText('7 sweeps shown').waitFor();
    await sweepsAreDrawn();
    await workbench.toggleSideBar();
    await workbench.picture('recording-dark');
    await workbench.toggleSideBar();
  });

  it('of a real neuron show theirs', async function () {
    if (!CORPUS) this.skip();
    await workbench.openView('circuit/real.nwb');
    await view.locator('.file-title', { hasText: 'NWB 2.4 · intracellular, current clamp · 16 sweeps' }).waitFor();
    await view.getByText('16 sweeps shown').waitFor();
    await sweepsAreDrawn();
  });

  /** Voltage over current: the columns of the values have the units of the axes. */
  async function sweepsAreDrawn(): Promise<void> {
    for (const plot of ['.sweep-plots > .plot-area:first-child', '.stimulus-area']) {
      await view.locator(`${plot} canvas`).first().waitFor();
      const places = await workbench.colouredPlaces(view.locator(`${plot} .u-over`).first());
      assert.ok(places.length > 500, `${plot}: ${places.length} coloured pixels`);
    }
    const heads = await view.locator('.sweep-side .table-head').first().textContent();
    assert.match(heads ?? '', /Step\s*pA.*Peak\s*mV/);
  }

  it('that are none say what they are', async () => {
    workbench.write('circuit/text.nwb', 'just words\n');
    await workbench.openView('circuit/text.nwb');
    await view.getByText('it is text, and begins with “just words”').waitFor();
  });
});

/** Steps of current into a membrane, as a NWB file of version 2 has them; the spikes are drawn, not computed. */
function stepsRecording(count: number): Hdf5Description {
  const [rate, length] = [10_000, 8000];
  const named = (type: string): readonly Hdf5NewAttribute[] => [{ name: 'neurodata_type', values: type }];
  const series = (type: string, unit: string, conversion: number, value: (i: number) => number): Hdf5NewGroup => ({
    attributes: named(type),
    datasets: {
      data: {
        values: Float32Array.from({ length }, (_, i) => value(i)),
        attributes: [
          { name: 'unit', values: unit },
          { name: 'conversion', values: Float64Array.of(conversion), shape: [] },
        ],
      },
      starting_time: {
        values: Float64Array.of(0),
        shape: [],
        attributes: [
          { name: 'rate', values: Float64Array.of(rate), shape: [] },
          { name: 'unit', values: 'seconds' },
        ],
      },
    },
  });
  const acquisition: Record<string, Hdf5NewGroup> = {};
  const presentation: Record<string, Hdf5NewGroup> = {};
  for (let n = 1; n <= count; n++) {
    const current = 50 * (n - 3);
    const isOn = (i: number): boolean => i >= 1500 && i < 6000;
    const voltage = (i: number): number => {
      const since = (i - (isOn(i) ? 1500 : 6000)) / 200;
      const reached = 0.12 * current;
      if (i < 1500) return -75;
      const passive = -75 + (isOn(i) ? reached * (1 - Math.exp(-since)) : reached * Math.exp(-since));
      const phase = (i - 1500) % Math.round(60_000 / Math.max(current, 1));
      const fires = isOn(i) && current >= 100 && i > 1700 && phase < 25;
      return fires ? passive + 95 * Math.exp(-(((phase - 8) / 5) ** 2)) : passive;
    };
    acquisition[`ic__Step__${n}`] = series('CurrentClampSeries', 'volts', 1e-3, voltage);
    presentation[`ics__Step__${n}`] = series('CurrentClampStimulusSeries', 'amperes', 1e-12, (i) =>
      isOn(i) ? current : 0,
    );
  }
  const text = (value: string): { readonly values: readonly string[]; readonly shape: readonly number[] } => ({
    values: [value],
    shape: [],
  });
  return {
    attributes: [{ name: 'nwb_version', values: '2.4.0' }, ...named('NWBFile')],
    datasets: {
      identifier: text('steps'),
      session_description: text('Steps of current into an invented neuron'),
      session_start_time: text('2026-01-01T12:00:00+01:00'),
    },
    groups: { acquisition: { groups: acquisition }, stimulus: { groups: { presentation: { groups: presentation } } } },
  };
}

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
