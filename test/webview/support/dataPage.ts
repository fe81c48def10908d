/**
 * The built data webview in Chromium, under the Content-Security-Policy that the extension gives it, with a made-up
 * extension on the other side (`dataExtension.ts`).
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import type { DataExtension, DataSaid } from './dataExtension';
import { bodyClass, themeVariables, type Theme } from './themes';

const ROOT = process.cwd();
const ORIGIN = 'http://webview.invalid';
const NONCE = 'c3f0a1b2d4e5';
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.ttf': 'font/ttf' };

let browser: Promise<Browser> | undefined;
let madeUp: Promise<string> | undefined;

/** The browser of the stage, connected to once. Its connection ends with the process. */
function connectedBrowser(): Promise<Browser> {
  const endpoint = process.env['BBP_E2E_BROWSER'];
  assert.ok(endpoint, 'BBP_E2E_BROWSER is set: these tests are run by scripts/test.mjs');
  return (browser ??= chromium.connect(endpoint));
}

async function bundledExtension(): Promise<string> {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: ['test/webview/support/dataExtension.ts'],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
  });
  return outputFiles[0]?.text ?? '';
}

function html(theme: Theme): string {
  const policy = `default-src 'none'; script-src 'nonce-${NONCE}'; style-src ${ORIGIN}; font-src ${ORIGIN}; img-src ${ORIGIN} data: blob:`;
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="data.css"></head>
<body class="${bodyClass(theme)}"><script nonce="${NONCE}" src="data.js"></script></body></html>`;
}

export class DataPage {
  /** What the page itself complained about: exceptions, errors on the console, breaches of the policy. */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  static async open(
    file: string,
    { theme = 'dark', width = 1200, height = 800 }: { theme?: Theme; width?: number; height?: number } = {},
  ): Promise<DataPage> {
    const context = await (await connectedBrowser()).newContext({ viewport: { width, height }, locale: 'en-US' });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const view = new DataPage(page, context);
    page.on('pageerror', (error) => view.complaints.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') view.complaints.push(message.text());
    });
    await context.route('**/*', async (route) => {
      const { origin, pathname } = new URL(route.request().url());
      const found = path.join(ROOT, 'dist', 'webviews', pathname);
      if (origin !== ORIGIN) await route.abort();
      else if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: html(theme) });
      else if (fs.existsSync(found)) {
        const contentType = TYPES[path.extname(found)] ?? 'application/octet-stream';
        await route.fulfill({ contentType, body: fs.readFileSync(found) });
      } else await route.fulfill({ status: 404, body: '' });
    });
    await context.addInitScript(`window.madeUpFile = ${JSON.stringify(file)}`);
    await context.addInitScript({ content: await (madeUp ??= bundledExtension()) });
    await context.addInitScript((variables) => {
      // The root element is there only once the parser has made it.
      new MutationObserver((_, observer) => {
        const root = document.querySelector('html');
        if (!root) return;
        for (const [name, value] of Object.entries(variables)) root.style.setProperty(name, value);
        observer.disconnect();
      }).observe(document, { childList: true });
    }, themeVariables(theme));
    await page.goto(`${ORIGIN}/`);
    return view;
  }

  /** Lets the extension do something. The function is sent. */
  async say(words: (extension: DataExtension) => void): Promise<void> {
    await this.page.evaluate(`(${words.toString()})(window.dataExtension)`);
  }

  async said(method: string): Promise<readonly DataSaid[]> {
    const all = await this.page.evaluate(() => [...window.dataExtension.said]);
    return all.filter((each) => each.method === method);
  }

  /** Waits until the view has said something so often. */
  async waitForSaid(method: string, count = 1): Promise<readonly DataSaid[]> {
    await this.page.waitForFunction(
      ([name, least]) => window.dataExtension.said.filter((each) => each.method === name).length >= least,
      [method, count] as const,
    );
    return this.said(method);
  }

  /** Waits until the kept state holds something, as JSON. */
  async waitForState(part: string): Promise<void> {
    await this.page.waitForFunction((text) => JSON.stringify(window.dataExtension.state() ?? {}).includes(text), part);
  }

  treeRow(name: string): Locator {
    return this.page.locator('.tree-row', { has: this.page.locator(`.tree-name:text-is("${name}")`) });
  }

  /** The cell of a grid without end, counted from 0. */
  cell(row: number, column = 0): Locator {
    return this.page.locator(`.grid-cell[data-row="${row}"][data-column="${column}"]`);
  }

  /** Pixels of a canvas that are drawn on, and how many colours they have. */
  async drawn(selector: string): Promise<{ readonly pixels: number; readonly colors: number }> {
    return this.page.locator(selector).evaluate((found) => {
      const canvas = found as HTMLCanvasElement;
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      const colors = new Set<number>();
      let pixels = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3] === 0) continue;
        pixels += 1;
        if (data[i + 3] === 255) colors.add((data[i] ?? 0) * 65536 + (data[i + 1] ?? 0) * 256 + (data[i + 2] ?? 0));
      }
      return { pixels, colors: colors.size };
    });
  }

  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: path.join(ROOT, 'shots', `${name}.png`) });
  }

  /** Fails where the page has complained. */
  async close(): Promise<void> {
    await this.context.close();
    assert.deepEqual(this.complaints, []);
  }
}
