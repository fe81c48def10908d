/** A VS Code workbench in the browser, worked with as a person does: by keyboard and mouse. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type FrameLocator, type Locator, type Page } from 'playwright-core';

const timeout = 30_000;

function environment(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} is set: these tests are run by scripts/test.mjs`);
  return value;
}

/** Escapes what has a meaning in regular expressions. */
function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export class Workbench {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
    private readonly workspace: string,
  ) {}

  static async open(): Promise<Workbench> {
    const address = environment('BBP_E2E_ADDRESS');
    const browser = await chromium.connect(environment('BBP_E2E_BROWSER'));
    const context = await browser.newContext({ viewport: { width: 1200, height: 760 }, locale: 'en-US' });
    const { origin } = new URL(address);
    // Nothing but our own loopback server answers.
    await context.route(
      (url) => url.protocol.startsWith('http') && url.origin !== origin,
      (route) => route.abort(),
    );
    const page = await context.newPage();
    page.setDefaultTimeout(timeout);
    await page.goto(address);
    const workbench = new Workbench(browser, page, environment('BBP_E2E_WORKSPACE'));
    await workbench.started();
    return workbench;
  }

  private async started(): Promise<void> {
    await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'simulation' }).waitFor();
    // VS Code's own mark that the last phase of its start was reached.
    await this.page.waitForFunction(() => performance.getEntriesByName('code/LifecyclePhase/Eventually').length > 0);
  }

  /** Loads the window anew; VS Code keeps what it restores first. */
  async reload(): Promise<void> {
    await this.page.keyboard.press('F1');
    const widget = this.page.locator('.quick-input-widget');
    await widget.locator('input.input').fill('>Developer: Reload Window');
    await widget.locator('.monaco-list-row.focused', { hasText: 'Developer: Reload Window' }).waitFor();
    await Promise.all([this.page.waitForEvent('load'), this.page.keyboard.press('Enter')]);
    await this.started();
  }

  async close(): Promise<void> {
    await this.page.context().close();
    await this.browser.close();
  }

  /** The text of a file on disk. */
  read(file: string): string {
    return fs.readFileSync(path.join(this.workspace, file), 'utf8');
  }

  write(file: string, content: string | Uint8Array): void {
    fs.writeFileSync(this.pathOf(file), content);
  }

  /** Where a file of the workspace is on this machine. */
  pathOf(file: string): string {
    return path.join(this.workspace, file);
  }

  remove(file: string): void {
    fs.rmSync(path.join(this.workspace, file));
  }

  /** Opens a file by its path, through Quick Open. */
  async openFile(file: string): Promise<void> {
    const [name, folder] = [path.basename(file), path.dirname(file)].map(literal);
    await this.pick('Control+P', file, new RegExp(`^${name}\\s*${folder}`));
    await this.activeTab(path.basename(file)).waitFor();
    await this.page.locator('.monaco-editor.focused .view-line').first().waitFor();
  }

  /** Opens a file that has a view of its own, through Quick Open. */
  async openView(file: string): Promise<void> {
    const [name, folder] = [path.basename(file), path.dirname(file)].map(literal);
    await this.pick('Control+P', file, new RegExp(`^${name}\\s*${folder}`));
    const group = this.page.locator('.editor-group-container.active');
    await group.locator('.tab.active', { hasText: path.basename(file) }).waitFor();
  }

  /** The page of the view that is shown: VS Code puts it into two frames. */
  view(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');
  }

  /** Where an element shows a colour that is no shade of grey, in pixels from its corner. */
  async colouredPlaces(element: Locator): Promise<readonly { readonly x: number; readonly y: number }[]> {
    const picture = (await element.screenshot({ animations: 'disabled' })).toString('base64');
    return this.page.evaluate(async (encoded) => {
      const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (!context) return [];
      context.drawImage(bitmap, 0, 0);
      const { data, width } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const places: { x: number; y: number }[] = [];
      for (let i = 0; i < data.length; i += 4) {
        const [red = 0, green = 0, blue = 0] = data.subarray(i, i + 3);
        const colour = Math.max(red, green, blue) - Math.min(red, green, blue);
        if (colour > 80) places.push({ x: (i / 4) % width, y: Math.floor(i / 4 / width) });
      }
      return places;
    }, picture);
  }

  /** Takes the place that the dialog suggests for saving, once it suggests a file of this name. */
  async saveAs(name: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    await widget.locator('input.input').waitFor();
    // It is filled in after it is shown.
    await this.page.waitForFunction(
      (end) => document.querySelector<HTMLInputElement>('.quick-input-widget input.input')?.value.endsWith(end),
      `/${name}`,
    );
    await this.page.keyboard.press('Enter');
    await widget.waitFor({ state: 'hidden' });
  }

  /** Waits until a file is on disk and holds what is expected. */
  async written(file: string, expected: RegExp): Promise<void> {
    const end = Date.now() + timeout;
    while (!fs.existsSync(path.join(this.workspace, file)) || !expected.test(this.read(file))) {
      assert.ok(Date.now() < end, `${file} holds ${String(expected)}`);
      await this.page.waitForTimeout(50);
    }
  }

  async runCommand(title: string): Promise<void> {
    await this.pick('F1', `>${title}`, title);
  }

  /** Types into the quick input that `shortcut` opens, and takes the row that it then offers first. */
  private async pick(shortcut: string, text: string, row: string | RegExp): Promise<void> {
    await this.page.keyboard.press(shortcut);
    const widget = this.page.locator('.quick-input-widget');
    await widget.locator('input.input').fill(text);
    await widget.locator('.monaco-list-row.focused', { hasText: row }).waitFor();
    await this.page.keyboard.press('Enter');
    await widget.waitFor({ state: 'hidden' });
  }

  async toggleSideBar(): Promise<void> {
    const explorer = this.page.locator('.explorer-folders-view');
    const wasVisible = await explorer.isVisible();
    await this.page.keyboard.press('Control+B');
    await explorer.waitFor({ state: wasVisible ? 'hidden' : 'visible' });
  }

  activeTab(name: string): Locator {
    return this.page.locator('.tab.active', { hasText: name });
  }

  /** Puts the cursor `into` characters behind the start of a text of the open file, as the file is on disk. */
  async placeCursor(file: string, text: string, into = 0): Promise<void> {
    const content = this.read(file);
    const offset = content.indexOf(text);
    assert.notEqual(offset, -1, `"${text}" stands in ${file}`);
    const before = content.slice(0, offset + into).split('\n');
    await this.goTo(before.length, (before.at(-1) ?? '').length + 1);
  }

  /** Puts the cursor of the open text before a character; line and column count from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const widget = this.page.locator('.quick-input-widget');
    await widget.locator('input.input').fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await widget.waitFor({ state: 'hidden' });
    await this.cursorAt(line, column);
  }

  /** Waits until the status bar shows that the cursor is there. */
  async cursorAt(line: number, column?: number): Promise<void> {
    const text = column === undefined ? `^Ln ${line}, ` : `^Ln ${line}, Col ${column}$`;
    await this.page.locator('.statusbar-item', { hasText: new RegExp(text) }).waitFor();
  }

  /** A line of the editor that holds a text; runs of spaces count as one. */
  line(text: string): Locator {
    const words = text.split(/\s+/).map(literal);
    // Monaco writes spaces as no-break spaces.
    return this.page.locator('.view-line', { hasText: new RegExp(words.join('[\\s\\u00a0]+')) });
  }

  /** A picture for whoever looks after a run; with BBP_README_PICTURES the README's pictures are taken anew. */
  async picture(name: string): Promise<void> {
    const isForReadme = process.env['BBP_README_PICTURES'] && !name.startsWith('failed-');
    const folders = ['shots', ...(isForReadme ? ['media'] : [])];
    for (const folder of folders) {
      fs.mkdirSync(folder, { recursive: true });
      await this.page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled', caret: 'initial' });
    }
  }
}
