// A stage that runs the test files of one folder with mocha in a Node process of its own.
import path from 'node:path';
import { root } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';
import { bundleTests } from './bundle.mjs';
import { withResultsFile } from './results.mjs';

/** An endless loop in a test would keep mocha from ever noticing; after this long, in ms, the process is killed. */
const stageLimit = 15 * 60_000;

/**
 * @param {string} folder such as `test/unit`
 * @param {{ env?: Record<string, string>, quiet?: boolean, limit?: number }} options
 *   `quiet`: the output is given back instead of shown, for stages that run side by side
 */
export async function mochaStage(folder, { env = {}, quiet = false, limit = stageLimit } = {}) {
  const files = await bundleTests(folder);
  let output = '';
  const result = await withResultsFile(async (resultsFile) => {
    if (files.length === 0) return `${folder} has no test files`;
    const child = path.join(root, 'scripts', 'test', 'mocha-child.mjs');
    const color = process.stdout.isTTY ? '1' : '0';
    const childEnv = { ...process.env, BBP_TEST_COLOR: color, ...env, BBP_TEST_RESULTS: resultsFile };
    const finished = await run(process.execPath, ['--enable-source-maps', child, ...files], {
      env: childEnv,
      quiet,
      limit,
    });
    if (quiet) output = finished.output;
    return finished.code === 0 ? undefined : `mocha ended with code ${finished.code}`;
  });
  return { ...result, output };
}
