/** The scene alone in Chromium, bundled for the test: what it draws can be asked, and nothing lies around it. */
import assert from 'node:assert/strict';
import esbuild from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Morphology } from '../../../formats/morphology/model';
import type { MorphologyContent } from '../../../protocol/morphologyView';
import { bodyClass, themeVariables, type Theme } from './themes';
import type { SceneTest } from './sceneInPage';

export interface SceneOptions {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: boolean;
  readonly withoutWebgl?: boolean;
}

interface Bundle {
  readonly script: string;
  readonly style: string;
}

let browser: Promise<Browser> | undefined;
let bundle: Promise<Bundle> | undefined;

async function bundled(): Promise<Bundle> {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: process.cwd(),
    entryPoints: ['test/webview/support/sceneInPage.ts'],
    outdir: 'out',
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'chrome128',
    loader: { '.ttf': 'dataurl' },
  });
  const textOf = (ending: string): string => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { script: textOf('.js'), style: textOf('.css') };
}

/** Takes WebGL away, as a machine without it does. */
const WITHOUT_WEBGL = `
  const getContext = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...rest);
  };
`;

export class ScenePage {
  readonly complaints: string[] = [];

  private constructor(readonly page: Page) {}

  static async open(options: SceneOptions = {}): Promise<ScenePage> {
    const endpoint = process.env['BBP_E2E_BROWSER'];
    assert.ok(endpoint, 'BBP_E2E_BROWSER is set: these tests are run by scripts/test.mjs');
    const connected = await (browser ??= chromium.connect(endpoint));
    const { theme = 'dark', width = 800, height = 600, reducedMotion = true } = options;
    const page = await connected.newPage({
      viewport: { width, height },
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    });
    page.setDefaultTimeout(15_000);
    const view = new ScenePage(page);
    page.on('pageerror', (error) => view.complaints.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') view.complaints.push(message.text());
    });
    const { script, style } = await (bundle ??= bundled());
    const variables = Object.entries(themeVariables(theme)).map(([name, value]) => `${name}: ${value};`);
    await page.setContent(`<!DOCTYPE html><html><body class="${bodyClass(theme)}"></body></html>`);
    await page.addStyleTag({
      content: `:root { ${variables.join(' ')} } html, body { margin: 0; height: 100%; font: 13px sans-serif; } ${style}`,
    });
    if (options.withoutWebgl) await page.addScriptTag({ content: WITHOUT_WEBGL });
    await page.addScriptTag({ content: script });
    return view;
  }

  /** Shows a morphology and waits until the picture is as good as it gets. */
  async show(morphology: Morphology, changes: Partial<MorphologyContent> = {}): Promise<void> {
    await this.page.evaluate(
      async ([shown, changed]) => {
        window.sceneTest.show(shown, changed);
        await window.sceneTest.rested();
      },
      [morphology, changes] as const,
    );
  }

  /** Asks the scene something; the function is sent to the page, and waits until the picture is at rest. */
  async ask<Answer>(question: (test: SceneTest) => Answer): Promise<Awaited<Answer>> {
    return this.page.evaluate<Awaited<Answer>>(
      `(async () => { const answer = await (${question.toString()})(window.sceneTest); await window.sceneTest.rested(); return answer; })()`,
    );
  }

  /** Presses a key on the picture. */
  async press(key: string): Promise<void> {
    await this.page.locator('.scene-overlay').press(key);
    await this.page.evaluate(() => window.sceneTest.rested());
  }

  /** Red, green and blue of a pixel of what the scene gives as its picture. */
  async pixel(x: number, y: number): Promise<readonly number[]> {
    return (await this.pixels([[x, y]]))[0] ?? [];
  }

  /** The same of some places. */
  async pixels(places: readonly (readonly [number, number])[]): Promise<readonly (readonly number[])[]> {
    return this.page.evaluate(async (wanted) => {
      const bytes = await window.sceneTest.scene.png(1);
      const image = await createImageBitmap(new Blob([bytes.slice()], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      return wanted.map(([x, y]) =>
        [...(context?.getImageData(Math.round(x), Math.round(y), 1, 1).data ?? [])].slice(0, 3),
      );
    }, places);
  }

  /** Fails where the page has complained. */
  async close(): Promise<void> {
    await this.page.close();
    assert.deepEqual(this.complaints, []);
  }
}
