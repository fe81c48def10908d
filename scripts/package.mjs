// Packs the extension: node scripts/package.mjs [--update]
//   --update   takes the list of its files as the new test/snapshots/vsix-contents.txt
//   --prepare  only makes what is packed; the packager runs this (`vscode:prepublish`)
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { writeNotices } from './lib/notices.mjs';
import { root, vsix } from './lib/paths.mjs';
import { packageProgram, run } from './lib/processes.mjs';
import { listZip } from './lib/zip.mjs';

/** What the package may weigh, in bytes. */
export const sizeBudget = 6_000_000;
const snapshot = path.join(root, 'test', 'snapshots', 'vsix-contents.txt');

let packing;

/** Makes the .vsix, once per run; throws with the packager's words when it refuses. */
export function packExtension() {
  return (packing ??= pack());
}

async function pack() {
  const { code, output } = await run(
    process.execPath,
    [
      packageProgram(import.meta.resolve('@vscode/vsce/package.json'), 'vsce'),
      ...['package', '--out', vsix, '--no-dependencies'],
      // There is no public address yet that links could lead to.
      ...['--allow-missing-repository', '--no-rewrite-relative-links'],
    ],
    { quiet: true },
  );
  if (code !== 0) throw new Error(`The extension could not be packed.\n${output}`);
}

/** The names in the .vsix, as the snapshot has them. */
export function packedNames() {
  return listZip(vsix).map(({ name }) => name);
}

export function expectedNames() {
  return fs.existsSync(snapshot) ? fs.readFileSync(snapshot, 'utf8').split(/\r?\n/).filter(Boolean) : [];
}

/** What differs from the snapshot, one file a line; empty when nothing does. */
export function contentDifferences() {
  const [packed, expected] = [packedNames(), expectedNames()];
  return [
    ...packed.filter((name) => !expected.includes(name)).map((name) => `+ ${name}`),
    ...expected.filter((name) => !packed.includes(name)).map((name) => `- ${name}`),
  ];
}

async function main() {
  if (process.argv.includes('--prepare')) {
    writeNotices(await build({ production: true }));
    return;
  }
  await packExtension();
  const { size } = fs.statSync(vsix);
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
  for (const file of listZip(vsix)) console.log(`${(file.size / 1024).toFixed(1).padStart(8)} kB  ${file.name}`);
  console.log(`${path.relative(root, vsix)}: ${megabytes(size)} of ${megabytes(sizeBudget)}`);
  if (process.argv.includes('--update')) {
    fs.mkdirSync(path.dirname(snapshot), { recursive: true });
    fs.writeFileSync(snapshot, `${packedNames().join('\n')}\n`);
    return;
  }
  const differences = contentDifferences();
  if (differences.length > 0) {
    console.log(`Other files than in ${path.relative(root, snapshot)} (npm run package -- --update takes them):`);
    console.log(differences.join('\n'));
  }
  if (differences.length > 0 || size > sizeBudget) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
