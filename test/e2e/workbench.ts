/** A VS Code workbench in the browser, worked with as a person does: by keyboard and mouse. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';

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
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'simulation' }).waitFor();
    // VS Code's own mark that the last phase of its start was reached.
    await page.waitForFunction(() => performance.getEntriesByName('code/LifecyclePhase/Eventually').length > 0);
    return new Workbench(browser, page, environment('BBP_E2E_WORKSPACE'));
  }

  async close(): Promise<void> {
    await this.page.context().close();
    await this.browser.close();
  }

  /** The text of a file on disk. */
  read(file: string): string {
    return fs.readFileSync(path.join(this.workspace, file), 'utf8');
  }

  /** Opens a file by its path, through Quick Open. */
  async openFile(file: string): Promise<void> {
    const [name, folder] = [path.basename(file), path.dirname(file)].map(literal);
    await this.pick('Control+P', file, new RegExp(`^${name}\\s*${folder}`));
    await this.activeTab(path.basename(file)).waitFor();
    await this.page.locator('.monaco-editor.focused .view-line').first().waitFor();
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

  activeTab(name: string): Locator {
    return this.page.locator('.tab.active', { hasText: name });
  }

  /** Puts the cursor `into` characters behind the start of a text of the open file, as the file is on disk. */
  async placeCursor(file: string, text: string, into = 0): Promise<void> {
    const content = this.read(file);
    const offset = content.indexOf(text);
    assert.notEqual(offset, -1, `"${text}" stands in ${file}`);
    const before = content.slice(0, offset + into).split('\n');
    const [line, column] = [before.length, (before.at(-1) ?? '').length + 1];
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
    const folders = ['shots', ...(process.env['BBP_README_PICTURES'] ? ['media'] : [])];
    for (const folder of folders) {
      fs.mkdirSync(folder, { recursive: true });
      await this.page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled', caret: 'initial' });
    }
  }
}
