// Measures against the numbers to reach: node scripts/bench.mjs [NAME…]. Writes out/bench.md.
import fs from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { out, root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { bundleTests } from './test/bundle.mjs';
import { launchBrowserServer } from './vscode/browser.mjs';

const table = path.join(out, 'bench.md');
const names = process.argv.slice(2);

await build({ production: true });
const files = (await bundleTests('test/bench', /\.bench\.ts$/)).filter(
  (file) => names.length === 0 || names.some((name) => path.basename(file).startsWith(name)),
);
fs.mkdirSync(out, { recursive: true });
fs.writeFileSync(table, '| Work | Measured | Bound | |\n|---|---|---|---|\n');
const browser = await launchBrowserServer();
try {
  // One after the other: each has the machine for itself.
  for (const file of files) {
    const env = { ...process.env, BBP_BENCH_TABLE: table, BBP_E2E_BROWSER: browser.wsEndpoint() };
    const { code } = await run(process.execPath, ['--enable-source-maps', file], { env });
    if (code !== 0) process.exitCode = 1;
  }
} finally {
  await browser.close();
}
console.log(`\n${fs.readFileSync(table, 'utf8')}\n${path.relative(root, table)}`);
