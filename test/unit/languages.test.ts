import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { languageFiles } from '../../formats/recognise/languages';
import { languages } from '../../server/src/languages/registry';
import { LanguageService } from '../../server/src/service/languageService';
import { cellPicks } from '../support/cellPicks';
import { MemoryWorkspace } from '../support/memoryWorkspace';

/** Languages whose identifier is also what the format is called wherever morphologies are read and written. */
const FORMAT_NAMES: ReadonlySet<string> = new Set(['swc']);

describe('languages', () => {
  it('are the same in the registry and in the table of their files', () => {
    assert.deepEqual(
      languages.map(({ id }) => id),
      languageFiles.map(({ id }) => id),
    );
  });

  it('are named nowhere else', () => {
    const parts = ['client', 'cli', 'protocol', 'scripts', 'server/src'];
    const own = path.join('server', 'src', 'languages');
    const files = parts.flatMap((part) =>
      readdirSync(part, { recursive: true, encoding: 'utf8' }).map((file) => path.join(part, file)),
    );
    const guilty = files
      .filter((file) => /\.(ts|mjs)$/.test(file) && !file.startsWith(own))
      .filter((file) => {
        const text = readFileSync(file, 'utf8');
        return languageFiles.some(({ id }) => !FORMAT_NAMES.has(id) && new RegExp(`\\b${id}\\b`).test(text));
      });
    assert.deepEqual(guilty, []);
  });
});

/** Nothing but the value in test/support/cellPicks.ts knows this language. */
describe('a third language', () => {
  const picks = 'file:///ws/some.picks';
  const targets = 'file:///ws/user.target';

  const withPicks = (): { workspace: MemoryWorkspace; service: LanguageService } => {
    const workspace = new MemoryWorkspace();
    workspace.write(picks, 'from user.target\npick Small\npluck Small\n');
    workspace.write(targets, 'Target Cell Small\n{\n    a1 a2\n}\n');
    return { workspace, service: new LanguageService(workspace, [...languages, cellPicks]) };
  };
  const shown = (locations: readonly { uri: string; range: { start: { line: number } } }[]): string[] =>
    locations.map(({ uri, range }) => `${uri.replace('file:///ws/', '')}:${range.start.line + 1}`);

  it('is unknown to a service without it', async () => {
    const { workspace } = withPicks();
    assert.equal(await new LanguageService(workspace).document(picks), undefined);
  });

  it('has diagnostics, with levels and places', async () => {
    const { service } = withPicks();
    const found = (await service.diagnostics(picks)).map(({ code, severity, range }) => [code, severity, range]);
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } };
    assert.deepEqual(found, [['CP001', 'error', range]]);
    service.levels = { CP001: 'off' };
    assert.deepEqual(await service.diagnostics(picks), []);
  });

  it('has an outline', async () => {
    const { service } = withPicks();
    assert.deepEqual(
      (await service.outline(picks)).map(({ name }) => name),
      ['user.target', 'Small', 'Small'],
    );
  });

  it('meets the others: definitions, references and a rename cross from language to language', async () => {
    const { service } = withPicks();
    const use = { line: 1, character: 6 };
    const definition = { line: 0, character: 13 };
    assert.deepEqual(shown(await service.definition(picks, use)), ['user.target:1']);
    assert.deepEqual(shown(await service.references(targets, definition, true)), ['some.picks:2', 'user.target:1']);
    const { files } = await service.rename(targets, definition, 'Tiny');
    assert.deepEqual(files.map(({ uri }) => uri).sort(), [picks, targets]);
  });

  it('counts in the status of its documents, and its own files are watched', async () => {
    const { service } = withPicks();
    assert.equal((await service.status(targets))?.text, 'Used by: some.picks · 1 target file · 2 cells');
    assert.ok(service.watchedNames().includes('*.picks'));
  });

  it('is known by its content, and open in an editor', async () => {
    const { workspace, service } = withPicks();
    workspace.write('file:///ws/unnamed', 'pick Small\nwrong\n');
    assert.equal((await service.diagnostics('file:///ws/unnamed')).length, 1);
    service.openDocument(picks, 'cellpicks', 1, 'pick Small\n');
    assert.deepEqual(await service.diagnostics(picks), []);
  });
});
