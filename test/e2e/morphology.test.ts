/** A morphology as picture and as text: what is done in one shows in the other. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { FrameLocator, Locator } from 'playwright-core';
import { writeMorphology } from '../../formats/morphology/write/write';
import { corpusFiles } from '../support/corpus';
import { syntheticMorphology } from '../support/syntheticMorphology';
import { Workbench } from './workbench';

const FILE = 'circuit/morphologies/pyramidal.swc';
/** The first sample of the apical dendrite's or any other section with a line of its own in the file. */
const SAMPLE = '28 3 35.5 -15.9 -7.4 0.86 27';
const RADIUS = '0.86';
/** Presses of a key that move the border of the analyses. */
const STEPS = 8;

/** Any more points than ten thousand would do. */
const LARGE = 'circuit/morphologies/large.asc';

/** The value that the card gives for a name. */
function factOf(view: FrameLocator, name: string | RegExp): Locator {
  return view.locator('.card dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');
}

/** Clicks on the cell until a section is hit. */
async function pickSection(workbench: Workbench, view: FrameLocator): Promise<void> {
  const picked = view.locator('.card-title').filter({ hasText: /^Section \d+/ });
  const box = await view.locator('.scene').boundingBox();
  assert.ok(box);
  // Not the legend above the cell, nor the buttons below it.
  const places = (await workbench.colouredPlaces(view.locator('.scene'))).filter(
    ({ y }) => y > box.height * 0.3 && y < box.height * 0.8,
  );
  for (let i = 0; i < places.length; i += Math.ceil(places.length / 20)) {
    const { x, y } = places[i]!;
    await workbench.page.mouse.click(box.x + x, box.y + y);
    if (await picked.count()) break;
  }
  await picked.waitFor();
}

/** Waits until the cursor of the text beside stands on the line that the card names. */
async function lineInText(workbench: Workbench, view: FrameLocator): Promise<number> {
  const line = Number((await factOf(view, 'Line').textContent())?.replace(/\D/g, ''));
  assert.ok(line > 0, `line ${line}`);
  const text = workbench.page.locator('.editor-group-container', { has: workbench.page.locator('.monaco-editor') });
  await text.locator('.line-numbers.active-line-number', { hasText: new RegExp(`^${line}$`) }).waitFor();
  await text.locator('.selected-text').first().waitFor();
  return line;
}

