// End to end: the packed .vsix, installed into a clean profile, driven in Chromium by the tests of test/e2e.
import { vsix } from '../lib/paths.mjs';
import { packExtension } from '../package.mjs';
import { launchBrowserServer } from '../vscode/browser.mjs';
import { startServer } from '../vscode/server.mjs';
import { mochaStage } from './mocha-stage.mjs';
import { withExamples } from './workspace.mjs';

export async function endToEndStage() {
  await packExtension();
  return withExamples(async (workspace) => {
    const server = await startServer({ extensions: [vsix] });
    const browser = await launchBrowserServer();
    try {
      return await mochaStage('test/e2e', {
        env: {
          BBP_E2E_BROWSER: browser.wsEndpoint(),
          BBP_E2E_ADDRESS: server.url(workspace),
          BBP_E2E_WORKSPACE: workspace,
          BBP_E2E_PROFILE: server.profile,
        },
      });
    } finally {
      await browser.close();
      await server.stop();
    }
  });
}
