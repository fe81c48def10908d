// Bundles the TypeScript of the tests: one CommonJS file per test file, packages left outside.
import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { out, root } from '../lib/paths.mjs';

/**
 * @param {string} folder a folder of the project, such as `test/unit`; its subfolders count as well
 * @param {RegExp} names which files are entries
 * @returns {Promise<readonly string[]>} the bundles, in the order of their names
 */
export async function bundleTests(folder, names = /\.test\.ts$/) {
  const source = path.join(root, folder);
  const entries = fs.existsSync(source) ? fs.readdirSync(source, { recursive: true }) : [];
  const entryPoints = entries
    .filter((entry) => names.test(entry))
    .sort()
    .map((entry) => path.join(source, entry));
  const outdir = path.join(out, folder);
  fs.rmSync(outdir, { recursive: true, force: true });
  if (entryPoints.length === 0) return [];
  await esbuild.build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    outbase: source,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return entryPoints.map((entry) => path.join(outdir, path.relative(source, entry).replace(/\.ts$/, '.js')));
}
