import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = process.cwd();

/**
 * Forbidden imports for every row of the import table, and the rule that must catch each: from the column "never", and
 * something that is merely not in the column "may import".
 */
const PLANTED: readonly (readonly [file: string, imported: string, rule: string])[] = [
  ['formats/may.ts', 'chevrotain', 'formats-may-import'],
  ['protocol/may.ts', 'vscode-uri', 'protocol-may-import'],
  ['server/src/languages/one/may.ts', 'vscode-uri', 'language-may-import'],
  ['server/src/languages/may.ts', 'chevrotain', 'languages-may-import'],
  ['server/src/languages/may2.ts', '../service/thing', 'languages-may-import'],
  ['server/src/workspace/may.ts', '../service/thing', 'workspace-may-import'],
  ['server/src/workspace/may2.ts', '../languages/registry', 'workspace-may-import'],
  ['server/src/workspace/may3.ts', 'chevrotain', 'workspace-may-import'],
  ['server/src/workspace/may4.ts', '../languages/language', 'types-of-diagnostics-and-languages'],
  ['server/src/diagnostics/may.ts', '../service/thing', 'diagnostics-may-import'],
  ['server/src/diagnostics/may2.ts', 'jsonc-parser', 'diagnostics-may-import'],
  ['server/src/service/may.ts', 'jsonc-parser', 'service-may-import'],
  ['server/src/service/may2.ts', '../main', 'service-may-import'],
  ['server/src/lsp/may.ts', 'chevrotain', 'lsp-may-import'],
  ['server/src/lsp/may2.ts', '../languages/registry', 'lsp-may-import'],
  ['server/src/lsp/may3.ts', '../diagnostics/thing', 'types-of-diagnostics-and-languages'],
  ['cli/src/may.ts', '../../server/src/workspace/thing', 'cli-may-import'],
  ['cli/src/may2.ts', 'chevrotain', 'cli-may-import'],
  ['cli/src/may3.ts', '../../server/src/diagnostics/thing', 'types-of-diagnostics-and-languages'],
  ['client/src/may.ts', 'vscode-uri', 'client-may-import'],
  ['client/src/may2.ts', 'node:path', 'client-knows-no-machine'],
  ['webviews/may.ts', 'vscode-uri', 'webviews-may-import'],
  ['formats/a.ts', 'vscode', 'formats-are-pure'],
  ['formats/b.ts', 'vscode-languageserver', 'formats-are-pure'],
  ['formats/c.ts', '../server/src/service/thing', 'formats-are-pure'],
  ['formats/d.ts', '../webviews/thing', 'formats-are-pure'],
  ['formats/e.ts', 'node:fs', 'formats-know-no-machine'],
  ['protocol/a.ts', 'chevrotain', 'protocol-is-types'],
  ['protocol/b.ts', '../server/src/service/thing', 'protocol-is-types'],
  ['server/src/languages/one/a.ts', '../two/thing', 'languages-do-not-meet'],
  ['server/src/languages/one/b.ts', '../../lsp/thing', 'languages-know-no-surroundings'],
  ['server/src/languages/one/c.ts', '../../service/thing', 'languages-know-no-surroundings'],
  ['server/src/languages/one/d.ts', 'node:path', 'languages-know-no-machine'],
  ['server/src/languages/one/e.ts', 'vscode', 'languages-know-no-surroundings'],
  ['server/src/service/a.ts', '../lsp/thing', 'core-knows-no-protocol'],
  ['server/src/service/b.ts', '../languages/one/thing', 'core-knows-no-single-language'],
  ['server/src/workspace/c.ts', 'node:fs', 'core-knows-no-machine'],
  ['server/src/diagnostics/d.ts', '../../../cli/src/thing', 'core-knows-no-protocol'],
  ['server/src/lsp/a.ts', 'vscode', 'lsp-speaks-to-the-service'],
  ['server/src/lsp/b.ts', '../languages/one/thing', 'lsp-speaks-to-the-service'],
  ['server/src/lsp/c.ts', '../../../client/src/thing', 'lsp-speaks-to-the-service'],
  ['cli/src/a.ts', 'vscode', 'cli-speaks-to-the-service'],
  ['cli/src/b.ts', '../../server/src/lsp/thing', 'cli-starts-the-server-in-one-place'],
  ['client/src/a.ts', '../../server/src/service/thing', 'client-speaks-protocol'],
  ['client/src/b.ts', '../../webviews/thing', 'client-speaks-protocol'],
  ['webviews/a.ts', 'vscode', 'webviews-know-the-dom-only'],
  ['webviews/b.ts', 'node:fs', 'webviews-know-no-machine'],
  ['webviews/c.ts', '../client/src/thing', 'webviews-know-the-dom-only'],
  ['webviews/d.ts', 'chevrotain', 'webviews-know-the-dom-only'],
  ['webviews/e.ts', '../server/src/service/thing', 'webviews-know-the-dom-only'],
];