describe('a morphology', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  let view: FrameLocator;

  before(async () => {
    workbench = await Workbench.open();
    // Room for the picture.
    await workbench.toggleSideBar();
    await workbench.openView(FILE);
    view = workbench.view();
    await view.locator('.scene canvas').first().waitFor();
  });

  after(async () => {
    await workbench.close();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.picture(`failed-${this.currentTest.title.slice(0, 40)}`);
  });

  const fact = (name: string | RegExp): Locator => factOf(view, name);

  it('is drawn', async () => {
    await view.locator('.file-facts', { hasText: 'sections' }).waitFor();
    const places = await workbench.colouredPlaces(view.locator('.scene'));
    assert.ok(places.length > 50, `${places.length} coloured pixels`);
  });

  it('shows the dendrogram and the measures of the cell', async () => {
    const { page } = workbench;
    const bar = view.getByRole('separator', { name: 'Height of the analyses' });
    await bar.focus();
    for (let step = 0; step < STEPS; step++) await page.keyboard.press('ArrowUp');
    const plot = view.getByRole('tabpanel').filter({ visible: true }).locator('.plot-area');
    const places = await workbench.colouredPlaces(plot);
    assert.ok(places.length > 50, `${places.length} coloured pixels`);
    // The focused border is drawn thick.
    await view.locator('.file-name').click();
    await page.mouse.move(0, 0);
    await workbench.picture('dendrogram');
    await view.getByRole('tab', { name: 'Measures' }).click();
    const length = view.getByRole('row').filter({ has: view.getByRole('gridcell', { name: 'total_length' }) });
    await length.filter({ hasText: 'Length' }).waitFor();
    await workbench.picture('measures');
    await view.getByRole('tab', { name: 'Dendrogram' }).click();
    await bar.focus();
    for (let step = 0; step < STEPS; step++) await page.keyboard.press('ArrowDown');
  });

  it('shows the section that is clicked, and its line in the text', async () => {
    await pickSection(workbench, view);
    await view.getByRole('button', { name: 'Show in text' }).click();
    await lineInText(workbench, view);
    await workbench.picture('morphology');
  });

  it('follows the cursor of the text, and its edits', async () => {
    const { page } = workbench;
    await page.locator('.monaco-editor .view-lines').first().click();
    await workbench.placeCursor(FILE, SAMPLE, SAMPLE.indexOf(RADIUS));
    const line = workbench.read(FILE).split(SAMPLE)[0]!.split('\n').length;
    await fact('Line')
      .filter({ hasText: new RegExp(`^${line}$`) })
      .waitFor();
    await fact(/^Point/)
      .filter({ hasText: '⌀ 1.72 µm' })
      .waitFor();

    for (const digit of RADIUS) await page.keyboard.press('Delete', { delay: digit.length });
    await page.keyboard.type('7.5');
    await fact(/^Point/)
      .filter({ hasText: '⌀ 15 µm' })
      .waitFor();
    await view.locator('.file-facts', { hasText: 'open text' }).waitFor();

    await workbench.runCommand('File: Revert File');
    // VS Code may move the cursor: the section is the same, its point perhaps not.
    await fact('Mean diameter')
      .filter({ hasText: /^1\.69/ })
      .waitFor();
    await view.locator('.file-facts').filter({ hasNotText: 'open text' }).waitFor();
  });

  it('keeps its tab while it is hidden', async () => {
    await view.getByRole('tab', { name: 'Points' }).click();
    await view.getByRole('tab', { name: 'Points', selected: true }).waitFor();
    // The group that has the focus takes the next file: the view's, not the text's.
    await workbench.runCommand('View: Focus First Editor Group');
    await workbench.openView('circuit/morphologies/interneuron.swc');
    await workbench.view().locator('.file-name', { hasText: 'interneuron' }).waitFor();
    await workbench.openView(FILE);
    await view.locator('.file-name', { hasText: 'pyramidal' }).waitFor();
    await view.getByRole('tab', { name: 'Points', selected: true }).waitFor();
  });

  it('keeps its tab over a reload of the window', async () => {
    // The start is over when the files are listed.
    await workbench.toggleSideBar();
    await workbench.reload();
    await view.locator('.file-name', { hasText: 'pyramidal' }).waitFor();
    await view.getByRole('tab', { name: 'Points', selected: true }).waitFor();
  });

  it('saves a table and a picture where one says', async () => {
    await view.getByRole('tab', { name: 'Points' }).click();
    const panel = view.getByRole('tabpanel').filter({ visible: true });
    await panel.getByRole('button', { name: 'Export' }).click();
    await view.getByRole('menuitem', { name: /^CSV/ }).click();
    await workbench.saveAs('pyramidal-points.csv');
    await workbench.written('circuit/morphologies/pyramidal-points.csv', /Diameter/);

    await view.getByRole('tab', { name: 'Dendrogram' }).click();
    await panel.getByRole('button', { name: 'Export' }).click();
    await view.getByRole('menuitem', { name: /SVG/ }).first().click();
    await workbench.saveAs('pyramidal-dendrogram.svg');
    await workbench.written(
      'circuit/morphologies/pyramidal-dendrogram.svg',
      /^(<\?xml[^>]*>\s*)?<svg[\s\S]*<\/svg>\s*$/,
    );
  });

  it('is written in another format', async () => {
    await view.locator('.header').getByRole('button', { name: 'Export' }).click();
    await view.getByRole('menuitem', { name: 'Morphology as ASC' }).click();
    await workbench.saveAs('pyramidal.asc');
    await workbench.written('circuit/morphologies/pyramidal.asc', /\(Dendrite\)/);
  });

  it('says that its file is gone, and shows it when it is back', async () => {
    const notice = view.locator('.file-notice');
    const file = 'circuit/morphologies/interneuron.swc';
    await workbench.openView(file);
    await view.locator('.file-name', { hasText: 'interneuron' }).waitFor();
    const text = workbench.read(file);
    workbench.remove(file);
    await notice.filter({ hasText: 'does not exist' }).waitFor();
    assert.ok((await workbench.colouredPlaces(view.locator('.scene'))).length > 50, 'the cell is still shown');
    workbench.write(file, text);
    await notice.waitFor({ state: 'hidden' });
  });
});

