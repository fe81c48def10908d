// The integration suite inside a real extension host: in a VS Code server with headless Chromium, or in the desktop.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { out, root, shots } from '../lib/paths.mjs';
import { launchBrowser, newPage } from '../vscode/browser.mjs';
import { startServer } from '../vscode/server.mjs';
import { quietSettings } from '../vscode/settings.mjs';
import { bundleTests } from './bundle.mjs';
import { withResultsFile } from './results.mjs';
import { withExamples } from './workspace.mjs';

const timeout = Number(process.env.BBP_TEST_TIMEOUT_TOTAL ?? 300_000);
const verbose = Boolean(process.env.BBP_TEST_VERBOSE);
const suite = path.join(out, 'test', 'integration', 'index.js');

export async function bundleIntegrationSuite() {
  await bundleTests('test/integration', /^index\.ts$|\.test\.ts$/);
}

/** Prints one line per failure and, with BBP_TEST_VERBOSE, per test. */
function report(resultsFile) {
  if (!fs.existsSync(resultsFile)) return;
  for (const { title, state, error } of JSON.parse(fs.readFileSync(resultsFile, 'utf8')).tests) {
    if (verbose || state === 'failed') console.log(`  ${state === 'passed' ? 'ok    ' : state} ${title}`);
    if (error) console.log(error.replace(/^/gm, '      '));
  }
}

/** Resolves to the suite's exit code; rejects when the page dies or takes too long. */
async function suiteEnd(page, address, lines) {
  let exited;
  const exit = new Promise((resolve) => (exited = resolve));
  // The workbench calls these two: at the end of the suite, and for what the extension host prints.
  await page.exposeFunction('codeAutomationExit', (code) => exited(code));
  await page.exposeFunction('codeAutomationLog', (_type, values) => {
    const line = format(...values);
    lines.push(line);
    if (verbose) console.log(line);
  });
  const death = new Promise((_resolve, reject) => {
    page.on('crash', () => reject(new Error('The page crashed.')));
    page.on('close', () => reject(new Error('The page was closed.')));
    setTimeout(() => reject(new Error(`No end after ${timeout / 1000} s.`)), timeout).unref();
  });
  // It may come after the end, when nobody waits for it any more.
  death.catch(() => undefined);
  await page.goto(address);
  return Promise.race([exit, death]);
}

/** @param {'current' | 'minimum'} target */
export async function integrationStage(target = 'current') {
  await bundleIntegrationSuite();
  return withExamples((workspace) =>
    withResultsFile(async (resultsFile) => {
      const env = { BBP_TEST_RESULTS: resultsFile };
      const server = await startServer({ target, driver: true, env });
      const browser = await launchBrowser();
      const page = await newPage(browser, server.origin);
      const lines = [];
      try {
        const address = server.url(workspace, {
          extensionDevelopmentPath: server.uri(root),
          extensionTestsPath: server.uri(suite),
        });
        const code = await suiteEnd(page, address, lines);
        report(resultsFile);
        return code === 0 ? undefined : `the extension host ended with code ${code}`;
      } catch (error) {
        fs.mkdirSync(shots, { recursive: true });
        await page.screenshot({ path: path.join(shots, 'integration-failed.png') }).catch(() => undefined);
        console.log(lines.join('\n'), server.output());
        return String(error);
      } finally {
        await browser.close();
        await server.stop();
      }
    }),
  );
}

/** The same suite in the desktop VS Code that @vscode/test-electron fetches, or that VSCODE_EXECUTABLE names. */
export async function desktopStage() {
  await bundleIntegrationSuite();
  const { runTests } = await import('@vscode/test-electron');
  return withExamples((workspace) =>
    withResultsFile(async (resultsFile) => {
      const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'bbp-desktop-'));
      const userSettings = path.join(profile, 'user', 'User', 'settings.json');
      fs.mkdirSync(path.dirname(userSettings), { recursive: true });
      fs.writeFileSync(userSettings, JSON.stringify(quietSettings));
      const executable = process.env.VSCODE_EXECUTABLE;
      try {
        await runTests({
          ...(executable ? { vscodeExecutablePath: executable } : { version: process.env.VSCODE_VERSION ?? 'stable' }),
          extensionDevelopmentPath: root,
          extensionTestsPath: suite,
          launchArgs: [
            workspace,
            ...['--user-data-dir', path.join(profile, 'user'), '--extensions-dir', path.join(profile, 'extensions')],
            ...['--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
            ...['--disable-telemetry', '--disable-updates', '--no-sandbox'],
          ],
          extensionTestsEnv: { BBP_TEST_RESULTS: resultsFile },
        });
        return undefined;
      } catch (error) {
        return error.message;
      } finally {
        report(resultsFile);
        fs.rmSync(profile, { recursive: true, force: true });
      }
    }),
  );
}
