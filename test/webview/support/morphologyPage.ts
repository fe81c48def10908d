/**
 * The built morphology webview in Chromium, under the Content-Security-Policy that the extension gives it, with a
 * made-up extension on the other side (`fakeExtension.ts`).
 *
 *   const view = await MorphologyPage.open({ content: contentOf(morphology), theme: 'dark' });
 *   await view.say((extension) => extension.command('fit'));
 *   await view.screenshot('morphology-fit');
 *   await view.close();
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import type { MorphologyContent } from '../../../protocol/morphologyView';
import type { FakeExtension, Said } from './fakeExtension';
import { bodyClass, themeVariables, type Theme } from './themes';

const ROOT = process.cwd();
const ORIGIN = 'http://webview.invalid';
const NONCE = 'c3f0a1b2d4e5';
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.ttf': 'font/ttf',
  '.map': 'application/json',
};

export interface OpenOptions {
  /** Given at once; without it the view goes on loading until `provide`. */
  readonly content?: MorphologyContent;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: boolean;
  /** More to run in the page before its scripts, such as taking WebGL away. */
  readonly before?: string;
}

let browser: Promise<Browser> | undefined;
let fakeExtension: Promise<string> | undefined;

/** The browser of the stage, connected to once. Its connection ends with the process. */
function connectedBrowser(): Promise<Browser> {
  const endpoint = process.env['BBP_E2E_BROWSER'];
  assert.ok(endpoint, 'BBP_E2E_BROWSER is set: these tests are run by scripts/test.mjs');
  return (browser ??= chromium.connect(endpoint));
}

async function bundledExtension(): Promise<string> {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: ['test/webview/support/fakeExtension.ts'],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
  });
  return outputFiles[0]?.text ?? '';
}

function html(theme: Theme): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${NONCE}'`,
    `style-src ${ORIGIN}`,
    `font-src ${ORIGIN}`,
    `img-src ${ORIGIN} data: blob:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="morphology.css">
</head>
<body class="${bodyClass(theme)}"><script nonce="${NONCE}" src="morphology.js"></script></body>
</html>`;
}

export class MorphologyPage {
  /** What the page itself complained about: exceptions, errors on the console, breaches of the policy. */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  static async open(options: OpenOptions = {}): Promise<MorphologyPage> {
    const { theme = 'dark', width = 1200, height = 800 } = options;
    const context = await (
      await connectedBrowser()
    ).newContext({
      viewport: { width, height },
      locale: 'en-US',
      reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const view = new MorphologyPage(page, context);
    page.on('pageerror', (error) => view.complaints.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') view.complaints.push(message.text());
    });
    await context.route('**/*', async (route) => {
      const { origin, pathname } = new URL(route.request().url());
      const file = path.join(ROOT, 'dist', 'webviews', pathname);
      if (origin !== ORIGIN) await route.abort();
      else if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: html(theme) });
      else if (fs.existsSync(file)) {
        const contentType = TYPES[path.extname(file)] ?? 'application/octet-stream';
        await route.fulfill({ contentType, body: fs.readFileSync(file) });
      } else await route.fulfill({ status: 404, body: '' });
    });
    await context.addInitScript({ content: await (fakeExtension ??= bundledExtension()) });
    if (options.before) await context.addInitScript({ content: options.before });
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
    if (options.content) await view.provide(options.content);
    return view;
  }

  /** Typed arrays travel to the page as they are. */
  async provide(content: MorphologyContent): Promise<void> {
    await this.page.evaluate((given) => window.extension.provide(given), content);
  }

  async change(content: MorphologyContent): Promise<void> {
    await this.page.evaluate((given) => window.extension.change(given), content);
  }

  /** Lets the extension do something: `view.say((extension) => extension.command('fit'))`. The function is sent. */
  async say(words: (extension: FakeExtension) => void): Promise<void> {
    await this.page.evaluate(`(${words.toString()})(window.extension)`);
  }

  /** What the view asked and said so far, of one kind or all. */
  async said(method?: string): Promise<readonly Said[]> {
    const all = await this.page.evaluate(() => [...window.extension.said]);
    return method === undefined ? all : all.filter((each) => each.method === method);
  }

  /** Waits until the view has said something that pleases. */
  async waitForSaid(method: string, count = 1): Promise<readonly Said[]> {
    await this.page.waitForFunction(
      ([name, least]) => window.extension.said.filter((each) => each.method === name).length >= least,
      [method, count] as const,
    );
    return this.said(method);
  }

  /** What the view keeps by `setState`. */
  async state(): Promise<Readonly<Record<string, unknown>>> {
    const state = await this.page.evaluate(() => window.extension.state());
    return (state ?? {}) as Readonly<Record<string, unknown>>;
  }

  /** Waits until a key of the kept state has a value (as JSON). */
  async waitForState(key: string, value: unknown): Promise<void> {
    await this.page.waitForFunction(
      ([name, expected]) => {
        const state = window.extension.state() as Record<string, unknown> | undefined;
        return JSON.stringify(state?.[name]) === expected;
      },
      [key, JSON.stringify(value)] as const,
    );
  }

  async setTheme(theme: Theme): Promise<void> {
    await this.page.evaluate(
      ([variables, name]) => {
        document.documentElement.removeAttribute('style');
        for (const [variable, value] of Object.entries(variables)) {
          document.documentElement.style.setProperty(variable, value);
        }
        document.body.className = name;
      },
      [themeVariables(theme), bodyClass(theme)] as const,
    );
  }

  /** As when a hidden view is shown again: the page begins anew with what it kept. */
  async reload(content?: MorphologyContent): Promise<void> {
    await this.page.reload();
    if (content) await this.provide(content);
  }

  tab(name: string): Locator {
    return this.page.locator(`#tab-${name}`);
  }

  panel(name: string): Locator {
    return this.page.locator(`#panel-${name}`);
  }

  /** The texts of a table's cells by row, those in sight, in the order in which they are shown. */
  async rows(label: string): Promise<readonly (readonly string[])[]> {
    const rows = this.page.getByRole('grid', { name: label, exact: true }).locator('.table-body [role="row"]');
    await rows.first().waitFor();
    return rows.evaluateAll((found) =>
      found
        .map((row) => ({
          index: Number(row.getAttribute('aria-rowindex')),
          cells: [...row.children].map((cell) => cell.textContent),
        }))
        .sort((a, b) => a.index - b.index)
        .map(({ cells }) => cells),
    );
  }

  /** Waits for the drawing of the frame after the next. */
  async painted(): Promise<void> {
    await this.page.evaluate(
      () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    );
  }

  /** A picture for whoever looks after a run. */
  async screenshot(name: string): Promise<Buffer> {
    await this.painted();
    return this.page.screenshot({ path: path.join(ROOT, 'shots', `${name}.png`) });
  }

  /** Fails where the page has complained. */
  async close(): Promise<void> {
    await this.context.close();
    assert.deepEqual(this.complaints, []);
  }
}
