/** The tabs and the card: values that can be worked out by hand, one selection in all, the keyboard. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { syntheticMorphology } from '../support/syntheticMorphology';
import { contentOf } from './support/content';
import { MorphologyPage } from './support/morphologyPage';
import { smallContent } from './support/smallCell';

/** Groups of thousands have a narrow space between them. */
const plain = (text: string): string => text.replaceAll('\u202f', ' ');

describe('tabs of the morphology page', () => {
  let view: MorphologyPage;
  const open = async (options: Parameters<typeof MorphologyPage.open>[0]): Promise<MorphologyPage> => {
    view = await MorphologyPage.open(options);
    await view.page.locator('h1').waitFor();
    return view;
  };
  afterEach(async () => {
    await view.close();
  });

  /** A row of a table that is not sorted. */
  const row = (table: string, index: number): Locator =>
    view.page.getByRole('grid', { name: table, exact: true }).locator(`.table-body [aria-rowindex="${index + 2}"]`);

  it('lists the sections beside the dendrogram', async () => {
    await open({ content: smallContent() });
    assert.deepEqual(await view.rows('Sections'), [
      ['0', 'axon', '30', '0', '', '0', '30', '1'],
      ['1', 'basal dendrite', '10', '0', '', '2', '10', '2'],
      ['2', 'basal dendrite', '20', '1', '1', '0', '30', '1.5'],
      ['3', 'basal dendrite', '5', '1', '1', '0', '15', '1.5'],
    ]);
  });

  it('shows the row of a section that was picked while another tab was open', async () => {
    await open({ content: contentOf(syntheticMorphology(4000)) });
    await view.tab('measures').click();
    await view.say((extension) => {
      extension.selectInText(150, null);
    });
    await view.page.getByRole('heading', { name: 'Section 150' }).waitFor();
    await view.tab('dendrogram').click();
    const row = view.page.getByRole('grid', { name: 'Sections' }).getByRole('row', { selected: true });
    await row.waitFor();
    assert.match((await row.textContent()) ?? '', /^150axon/);
    const [table, found] = [
      await view.page.getByRole('grid', { name: 'Sections' }).boundingBox(),
      await row.boundingBox(),
    ];
    assert.ok(table && found && found.y > table.y && found.y + found.height <= table.y + table.height);
  });

  it('sorts by a column, either way, and back', async () => {
    await open({ content: smallContent() });
    const head = view.page.getByRole('columnheader', { name: 'Length µm' });
    const sections = async (): Promise<readonly (string | undefined)[]> =>
      (await view.rows('Sections')).map(([section]) => section);
    await head.getByRole('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    assert.deepEqual(await sections(), ['3', '1', '2', '0']);
    await head.getByRole('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    assert.deepEqual(await sections(), ['0', '2', '1', '3']);
    await head.getByRole('button').click();
    assert.deepEqual(await sections(), ['0', '1', '2', '3']);
  });

  it('selects a row by keys, and tells the text of it', async () => {
    await open({ content: smallContent() });
    await view.page.getByRole('grid', { name: 'Sections' }).focus();
    await view.page.keyboard.press('ArrowDown');
    await view.page.getByRole('heading', { name: 'Section 1' }).waitFor();
    await view.page.keyboard.press('End');
    await view.page.getByRole('heading', { name: 'Section 3' }).waitFor();
    await view.page.keyboard.press('Enter');
    const picked = (await view.waitForSaid('morphology/sectionPicked', 3)).map(({ params }) => params);
    assert.deepEqual(picked, [
      { section: 1, open: false },
      { section: 3, open: false },
      { section: 3, open: true },
    ]);
  });

  it('opens the text by a double click', async () => {
    await open({ content: smallContent() });
    await row('Sections', 2).dblclick();
    const picked = (await view.waitForSaid('morphology/sectionPicked', 2)).map(({ params }) => params);
    assert.deepEqual(picked, [
      { section: 2, open: false },
      { section: 2, open: true },
    ]);
    assert.equal(await row('Sections', 2).getAttribute('aria-selected'), 'true');
  });

  it('walks the dendrogram by arrow keys', async () => {
    await open({ content: smallContent() });
    const dendrogram = view.page.getByRole('application', { name: /Dendrogram/ });
    await dendrogram.focus();
    const walk: readonly (readonly [key: string, section: number])[] = [
      ['Home', 0],
      ['ArrowRight', 1],
      ['ArrowUp', 2],
      ['ArrowRight', 3],
      ['ArrowDown', 1],
    ];
    for (const [key, section] of walk) {
      await view.page.keyboard.press(key);
      await view.page.getByRole('heading', { name: `Section ${section}` }).waitFor();
    }
    await view.page.getByRole('application', { name: /Dendrogram, section 1/ }).waitFor();
  });

  it('picks a section by a click on the dendrogram', async () => {
    await open({ content: smallContent() });
    // Fonts that come late may move the drawing between the look at it and the click: then both are done again.
    const heading = view.page.getByRole('heading', { name: 'Section 0' });
    for (let attempt = 0; attempt < 5 && !(await heading.isVisible()); attempt++) {
      const place = await placeOfColor('#4d9bff');
      await view.page.getByRole('application', { name: /Dendrogram/ }).click({ position: place });
      await heading.waitFor({ timeout: 3000 }).catch(() => undefined);
    }
    await heading.waitFor();
  });

  /** The middle of what has a colour on the dendrogram. */
  async function placeOfColor(color: string): Promise<{ readonly x: number; readonly y: number }> {
    const found = await view.page.waitForFunction((wanted) => {
      const canvas = document.querySelector<HTMLCanvasElement>('#panel-dendrogram canvas');
      const drawing = canvas?.getContext('2d');
      if (!canvas || !drawing || canvas.width === 0) return undefined;
      const { data, width } = drawing.getImageData(0, 0, canvas.width, canvas.height);
      const value = Number.parseInt(wanted.slice(1), 16);
      const places: number[] = [];
      for (let i = 0; i < data.length; i += 4) {
        const is = (data[i] ?? 0) * 65536 + (data[i + 1] ?? 0) * 256 + (data[i + 2] ?? 0);
        if (is === value && data[i + 3] === 255) places.push(i / 4);
      }
      const middle = places[Math.floor(places.length / 2)];
      return middle === undefined ? undefined : { x: middle % width, y: Math.floor(middle / width) };
    }, color);
    const place = await found.jsonValue();
    assert.ok(place);
    return place;
  }

  it('shows the card of a section, with ways to its parent and children', async () => {
    await open({ content: smallContent() });
    await row('Sections', 1).click();
    const card = view.page.getByRole('region', { name: 'Selection' });
    const facts = async (): Promise<Readonly<Record<string, string>>> =>
      card.locator('dl').evaluate((list) => {
        const terms = [...list.querySelectorAll('dt')];
        return Object.fromEntries(
          terms.map((term) => [term.textContent, (term.nextElementSibling?.textContent ?? '').trim()]),
        );
      });
    await view.page.getByRole('heading', { name: 'Section 1' }).waitFor();
    assert.deepEqual(await facts(), {
      Type: 'basal dendrite',
      'Branch order': '0',
      Length: '10 µm',
      'Path distance': '10 µm',
      'Mean diameter': '2 µm',
      Points: '2',
      Parent: 'none: a root section',
      Children: '2, 3',
      Line: '6',
    });
    await card.getByRole('button', { name: '3', exact: true }).click();
    await view.page.getByRole('heading', { name: 'Section 3' }).waitFor();
    assert.equal((await facts())['Parent'], '1');
    await card.getByRole('button', { name: 'Show in text' }).click();
    const said = await view.waitForSaid('morphology/sectionPicked', 3);
    assert.deepEqual(said.at(-1)?.params, { section: 3, open: true });
    await card.getByRole('button', { name: '1', exact: true }).click();
    await view.page.getByRole('heading', { name: 'Section 1' }).waitFor();
    await card.getByRole('button', { name: 'Clear the selection' }).click();
    await view.page.getByRole('heading', { name: 'Whole cell' }).waitFor();
    assert.deepEqual(
      await card
        .locator('tbody tr')
        .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent))),
      [
        ['axon', '1', '1', '30 µm'],
        ['basal dendrite', '1', '3', '35 µm'],
      ],
    );
  });

  it('measures by type and by neurite', async () => {
    await open({ content: smallContent() });
    await view.tab('measures').click();
    const rows = await view.rows('Measures by type of neurite');
    const measure = (title: string): readonly string[] => rows.find(([first]) => first === title)?.slice(1) ?? [];
    assert.deepEqual(measure('Sections'), ['', '4', '1', '3', 'number_of_sections']);
    assert.deepEqual(measure('Length'), ['µm', '65', '30', '35', 'total_length']);
    assert.deepEqual(measure('Tips'), ['', '3', '1', '2', 'number_of_leaves']);
    await view.panel('measures').getByLabel('Rows').selectOption('neurite');
    const neurites = await view.rows('Measures by neurite');
    assert.deepEqual(
      neurites.map((cells) => cells.slice(0, 7)),
      [
        ['0', 'axon', '1', '2', '0', '1', '30'],
        ['1', 'basal dendrite', '3', '3', '1', '2', '35'],
      ],
    );
    await view.panel('measures').getByRole('gridcell', { name: 'basal dendrite' }).click();
    await view.page.getByRole('heading', { name: 'Section 1' }).waitFor();
  });

  it('exports measures as CSV and copies them as JSON', async () => {
    await open({ content: smallContent() });
    await view.tab('measures').click();
    await view.rows('Measures by type of neurite');
    const panel = view.panel('measures');
    await panel.getByRole('button', { name: 'Export' }).click();
    await panel.getByRole('menuitem', { name: 'CSV of measures' }).click();
    const [exported] = await view.waitForSaid('morphology/export');
    const { suggestedName, content } = exported?.params as { suggestedName: string; content: string };
    assert.equal(suggestedName, 'small-measures.csv');
    assert.equal(content.split('\n')[0], 'Measure,Unit,all,axon,basal dendrite,NeuroM');
    assert.ok(content.split('\n').includes('Length,µm,65,30,35,total_length'));
    await panel.getByRole('button', { name: 'Export' }).click();
    await view.page.keyboard.press('End');
    await view.page.keyboard.press('Enter');
    const [copied] = await view.waitForSaid('morphology/copyText');
    const json = JSON.parse((copied?.params as { text: string }).text) as {
      measures: Record<string, { total_length?: number }>;
    };
    assert.equal(json.measures['basal_dendrite']?.total_length, 35);
  });

  it('counts the crossings of spheres around the soma', async () => {
    await open({ content: smallContent() });
    await view.tab('sholl').click();
    // Spheres of 5, 15, 25, … µm: the soma's radius and steps of 10 µm. At 15 µm the axon and the dendrite's trunk
    // cross; at 25 the axon, at its inner point in both segments, one branch, and the other at its very end.
    assert.deepEqual(await view.rows('Sholl crossings'), [
      ['5', '0', '0', '0'],
      ['15', '1', '1', '2'],
      ['25', '2', '2', '4'],
      ['35', '1', '0', '1'],
    ]);
    await view.panel('sholl').locator('svg polyline').first().waitFor();
    await view.panel('sholl').getByLabel('Step').selectOption('20');
    await view.panel('sholl').getByRole('gridcell', { name: '15', exact: true }).waitFor({ state: 'detached' });
    assert.deepEqual(
      (await view.rows('Sholl crossings')).map(([radius]) => radius),
      ['5', '25'],
    );
    await view.panel('sholl').getByRole('button', { name: 'Export' }).click();
    await view.panel('sholl').getByRole('menuitem', { name: 'SVG' }).click();
    const [exported] = await view.waitForSaid('morphology/export');
    const { suggestedName, content } = exported?.params as { suggestedName: string; content: string };
    assert.equal(suggestedName, 'small-sholl.svg');
    assert.match(content, /^<\?xml[^]*<text[^>]*>Crossings<\/text>[^]*<polyline/);
  });

  it('shows bars, and leads from a bar to its tip', async () => {
    await open({ content: smallContent() });
    await view.tab('persistence').click();
    // From the neurite's first point (10, 0): the tip at (25, 0) is 15 µm off, that at (20, 20) 22.36, the fork 10.
    const bars = [
      ['3', 'basal dendrite', '15', '10', '5'],
      ['2', 'basal dendrite', '22.36', '0', '22.36'],
      ['0', 'axon', '30', '0', '30'],
    ];
    assert.deepEqual(await view.rows('Bars'), bars);
    await view.panel('persistence').locator('rect[data-tip="3"]').click();
    await view.page.getByRole('heading', { name: 'Section 3' }).waitFor();
    await view.panel('persistence').getByLabel('Distance').selectOption('path_distances');
    assert.deepEqual((await view.rows('Bars'))[2], ['2', 'basal dendrite', '30', '0', '30']);
    await view.panel('persistence').getByLabel('Of', { exact: true }).selectOption('type 2');
    assert.equal((await view.rows('Bars')).length, 1);
    await view.panel('persistence').getByLabel('Show').selectOption('diagram');
    await view.panel('persistence').locator('circle[data-tip="0"]').click();
    await view.page.getByRole('heading', { name: 'Section 0' }).waitFor();
  });

  it('lists points, and leads from a point to its line', async () => {
    await open({ content: smallContent() });
    await view.tab('points').click();
    assert.equal((await view.rows('Points')).length, 9);
    await view.say((extension) => {
      extension.selectInText(2, 6);
    });
    await view.page.getByRole('heading', { name: 'Section 2' }).waitFor();
    assert.deepEqual(await view.rows('Points'), [
      ['2', '1', '20', '0', '0', '2', '7'],
      ['2', '2', '20', '20', '0', '1', '8'],
    ]);
    await view.page.getByRole('grid', { name: 'Points' }).focus();
    await view.page.keyboard.press('ArrowUp');
    await view.page.keyboard.press('Enter');
    const said = await view.waitForSaid('morphology/sectionPicked', 2);
    assert.deepEqual(said.at(-1)?.params, { section: 2, point: 5, open: true });
  });

  it('lists problems; the camera flies to one, and the text goes to its line', async () => {
    const problem = {
      code: 'morph/duplicate-point',
      level: 'warning',
      message: 'This point is the one before it.',
      place: { line: 7, section: 2, point: 6 },
    } as const;
    await open({ content: smallContent({ problems: [problem] }), reducedMotion: true });
    await view.page.getByRole('button', { name: '1 warning: show' }).click();
    assert.deepEqual(await view.rows('Problems of the file'), [
      ['warning', 'morph/duplicate-point', 'This point is the one before it.', '8', '2'],
    ]);
    await view.page.getByRole('gridcell', { name: 'morph/duplicate-point' }).click();
    await view.page.getByRole('heading', { name: 'Section 2' }).waitFor();
    const [said] = await view.waitForSaid('morphology/linePicked');
    assert.deepEqual(said?.params, { line: 7, open: false });
    await view.page.waitForFunction(() => {
      const state = window.extension.state() as { camera?: { target: readonly number[] } | null } | undefined;
      const [x = NaN, y = NaN] = state?.camera?.target ?? [];
      return Math.abs(x - 20) < 0.01 && Math.abs(y - 20) < 0.01;
    });
  });

  it('runs the checks after NeuroM once the tab is seen', async () => {
    await open({ content: smallContent() });
    await view.tab('problems').click();
    await view.page.getByText('No problems').waitFor();
    const results = new Map((await view.rows('Checks after NeuroM')).map(([result, title]) => [title, result]));
    assert.equal(results.get('Has axon'), 'pass');
    assert.equal(results.get('Has apical dendrite'), 'fail');
  });

  it('lists the worst problems first, and no check that is off', async () => {
    const place = { line: 2 };
    const problems = [
      { code: 'morph/duplicate-point', level: 'information', message: 'a note', place },
      { code: 'morph/zero-diameter', level: 'warning', message: 'a warning', place },
      { code: 'morph/missing-parent', level: 'error', message: 'an error', place },
    ] as const;
    const settings = { colors: {}, levels: { 'morph/check-has-apical-dendrite': 'off' } } as const;
    await open({ content: smallContent({ problems, settings }) });
    await view.tab('problems').click();
    assert.deepEqual(
      (await view.rows('Problems of the file')).map(([level]) => level),
      ['error', 'warning', 'information'],
    );
    const checks = (await view.rows('Checks after NeuroM')).map(([, title]) => title);
    assert.ok(checks.includes('Has axon'));
    assert.ok(!checks.includes('Has apical dendrite'));
  });

  it('chooses tabs by arrow keys, and closes the pane', async () => {
    await open({ content: smallContent() });
    await view.tab('dendrogram').focus();
    await view.page.keyboard.press('ArrowRight');
    assert.equal(await view.tab('measures').getAttribute('aria-selected'), 'true');
    assert.equal(await view.tab('measures').evaluate((tab) => tab === document.activeElement), true);
    await view.page.keyboard.press('End');
    await view.waitForState('tab', 'problems');
    await view.page.getByRole('button', { name: 'Close the pane' }).click();
    await view.waitForState('paneOpen', false);
    assert.equal(await view.panel('problems').isVisible(), false);
    await view.tab('sholl').click();
    await view.waitForState('paneOpen', true);
    await view.page.getByRole('separator', { name: 'Height of the analyses' }).focus();
    await view.page.keyboard.press('ArrowUp');
    await view.waitForState('paneSize', 0.4);
  });

  it('keeps only the rows in sight of a long table', async () => {
    await open({ content: contentOf(syntheticMorphology(100_000)) });
    await view.tab('points').click();
    const grid = view.page.getByRole('grid', { name: 'Points' });
    await view.rows('Points');
    assert.equal(await grid.getAttribute('aria-rowcount'), '100001');
    await grid.focus();
    await view.page.keyboard.press('End');
    await view.page.waitForFunction(() =>
      [...document.querySelectorAll('#panel-points [aria-rowindex]')].some(
        (row) => row.getAttribute('aria-rowindex') === '100001',
      ),
    );
    assert.ok((await view.rows('Points')).length < 100);
    const facts = plain((await view.page.locator('.file-facts').textContent()) ?? '');
    assert.match(facts, /^5 000 sections · 100 000 points/);
  });
});
