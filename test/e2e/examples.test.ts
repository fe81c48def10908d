/** What the README promises, done in a real VS Code with the packed extension and its example workspace. */
import assert from 'node:assert/strict';
import { Workbench } from './workbench';

describe('the packed extension with the examples', function () {
  this.timeout(120_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open();
  });

  after(async () => {
    await workbench.close();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.picture(`failed-${this.currentTest.title.slice(0, 40)}`);
    // Nothing of this test may show in the pictures of the next.
    await workbench.page.mouse.move(0, 0);
    await workbench.page.keyboard.press('Escape');
    await workbench.runCommand('View: Close All Editors');
  });

  it('underlines mistakes and says what they cost', async () => {
    const { page } = workbench;
    await workbench.openFile('broken/BlueConfig');
    await page.locator('.squiggly-error').first().waitFor();
    await page.locator('.squiggly-warning').first().waitFor();
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row', { hasText: /BC\d/ }).first().waitFor();
    await workbench.line('Celcius 35').getByText('Celcius').hover();
    await page.locator('.monaco-hover:visible', { hasText: 'BC103' }).waitFor();
    await workbench.picture('diagnostics');
    await page.keyboard.press('Control+J');
    await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  });

  it('mends a mistake by a quick fix', async () => {
    const { page } = workbench;
    await workbench.openFile('broken/BlueConfig');
    await page.locator('.squiggly-error').first().waitFor();
    await workbench.placeCursor('broken/BlueConfig', 'Stimulas Background', 2);
    await page.keyboard.press('Control+.');
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Stimulus' }).first();
    await fix.waitFor();
    await workbench.picture('quick-fix');
    await fix.click();
    await page.locator('.view-line', { hasText: 'Stimulas' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+S');
    await page.locator('.tab.active:not(.dirty)').waitFor();
    assert.match(workbench.read('broken/BlueConfig'), /^Stimulus Background\n\{\n {4}Mode Current\n\}/m);
  });

  it("goes from a Report's Target into user.target", async () => {
    const { page } = workbench;
    await workbench.openFile('simulation/BlueConfig');
    await workbench.placeCursor('simulation/BlueConfig', 'Target Apical_Sites', 'Target Api'.length);
    await workbench.runCommand('Peek Definition');
    await page.locator('.peekview-widget', { hasText: 'user.target' }).waitFor();
    await page.locator('.peekview-widget .view-line', { hasText: 'Apical_Sites' }).first().waitFor();
    await workbench.picture('definition');
    await page.keyboard.press('Escape');
    await page.locator('.peekview-widget').waitFor({ state: 'detached' });
    await page.keyboard.press('F12');
    await workbench.activeTab('user.target').waitFor();
    const before = workbench.read('simulation/user.target').split('Target Compartment Apical_Sites')[0] ?? '';
    await workbench.cursorAt(before.split('\n').length);
  });

  it('says on hover how many cells a target has', async () => {
    const { page } = workbench;
    await workbench.openFile('simulation/BlueConfig');
    await workbench.placeCursor('simulation/BlueConfig', 'CircuitTarget Mosaic');
    await workbench.line('CircuitTarget Mosaic').getByText('Mosaic').hover();
    await page.locator('.monaco-hover:visible', { hasText: '60' }).waitFor();
  });

  it('shows the members of a resolved target', async () => {
    await workbench.openFile('simulation/user.target');
    await workbench.placeCursor('simulation/user.target', 'Target Cell Observed', 'Target Cell Ob'.length);
    await workbench.runCommand('BBP: Show Resolved Target');
    await workbench.activeTab('Observed').waitFor();
    await workbench.line('a38').first().waitFor();
    await workbench.picture('resolved-target');
  });

  it('says so where no target stands', async () => {
    await workbench.openFile('simulation/BlueConfig');
    await workbench.placeCursor('simulation/BlueConfig', 'Duration 200', 2);
    await workbench.runCommand('BBP: Show Resolved Target');
    const toast = workbench.page.locator('.notifications-toasts', { hasText: 'There is no target under the cursor.' });
    await toast.waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('tells in the language status which circuit a file belongs to', async () => {
    const { page } = workbench;
    await workbench.openFile('simulation/BlueConfig');
    const status = page.locator('[id="status.languageStatus"]');
    await status.waitFor();
    await status.hover();
    await page.locator('.hover-language-status', { hasText: 'Circuit' }).waitFor();
  });

  it('renames a target across three files', async () => {
    const { page } = workbench;
    await workbench.openFile('circuit/start.target');
    await workbench.placeCursor('circuit/start.target', 'Target Cell Layer6', 'Target Cell La'.length);
    await page.keyboard.press('F2');
    const input = page.locator('.rename-box input');
    await input.waitFor();
    await input.fill('Multiform');
    await page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
    await workbench.line('Target Cell Multiform').waitFor();
    await workbench.runCommand('File: Save All Files');
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });

    // The search shows all places at once.
    await page.keyboard.press('Control+Shift+F');
    await page.locator('.search-view textarea[aria-label^="Search"]').first().fill('Multiform');
    await page.locator('.search-view .messages', { hasText: 'in 3 files' }).waitFor();
    await workbench.picture('rename');
    for (const file of ['circuit/start.target', 'simulation/BlueConfig', 'broken/BlueConfig']) {
      const withoutRemarks = workbench.read(file).replace(/#.*/g, '');
      assert.match(withoutRemarks, /\bMultiform\b/, file);
      assert.doesNotMatch(withoutRemarks, /\bLayer6\b/, file);
    }
  });
});
