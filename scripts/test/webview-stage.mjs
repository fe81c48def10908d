// The built webviews in Chromium, with an extension made up by the tests on the other side: no VS Code.
import { launchBrowserServer } from '../vscode/browser.mjs';
import { mochaStage } from './mocha-stage.mjs';

export async function webviewStage() {
  const browser = await launchBrowserServer();
  try {
    return await mochaStage('test/webview', { env: { BBP_E2E_BROWSER: browser.wsEndpoint() } });
  } finally {
    await browser.close();
  }
}