/** Imports that the table allows: none of them may be caught. */
const ALLOWED: readonly (readonly [file: string, imported: string])[] = [
  ['formats/good.node.ts', 'node:fs'],
  ['server/src/languages/one/good.ts', 'chevrotain'],
  ['server/src/languages/one/good2.ts', '../language'],
  ['server/src/languages/one/good3.ts', '../../workspace/thing'],
  ['server/src/service/good.ts', '../languages/registry'],
  ['server/src/service/good2.ts', '../../../formats/thing'],
  ['server/src/workspace/good.ts', 'vscode-uri'],
  ['protocol/good.ts', 'vscode-jsonrpc'],
  ['server/src/lsp/good.ts', 'vscode-languageserver'],
  ['cli/src/good.ts', '../../server/src/service/thing'],
  ['cli/src/lsp.ts', '../../server/src/lsp/thing'],
  ['cli/src/good2.ts', '../../formats/thing'],
  ['client/src/good.ts', 'vscode'],
  ['client/src/good2.ts', 'vscode-languageclient/node'],
  ['client/src/good3.ts', '../../formats/thing'],
  ['client/src/good4.ts', 'vscode-jsonrpc'],
  ['webviews/good.ts', '../formats/thing'],
];

const THINGS = [
  'formats',
  'webviews',
  'client/src',
  'cli/src',
  'server/src/service',
  'server/src/lsp',
  'server/src/workspace',
  'server/src/diagnostics',
  'server/src/languages/one',
  'server/src/languages/two',
];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

describe('import table', () => {
  let violations: readonly Violation[] = [];
  let folder = '';

  before(function () {
    this.timeout(60_000);
    folder = mkdtempSync(path.join(tmpdir(), 'bbp-boundaries-'));
    const write = (file: string, text: string): void => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    };
    for (const each of THINGS) write(`${each}/thing.ts`, 'export const thing = 1;\n');
    for (const each of ['main', 'languages/language', 'languages/registry']) {
      write(`server/src/${each}.ts`, 'export const thing = 1;\n');
    }
    for (const [file, imported] of [...PLANTED, ...ALLOWED]) write(file, `import '${imported}';\n`);
    for (const each of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'package.json']) {
      cpSync(path.join(ROOT, each), path.join(folder, each));
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
    const program = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const parts = ['formats', 'protocol', 'server', 'cli', 'client', 'webviews'];
    const words = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...parts];
    let output: string;
    try {
      output = execFileSync(process.execPath, words, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      // It exits with the number of violations.
      output = (error as { stdout: string }).stdout;
    }
    violations = (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [file, imported, rule] of PLANTED) {
    it(`${file} may not import ${imported}`, () => {
      const names = violations.filter(({ from }) => from === file).map((violation) => violation.rule.name);
      assert.ok(names.includes(rule), `caught by: ${names.join(', ') || 'nothing'}`);
    });
  }

  for (const [file, imported] of ALLOWED) {
    it(`${file} may import ${imported}`, () => {
      assert.deepEqual(
        violations.filter(({ from }) => from === file),
        [],
      );
    });
  }
});