/** A real cell where there is a corpus; else one that is made. */
function largeCell(): string {
  const name = 'tkb061126a4_ch0_cc2_h_zk_60x_1.asc';
  const [real] = corpusFiles('morphology-asc').filter(({ path }) => path.endsWith(`/${name}`));
  if (real) return readFileSync(real.file, 'utf8');
  const { text } = writeMorphology(syntheticMorphology(12_000), 'asc', 'a test');
  assert.ok(text);
  return text;
}

describe('a morphology of more than 10 000 points', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  let view: FrameLocator;

  before(async () => {
    workbench = await Workbench.open();
    workbench.write(LARGE, largeCell());
    await workbench.toggleSideBar();
    await workbench.openFile(LARGE);
    await workbench.runCommand('BBP: Open Morphology to the Side');
    view = workbench.view();
    await view.locator('.scene canvas').first().waitFor();
  });

  after(async () => {
    workbench.remove(LARGE);
    await workbench.close();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.picture(`failed-${this.currentTest.title.slice(0, 40)}`);
  });

  /** Of sections or points, as the header gives it. */
  async function count(of: 'sections' | 'points'): Promise<number> {
    const facts = view.locator('.file-facts', { hasText: of });
    const [, found = ''] = new RegExp(`([\\d\\s]+) ${of}`).exec((await facts.textContent()) ?? '') ?? [];
    return Number(found.replace(/\s/g, ''));
  }

  it('is drawn beside its text, and turned with the mouse', async () => {
    const { page } = workbench;
    assert.ok((await count('points')) > 10_000, `${await count('points')} points`);
    const scene = view.locator('.scene');
    const before = new Set((await workbench.colouredPlaces(scene)).map(({ x, y }) => `${x} ${y}`));
    assert.ok(before.size > 200, `${before.size} coloured pixels`);
    const box = await scene.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    const after = await workbench.colouredPlaces(scene);
    assert.ok(after.length > 200, `${after.length} coloured pixels`);
    const same = after.filter(({ x, y }) => before.has(`${x} ${y}`)).length;
    assert.ok(same < after.length * 0.6, `${same} of ${after.length} pixels are as before`);
  });

  it('has its line selected in the text, where an edit changes it', async () => {
    const { page } = workbench;
    await pickSection(workbench, view);
    const line = await lineInText(workbench, view);
    const text = workbench.read(LARGE).split(/\r?\n/)[line - 1] ?? '';
    const [, before = '', diameter = ''] = /^(.*\s)(\S+?)\s*\)[^)]*$/.exec(text) ?? [];
    assert.ok(Number.isFinite(Number.parseFloat(diameter)), `"${text}" ends with a diameter`);
    await page.locator('.monaco-editor .view-lines').first().click();
    await workbench.goTo(line, before.length + 1);
    await factOf(view, 'Line').filter({ hasText: /\d/ }).waitFor();
    for (const digit of diameter) await page.keyboard.press('Delete', { delay: digit.length });
    await page.keyboard.type('23.5');
    await factOf(view, /^Point/)
      .filter({ hasText: '⌀ 23.5 µm' })
      .waitFor();
    await view.locator('.file-facts', { hasText: 'open text' }).waitFor();
  });

  it('is exported with its edit, and opened again', async () => {
    const sections = await count('sections');
    await view.locator('.header').getByRole('button', { name: 'Export' }).click();
    await view.getByRole('menuitem', { name: 'Morphology as SWC' }).click();
    await workbench.saveAs('large.swc');
    const file = 'circuit/morphologies/large.swc';
    await workbench.written(file, /^\d+ [2-4]( \S+){3} 11\.75 \d+$/m);
    await workbench.runCommand('File: Revert File');
    await workbench.openView(file);
    await view.locator('.file-name', { hasText: 'large.swc' }).waitFor();
    assert.equal(await count('sections'), sections);
    workbench.remove(file);
  });
});
