// Bundles what is shipped: node scripts/build.mjs [--production] [--watch]
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { dist, root } from './lib/paths.mjs';

/** The bundles: each is one file, so that nothing of node_modules is shipped. */
const bundles = {
  // Tiny: all that is loaded until a document needs more. It loads its neighbours client.js and editors.js by itself.
  extension: { entry: 'client/src/extension.ts', external: ['vscode', './client.js', './editors.js'] },
  client: { entry: 'client/src/client.ts', external: ['vscode'] },
  // The custom editors, without the language client: who opens a morphology starts no language server.
  editors: { entry: 'client/src/editors.ts', external: ['vscode'] },
  server: { entry: 'server/src/main.ts', external: [] },
  cli: { entry: 'cli/src/main.ts', external: [], executable: true },
  // Beside the data, in a thread of its own: the only bundle with h5wasm in it. Extension, server and cli start it.
  'hdf5.worker': { entry: 'formats/hdf5/hdf5.worker.ts', external: [], importMeta: true },
  'morphology.worker': { entry: 'client/src/editors/morphology/morphology.worker.ts', external: [] },
  'webviews/morphology': { entry: 'webviews/morphology/main.ts', external: [], browser: true },
  'webviews/data': { entry: 'webviews/data/main.ts', external: [], browser: true },
};

/** h5wasm is an ES module that asks for its own address. */
const importMeta = {
  define: { 'import.meta.url': '__moduleAddress' },
  banner: 'const __moduleAddress = require("url").pathToFileURL(__filename).href;',
};

/** Filters that HDF5 loads by itself when a dataset needs one: WebAssembly, one file each. */
function copyHdf5Plugins() {
  const from = path.join(root, 'node_modules/h5wasm-plugins/plugins');
  const to = path.join(dist, 'hdf5-plugins');
  fs.mkdirSync(to, { recursive: true });
  for (const name of fs.readdirSync(from).filter((each) => each.endsWith('.so'))) {
    fs.copyFileSync(path.join(from, name), path.join(to, name));
  }
}

function bundleOptions(name, { entry, external, executable = false, browser = false, ...bundle }, production) {
  const banner = bundle.importMeta ? importMeta.banner : executable ? '#!/usr/bin/env node' : undefined;
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: path.join(dist, `${name}.js`),
    external,
    bundle: true,
    ...(browser
      ? { platform: 'browser', format: 'iife', target: 'chrome128', loader: { '.ttf': 'file' }, assetNames: '[name]' }
      : { platform: 'node', format: 'cjs', target: 'node20' }),
    // `import()` of a neighbour becomes a late `require`, which is what gives extensions their `vscode` module.
    ...(browser ? {} : { supported: { 'dynamic-import': false } }),
    // The ES modules of packages: their `main` files are often UMD, which cannot be bundled.
    mainFields: ['module', 'main'],
    minify: production,
    sourcemap: production ? false : 'linked',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    // Its WebAssembly is a string of all bytes: written as ASCII it would be a sixth larger.
    ...(bundle.importMeta ? { define: importMeta.define, charset: 'utf8' } : {}),
    ...(banner ? { banner: { js: banner } } : {}),
  };
}

/** Makes every bundle; resolves to esbuild's metafile of each, by name. */
export async function build({ production = false } = {}) {
  // What is shipped must hold no source maps of an earlier build; otherwise a running VS Code keeps its files.
  if (production) fs.rmSync(dist, { recursive: true, force: true });
  copyHdf5Plugins();
  const results = await Promise.all(
    Object.entries(bundles).map(async ([name, bundle]) => {
      const { metafile } = await esbuild.build(bundleOptions(name, bundle, production));
      if (bundle.executable) fs.chmodSync(path.join(dist, `${name}.js`), 0o755);
      return [name, metafile];
    }),
  );
  return Object.fromEntries(results);
}

async function watch() {
  copyHdf5Plugins();
  let building = 0;
  // The lines that the problem matcher of .vscode/tasks.json waits for.
  const announce = {
    name: 'announce',
    setup: (builder) => {
      builder.onStart(() => {
        if (building === 0) console.log('[watch] build started');
        building += 1;
      });
      builder.onEnd(() => {
        building -= 1;
        if (building === 0) console.log('[watch] build finished');
      });
    },
  };
  for (const [name, bundle] of Object.entries(bundles)) {
    const options = bundleOptions(name, bundle, false);
    const context = await esbuild.context({ ...options, plugins: [announce] });
    await context.watch();
  }
}

function printSizes(metafiles) {
  for (const metafile of Object.values(metafiles)) {
    for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
      if (file.endsWith('.js')) console.log(`${(bytes / 1024).toFixed(1).padStart(8)} kB  ${file}`);
    }
  }
}

async function main() {
  if (process.argv.includes('--watch')) {
    await watch();
    return;
  }
  try {
    printSizes(await build({ production: process.argv.includes('--production') }));
  } catch {
    // esbuild has said what is wrong.
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
