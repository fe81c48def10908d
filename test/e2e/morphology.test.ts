/** A morphology as picture and as text: what is done in one shows in the other. */
import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { Workbench } from './workbench';

const FILE = 'circuit/morphologies/pyramidal.swc';
/** The first sample of the apical dendrite's or any other section with a line of its own in the file. */
const SAMPLE = '28 3 35.5 -15.9 -7.4 0.86 27';
const RADIUS = '0.86';

describe('a morphology', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  let view: FrameLocator;

  before(async () => {
    workbench = await Workbench.open();
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

  /** The value that the card gives for a name. */
  function fact(name: string | RegExp): Locator {
    return view.locator('.card dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');
  }

  it('is drawn', async () => {
    await view.locator('.file-facts', { hasText: 'sections' }).waitFor();
    const places = await workbench.colouredPlaces(view.locator('.scene'));
    assert.ok(places.length > 50, `${places.length} coloured pixels`);
    await workbench.picture('morphology');
  });

  it('shows the section that is clicked, and its line in the text', async () => {
    const { page } = workbench;
    const title = view.locator('.card-title');
    const box = await view.locator('.scene').boundingBox();
    assert.ok(box);
    // Not the legend above the cell, nor the buttons below it.
    const places = (await workbench.colouredPlaces(view.locator('.scene'))).filter(
      ({ y }) => y > box.height * 0.3 && y < box.height * 0.8,
    );
    for (let i = 0; i < places.length; i += Math.ceil(places.length / 20)) {
      const { x, y } = places[i]!;
      await page.mouse.click(box.x + x, box.y + y);
      if (await title.filter({ hasText: /^Section \d+/ }).count()) break;
    }
    await title.filter({ hasText: /^Section \d+/ }).waitFor();
    await view.getByRole('button', { name: 'Show in text' }).click();
    const line = (await fact('Line').textContent())?.replace(/\D/g, '');
    assert.ok(line);
    const text = page.locator('.editor-group-container', { has: page.locator('.monaco-editor .view-lines') });
    await text.locator('.line-numbers.active-line-number', { hasText: new RegExp(`^${line}$`) }).waitFor();
    await text.locator('.selected-text').first().waitFor();
    await workbench.picture('morphology-text');
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
    await view.locator('.file-name').click();
    await workbench.openView('circuit/morphologies/interneuron.swc');
    await workbench.view().locator('.file-name', { hasText: 'interneuron' }).waitFor();
    await workbench.openView(FILE);
    await view.locator('.file-name', { hasText: 'pyramidal' }).waitFor();
    await view.getByRole('tab', { name: 'Points', selected: true }).waitFor();
  });

  it('keeps its tab over a reload of the window', async () => {
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
