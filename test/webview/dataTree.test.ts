/** The data page with an HDF5 file: tree, attributes, table, line, heat map; and what was asked for. */
import assert from 'node:assert/strict';
import type { DataSaid } from './support/dataExtension';
import { DataPage } from './support/dataPage';

interface Read {
  readonly path: string;
  readonly selection: readonly { readonly start: number; readonly end: number; readonly step?: number }[];
}
const reads = (said: readonly DataSaid[]): readonly Read[] => said.map(({ params }) => params as Read);

describe('data page: HDF5', () => {
  let view: DataPage;
  const open = async (...given: Parameters<typeof DataPage.open>): Promise<DataPage> =>
    (view = await DataPage.open(...given));
  const choose = async (name: string): Promise<void> => {
    await view.treeRow(name).click();
    await view.page.locator('.object-path', { hasText: `/${name}` }).waitFor();
  };
  afterEach(async () => {
    await view.close();
  });

  it('opens on a line of the first dataset, read at one part a pixel', async () => {
    await open('plain');
    await view.page.locator('.uplot canvas').waitFor();
    assert.equal(await view.page.locator('h1').textContent(), 'plain.h5');
    const { pixels, colors } = await view.drawn('.uplot canvas');
    assert.ok(pixels > 5000 && colors > 1, `${pixels} pixels, ${colors} colours`);
    const asked = (await view.said('data/minMax')).map(({ params }) => params as { bins: number });
    assert.equal(asked.length, 1);
    assert.ok((asked[0]?.bins ?? 1e9) < 1200);
    assert.deepEqual(await view.said('data/read'), []);
    await view.screenshot('data-line');
  });

  it('shows attributes as text, enums by name, references as links, long ones clipped', async () => {
    await open('plain');
    const { page } = view;
    const row = (name: string): ReturnType<typeof page.locator> =>
      page.locator('.attributes tr', { has: page.getByRole('rowheader', { name, exact: true }) });
    await row('unit').waitFor();
    assert.equal(await row('unit').locator('.attribute-value').textContent(), 'mV');
    assert.equal(await row('about').locator('.attribute-value').textContent(), '<b id="planted">not HTML</b>');
    assert.equal(await page.locator('#planted').count(), 0);
    assert.equal(await row('side').locator('.attribute-value').textContent(), 'right');
    assert.equal((await row('history').locator('.value-text').textContent())?.length, 200);
    await row('history')
      .getByRole('button', { name: /show all/ })
      .click();
    assert.equal((await row('history').locator('.value-text').textContent())?.length, 500);
    await row('times').getByRole('button', { name: '/cells/ids' }).click();
    await page.locator('.object-path', { hasText: '/cells/ids' }).waitFor();
  });

  it('asks for the rows in sight only, of a group with 100 000 children', async () => {
    await open('plain');
    const { page } = view;
    await view.treeRow('many').locator('.tree-twistie').click();
    await view.treeRow('item0').waitFor();
    await page.getByRole('tree', { name: 'Contents of the file' }).focus();
    await page.keyboard.press('End');
    await view.treeRow('gone').waitFor();
    await page.keyboard.press('ArrowUp');
    await view.treeRow('item99999').waitFor();
    const pages = await view.said('data/children');
    assert.ok(pages.length <= 6, `${pages.length} pages of names`);
    const rows = (await view.said('data/rows')).flatMap(({ params }) => (params as { paths: string[] }).paths);
    assert.ok(rows.length < 200, `${rows.length} rows`);
    assert.ok((await page.locator('.tree-row').count()) < 100);
    assert.equal(await view.treeRow('item99999').getAttribute('aria-setsize'), '100000');
  });

  it('shows where links lead, and why one leads nowhere', async () => {
    await open('plain');
    await view.page.locator('.tree-row.broken', { hasText: 'other.h5:/edges' }).waitFor();
    await view.treeRow('gone').click();
    await view.page.getByText('The file other.h5 is missing.', { exact: true }).waitFor();
    await view.page.getByRole('button', { name: 'Follow the link' }).click();
    assert.deepEqual((await view.waitForSaid('data/followExternal'))[0]?.params, { path: '/gone' });
  });

  it('walks the tree by keys and typed letters', async () => {
    await open('plain');
    const { page } = view;
    await view.treeRow('voltage').waitFor();
    await page.getByRole('tree', { name: 'Contents of the file' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.type('po');
    await page.keyboard.press('Enter');
    await page.locator('.object-path', { hasText: '/cells/points' }).waitFor();
  });

  it('shows 1e7 rows in a table that reads blocks in sight, with NaN as NaN', async () => {
    await open('plain');
    const { page } = view;
    await page.getByRole('combobox', { name: 'View' }).selectOption('table');
    await page.locator('.grid-cell', { hasText: 'NaN' }).waitFor();
    assert.equal(await view.cell(7).textContent(), 'NaN');
    assert.equal(await view.cell(0).textContent(), '1');
    assert.deepEqual(
      reads(await view.said('data/read')).map(({ selection }) => selection),
      [[{ start: 0, end: 256 }]],
    );
    await page.getByRole('grid', { name: 'Values of /cells/voltage' }).focus();
    await page.keyboard.press('End');
    await page.waitForFunction(() => document.querySelector('[data-row="9999999"]')?.textContent === '0.998');
    const asked = reads(await view.said('data/read')).flatMap(({ selection }) => selection);
    assert.ok(asked.length <= 4 && asked.every(({ start, end }) => end - start <= 256), JSON.stringify(asked));
    await view.screenshot('data-table');
  });

  it('keeps 64-bit integers exact, and shows compounds by column with enums by name', async () => {
    await open('plain');
    await view.treeRow('ids').waitFor();
    await choose('ids');
    await view.page.locator('.grid-cell', { hasText: '9007199254740993' }).waitFor();
    await choose('points');
    await view.page.waitForFunction(
      () => document.querySelector('[data-row="3"][data-column="1"]')?.textContent === 'right',
    );
    assert.equal(await view.cell(3, 0).textContent(), '1.5');
    assert.deepEqual(await view.page.locator('.grid-title').allTextContents(), ['x', 'side']);
  });

  it('sorts and filters a bounded part, and says so', async () => {
    await open('plain');
    const { page } = view;
    await page.getByRole('combobox', { name: 'View' }).selectOption('table');
    await page.getByRole('button', { name: 'Sort and filter' }).click();
    await page.getByText(/Sorts and filters rows 0 to 9.999 of 10.000.000 only/).waitFor();
    await page.getByRole('searchbox', { name: 'Filter the rows' }).fill('>= 1');
    await page.getByText(/: [45] shown/).waitFor();
  });

  it('draws a plane as colours, cut by a slider', async () => {
    await open('plain');
    await view.treeRow('report').waitFor();
    await choose('report');
    await view.page.getByText('0 dark to 31 bright').waitFor();
    await view.page.waitForFunction(() => document.querySelector<HTMLCanvasElement>('canvas.fill')?.width);
    const { colors } = await view.drawn('canvas.fill');
    assert.ok(colors >= 30, `${colors} colours`);
    await view.page.getByRole('spinbutton', { name: 'Dimension 0: index' }).fill('2');
    await view.page.getByRole('spinbutton', { name: 'Dimension 0: index' }).press('Enter');
    const last = reads(await view.waitForSaid('data/read', 2)).at(-1);
    assert.deepEqual(last?.selection[0], { start: 2, end: 3 });
    await view.screenshot('data-heat-map');
  });

  it('shows a slice of a line of more than 256 MB, and says so', async () => {
    await open('plain');
    await view.treeRow('huge').waitFor();
    await choose('huge');
    await view.page.getByText(/This view would read 3.2 GB/).waitFor();
    const [asked] = reads(
      (await view.waitForSaid('data/minMax', 1)).filter(({ params }) => (params as Read).path === '/cells/huge'),
    );
    assert.deepEqual(asked?.selection, [{ start: 0, end: 33_554_432 }]);
  });

  it('zooms by keys and reads again, and copies what is shown as Python', async () => {
    await open('plain');
    await view.page.locator('.uplot canvas').waitFor();
    await view.page.locator('.line-plot').focus();
    await view.page.keyboard.press('+');
    const said = await view.waitForSaid('data/minMax', 2);
    const [range] = (said[1]?.params as Read).selection;
    // The middle half of 10 000 000 values.
    assert.ok(Math.abs((range?.start ?? 0) - 2_500_000) < 10 && Math.abs((range?.end ?? 0) - 7_500_000) < 10);
    await view.say((extension) => {
      extension.command('copySnippet');
    });
    const [copied] = await view.waitForSaid('data/copy');
    assert.match(
      (copied?.params as { text: string }).text,
      /file\["\/cells\/voltage"\]\n[^\n]*\n *values = dataset\[(2500|2499)\d{3}:(7500|7499)\d{3}\]/,
    );
  });

  it('shows JSON set out as text, and a null dataspace as empty', async () => {
    await open('plain');
    await view.treeRow('notes').waitFor();
    await choose('notes');
    await view.page.locator('.text-value', { hasText: '"a"' }).waitFor();
    assert.equal(await view.page.locator('.text-value').textContent(), '{\n  "a": [\n    1,\n    2\n  ]\n}');
    await choose('nothing');
    await view.page.getByText('There are no values. Its dataspace is null.').waitFor();
  });

  it('counts values in a histogram of a sample, which is said', async () => {
    await open('plain');
    await view.page.getByRole('combobox', { name: 'View' }).selectOption('histogram');
    await view.page.getByText(/a sample: 1.000.000 of 10.000.000 values, in 8 pieces · 1 not finite/).waitFor();
    // Drawn with the next frame.
    await view.page.locator('.plot-holder rect').nth(59).waitFor();
    assert.equal(await view.page.locator('.plot-holder rect').count(), 60);
  });

  it('finds objects, and shows the one that is chosen', async () => {
    await open('plain');
    await view.page.getByRole('searchbox', { name: 'Search the file by path or name' }).fill('repo');
    await view.page.getByRole('button', { name: '/cells/report' }).click();
    await view.page.locator('.object-path', { hasText: '/cells/report' }).waitFor();
    assert.deepEqual(
      (await view.said('data/search')).map(({ params }) => params),
      [{ text: 'repo', limit: 200 }],
    );
  });

  it('shows a failed read in its place, and reads again', async () => {
    await open('plain');
    await view.treeRow('report').waitFor();
    await view.say((extension) => {
      extension.failing = { path: '/cells/report', message: 'filter 32013 is missing' };
    });
    await view.treeRow('report').click();
    await view.page.getByText('filter 32013 is missing').waitFor();
    await view.say((extension) => {
      extension.failing = null;
    });
    await view.page.getByRole('button', { name: 'Retry' }).click();
    await view.page.getByText('0 dark to 31 bright').waitFor();
  });

  it('cancels a slow read', async () => {
    await open('plain');
    await view.treeRow('report').waitFor();
    await view.page.locator('.uplot canvas').waitFor();
    await view.say((extension) => {
      extension.hold = true;
    });
    await view.treeRow('report').click();
    await view.page.getByRole('button', { name: 'Cancel' }).click();
    await view.waitForSaid('$/cancelRequest');
    await view.say((extension) => {
      extension.release();
    });
    await view.page.getByRole('button', { name: 'Read again' }).click();
    await view.page.getByText('0 dark to 31 bright').waitFor();
  });

  it('keeps view and selection over a reload and a changed file', async () => {
    await open('plain');
    await view.treeRow('report').waitFor();
    await choose('report');
    await view.page.getByRole('combobox', { name: 'View' }).selectOption('table');
    await view.waitForState('"view":"table"');
    await view.page.reload();
    await view.page.getByRole('grid', { name: 'Values of /cells/report' }).waitFor();
    await view.say((extension) => {
      extension.change('changed');
    });
    await view.page.getByText('The file is being written.').waitFor();
    await view.page.getByRole('grid', { name: 'Values of /cells/report' }).waitFor();
    assert.equal(await view.treeRow('report').getAttribute('aria-selected'), 'true');
  });

  it('saves shown numbers as NPY', async () => {
    await open('plain');
    await view.treeRow('report').waitFor();
    await choose('report');
    await view.page.getByText('0 dark to 31 bright').waitFor();
    await view.say((extension) => {
      extension.command('exportNpy');
    });
    const [saved] = (await view.waitForSaid('data/export')).map(
      ({ params }) => params as { suggestedName: string; content: Uint8Array },
    );
    assert.equal(saved?.suggestedName, 'plain-report.npy');
    assert.match(new TextDecoder().decode(saved.content.slice(10, 74)), /'<f4'.*\(1, 64, 32\)/);
    assert.equal(saved.content.length, 128 + 64 * 32 * 4);
  });

  it('says why a file cannot be shown, and what to do', async () => {
    await open('failure');
    await view.page.getByText('It is a pointer of Git LFS.').waitFor();
    await view.page.getByText(/git lfs pull/).waitFor();
  });

  it('stacks where it is narrow, and has a name for every control', async () => {
    await open('plain', { width: 400, theme: 'light' });
    const { page } = view;
    await page.locator('.uplot canvas').waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 400);
    const nameless = await page
      .locator('button:visible, select:visible, input:visible')
      .evaluateAll(
        (all) =>
          all.filter((each) => !each.getAttribute('aria-label') && !each.textContent.trim() && !each.closest('label'))
            .length,
      );
    assert.equal(nameless, 0);
    await view.screenshot('data-narrow');
  });
});
