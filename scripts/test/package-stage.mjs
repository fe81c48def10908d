// What is in the .vsix, and how much it weighs. Packs it first.
import fs from 'node:fs';
import { vsix } from '../lib/paths.mjs';
import { listZip } from '../lib/zip.mjs';
import { contentDifferences, packExtension, sizeBudget } from '../package.mjs';

/** The entry must stay tiny: it is loaded for every plain text. In bytes. */
const entryBudget = 12_000;

export async function packageStage() {
  await packExtension();
  const differences = contentDifferences();
  const { size } = fs.statSync(vsix);
  const entry = listZip(vsix).find(({ name }) => name === 'extension/dist/extension.js');
  const checks = [
    [
      differences.length === 0,
      `The package has other files; npm run package -- --update takes them.\n${differences.join('\n')}`,
    ],
    [size <= sizeBudget, `The package has ${size} bytes, more than ${sizeBudget}.`],
    [
      entry !== undefined && entry.size <= entryBudget,
      `dist/extension.js has ${entry?.size} bytes, more than ${entryBudget}.`,
    ],
  ];
  const failures = checks.filter(([passed]) => !passed).map(([, message]) => message);
  for (const failure of failures) console.log(failure);
  return { passed: checks.length - failures.length, failed: failures.length, skipped: 0 };
}
