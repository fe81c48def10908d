/** The data page with recordings: sweeps, measures, session, tables, units. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { DataPage } from './support/dataPage';

interface Asked {
  readonly id: string;
  readonly range: { readonly start: number; readonly end: number };
  readonly bins: number;
}

describe('data page: recordings', () => {
  let view: DataPage;
  const open = async (...given: Parameters<typeof DataPage.open>): Promise<DataPage> => {
    view = await DataPage.open(...given);
    await view.page.locator('.uplot canvas').first().waitFor();
    return view;
  };
  const asked = async (count = 0): Promise<readonly Asked[]> =>
    (await view.waitForSaid('data/trace', count)).map(({ params }) => params as Asked);
  const box = (name: string): Locator => view.treeRow(name).locator('.tree-check');
  const rows = async (label: string): Promise<readonly (readonly (string | null)[])[]> => {
    const found = view.page.getByRole('grid', { name: label, exact: true }).locator('.table-body [role="row"]');
    await found.first().waitFor();
    return found.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  };
  afterEach(async () => {
    await view.close();
  });

  it('opens on the first repetition, response over stimulus, and reads no other sweep', async () => {
    await open('nwb');
    await view.page.getByText('3 sweeps shown').waitFor();
    const ids = (await asked()).map(({ id }) => id).sort();
    assert.deepEqual(ids, [0, 1, 2].flatMap((n) => [`/acquisition/response${n}`, `/acquisition/stimulus${n}`]).sort());
    assert.ok((await asked()).every(({ bins, range }) => bins < 1200 && range.end === 20_000));
    const [response, stimulus] = await view.page.locator('.line-plot').all();
    assert.ok(((await response?.boundingBox())?.y ?? 0) < ((await stimulus?.boundingBox())?.y ?? 0));
    for (const plot of ['.sweep-plots .plot-area:first-child canvas', '.stimulus-area canvas']) {
      const { pixels, colors } = await view.drawn(plot);
      assert.ok(pixels > 3000 && colors >= 4, `${plot}: ${pixels} pixels, ${colors} colours`);
    }
    await view.screenshot('data-sweeps-dark');
  });

  it('measures steps, peaks and spikes in mV and pA', async () => {
    await open('nwb');
    const measured = await rows('Measures of the sweeps');
    assert.deepEqual(
      measured.map(([name, step, , steady, spikes]) => [name, step, steady, spikes]),
      [
        ['sweep 0', '100', '−60', '0'],
        ['sweep 1', '200', '−59', '1'],
        ['sweep 2', '300', '−58', '2'],
      ],
    );
    assert.deepEqual(
      measured.map(([, , peak]) => peak),
      ['−60', '30', '30'],
    );
    await view.page.getByRole('img', { name: /I–V plot/ }).waitFor();
    assert.equal(await view.page.locator('.side-plot circle').count(), 6);
    await view.page.getByRole('combobox', { name: 'Plot' }).selectOption('spikes');
    await view.page.getByRole('img', { name: /Spike count/ }).waitFor();
    assert.equal(await view.page.locator('.side-plot circle').count(), 3);
  });

  it('overlays what is checked, by box, space and shift', async () => {
    await open('nwb');
    const { page } = view;
    await page.locator('.sweep-side [role="row"]').nth(3).waitFor();
    await box('sweep 3').click();
    await page.getByText('4 sweeps shown').waitFor();
    await page.locator('.sweep-side [role="row"]').nth(4).waitFor();
    assert.equal(await view.treeRow('IDrest').getAttribute('aria-checked'), 'mixed');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByText('5 sweeps shown').waitFor();
    await page.locator('.sweep-side [role="row"]').nth(5).waitFor();
    assert.equal(await view.treeRow('IDrest').getAttribute('aria-checked'), 'true');
    await view.treeRow('sweep 0').locator('.tree-name').click();
    await page.getByText('1 sweep shown').waitFor();
    await view.treeRow('sweep 2').click({ modifiers: ['Shift'] });
    await page.getByText('3 sweeps shown').waitFor();
    // Each trace was read once, though its sweep was hidden and shown again.
    const ids = (await asked()).map(({ id }) => id);
    assert.equal(ids.length, new Set(ids).size);
  });

  it('draws at most 50 sweeps, and says so', async () => {
    await open('nwb');
    await box('APWaveform').click();
    await view.page.getByText(/The first 50 of 63 sweeps shown/).waitFor();
    assert.equal((await asked(100)).length, 100);
  });

  it('zooms both plots to one window, and reads that window again', async () => {
    await open('nwb');
    await view.page.getByText('3 sweeps shown').waitFor();
    const before = (await asked()).length;
    await view.page.locator('.line-plot').first().focus();
    await view.page.keyboard.press('+');
    const zoomed = (await asked(before + 6)).slice(before);
    assert.equal(zoomed.length, 6);
    assert.ok(zoomed.every(({ range }) => range.start === 5000 && Math.abs(range.end - 15_000) <= 1));
    await view.waitForState('"zoom":{"low":500,"high":1500}');
    await view.page.keyboard.press('0');
    await view.waitForState('"zoom":null');
    await view.page.reload();
    await view.page.getByText('3 sweeps shown').waitFor();
  });

  it('lists the values that are drawn', async () => {
    await open('nwb');
    await view.page.getByRole('combobox', { name: 'Beside' }).selectOption('values');
    const [first = []] = await rows('Values of the sweeps');
    assert.equal(first[0], '0');
    assert.ok(Math.abs(Number(first[1]?.replace('−', '-')) + 70) < 1e-4, `${first[1]} mV`);
  });

  it('copies pynwb for what is shown, and pyABF for an ABF', async () => {
    await open('nwb');
    await view.page.getByText('3 sweeps shown').waitFor();
    await view.page.locator('.sweep-side [role="row"]').nth(2).waitFor();
    await view.say((extension) => {
      extension.command('copySnippet');
    });
    const text = ((await view.waitForSaid('data/copy'))[0]?.params as { text: string }).text;
    assert.match(text, /\("\/acquisition\/response2", 0, 20000\)/);
    assert.match(text, /series\.data\[start:end\] \* series\.conversion/);
    await view.close();
    await open('abf');
    assert.deepEqual(await view.page.getByRole('tab').allTextContents(), ['Sweeps', 'Session1']);
    await view.page.locator('.sweep-side [role="row"]').nth(2).waitFor();
    await view.say((extension) => {
      extension.command('copySnippet');
    });
    const abf = ((await view.waitForSaid('data/copy'))[0]?.params as { text: string }).text;
    assert.match(abf, /for sweep in \[0, 1, 2\]/);
  });

  it('saves the picture that is seen', async () => {
    await open('nwb');
    await view.page.locator('.sweep-side [role="row"]').nth(2).waitFor();
    await view.say((extension) => {
      extension.command('exportPng');
    });
    const [saved] = (await view.waitForSaid('data/export')).map(({ params }) => params as { content: Uint8Array });
    assert.deepEqual([...(saved?.content.slice(0, 4) ?? [])], [0x89, 0x50, 0x4e, 0x47]);
    assert.ok((saved?.content.length ?? 0) > 4000);
  });

  it('shows session and problems as text, and goes to a problem’s object', async () => {
    await open('nwb', { theme: 'light' });
    await view.screenshot('data-sweeps-light');
    await view.page.getByRole('button', { name: '1 problem: show' }).click();
    await view.page.getByText('<i>made up</i>', { exact: true }).waitFor();
    await view.page.getByText('The units are swapped.').waitFor();
    await view.screenshot('data-session-light');
    await view.page.getByRole('button', { name: '/cells/ids' }).click();
    await view.page.locator('.object-path', { hasText: '/cells/ids' }).waitFor();
    await view.page.locator('.tree-row[aria-selected="true"]', { hasText: 'ids' }).waitFor();
  });

  it('reads tables and units only when they are seen', async () => {
    await open('nwb');
    assert.deepEqual([...(await view.said('data/tableRows')), ...(await view.said('data/unitSpikes'))], []);
    assert.deepEqual(await view.said('data/children'), []);
    await view.page.getByRole('tab', { name: 'Tables' }).click();
    assert.deepEqual((await rows('intracellular_recordings'))[3], ['3', 'IDrest']);
    await view.page.getByRole('searchbox', { name: 'Filter the rows of the table' }).fill('idrest');
    await view.page.getByText(/^5 of 65 rows/).waitFor();
    await view.page.getByRole('tab', { name: 'Units' }).click();
    await view.page.getByText('3 of 3 units · 6 spikes').waitFor();
    assert.deepEqual(await rows('Units'), [
      ['0', '3', '0', '2'],
      ['1', '1', '0.5', '0.5'],
      ['2', '2', '1.5', '2'],
    ]);
    await view.page.waitForFunction(() => document.querySelector<HTMLCanvasElement>('.units canvas')?.width);
    assert.ok((await view.drawn('.units canvas')).pixels > 60);
    await view.screenshot('data-units');
  });
});
