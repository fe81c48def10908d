// Stages that are not mocha: the grammars and the check scripts. Each file counts as one test.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../lib/paths.mjs';
import { packageProgram, run } from '../lib/processes.mjs';
import { brokenStage } from './results.mjs';

function filesIn(folder, names) {
  const absolute = path.join(root, folder);
  const entries = fs.existsSync(absolute) ? fs.readdirSync(absolute, { recursive: true }) : [];
  return entries
    .filter((entry) => names.test(entry))
    .map((entry) => path.join(folder, entry))
    .sort();
}

/** Runs one program per file; `programOf` gives its arguments for Node. */
async function oneTestPerFile(files, programOf, absent) {
  if (files.length === 0) return { ...brokenStage(absent), output: '' };
  const failures = [];
  for (const file of files) {
    const { code, output } = await run(process.execPath, programOf(file), { quiet: true });
    if (code !== 0) failures.push(`${file}\n${output}`);
  }
  const output = failures.join('\n');
  return { passed: files.length - failures.length, failed: failures.length, skipped: 0, output };
}

/** Scopes asserted in comments of the files under test/grammar. */
export function grammarStage() {
  const program = packageProgram(import.meta.resolve('vscode-tmgrammar-test/package.json'), 'vscode-tmgrammar-test');
  const { grammars } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).contributes;
  const grammarFlags = grammars.flatMap((grammar) => ['--grammar', grammar.path]);
  const files = filesIn('test/grammar', /\.test\./);
  return oneTestPerFile(files, (file) => [program, ...grammarFlags, file], 'test/grammar has no files');
}

/** Scripts test/*.check.mjs: each passes when it ends with 0. */
export function checkScripts() {
  return filesIn('test', /\.check\.mjs$/);
}

export function checkStage() {
  return oneTestPerFile(checkScripts(), (file) => [file], 'there are no check scripts');
}
