import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { LanguageService } from '../../server/src/service/languageService';
import { applyEdits } from '../support/fixture';
import { MemoryWorkspace } from '../support/memoryWorkspace';
import { applyRandomEdit, edits, RUNS } from '../support/random';

const FILES = {
  'file:///ws/circuit/start.target': ['circuittarget', readFileSync('examples/circuit/start.target', 'utf8')],
  'file:///ws/simulation/BlueConfig': ['blueconfig', readFileSync('examples/simulation/BlueConfig', 'utf8')],
  'file:///ws/simulation/user.target': ['circuittarget', readFileSync('examples/simulation/user.target', 'utf8')],
} as const;
const URIS = Object.keys(FILES) as (keyof typeof FILES)[];

function workspaceOf(texts: Readonly<Record<string, string>>): MemoryWorkspace {
  const workspace = new MemoryWorkspace();
  for (const [uri, text] of Object.entries(texts)) workspace.write(uri, text);
  return workspace;
}

/** All that the index is asked for, as one value to compare. */
async function picture(service: LanguageService): Promise<unknown> {
  const diagnostics = await Promise.all(URIS.map((uri) => service.diagnostics(uri)));
  const targets = await Promise.all(URIS.map((uri) => service.listTargets(uri)));
  const symbols = await service.workspaceSymbols('');
  const outlines = await Promise.all(URIS.map((uri) => service.outline(uri)));
  return { diagnostics, targets, symbols, outlines };
}

describe('edits', function () {
  this.timeout(Number(process.env['BBP_TEST_TIMEOUT'] ?? '120000'));

  it('leave the index as if it were built anew', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...URIS), edits), { minLength: 1, maxLength: 4 }),
        async (rounds) => {
          const texts: Record<string, string> = Object.fromEntries(URIS.map((uri) => [uri, FILES[uri][1]]));
          const edited = new LanguageService(workspaceOf(texts));
          let version = 1;
          for (const uri of URIS) edited.openDocument(uri, FILES[uri][0], version, texts[uri] ?? '');
          for (const [uri, changes] of rounds) {
            for (const change of changes) {
              texts[uri] = applyRandomEdit(texts[uri] ?? '', change);
              edited.openDocument(uri, FILES[uri][0], ++version, texts[uri] ?? '');
            }
            // What is asked in between must leave nothing behind.
            await edited.diagnostics(uri);
          }
          // What is on disk is the same: only how the texts came to be differs.
          const anew = new LanguageService(workspaceOf(Object.fromEntries(URIS.map((uri) => [uri, FILES[uri][1]]))));
          for (const uri of URIS) anew.openDocument(uri, FILES[uri][0], 1, texts[uri] ?? '');
          assert.deepEqual(await picture(edited), await picture(anew));
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('of a rename leave as many places of the new name as there were of the old', async () => {
    const texts: Readonly<Record<string, string>> = Object.fromEntries(URIS.map((uri) => [uri, FILES[uri][1]]));
    const names = (await new LanguageService(workspaceOf(texts)).workspaceSymbols(''))
      .filter(({ kind }) => kind === 'target' || kind === 'stimulus' || kind === 'electrode')
      .map(({ location }) => location);
    assert.ok(names.length > 20, 'the examples define many names');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.stringMatching(/^[A-Z][A-Za-z_]{3,12}$/),
        async ({ uri, range }, newName) => {
          const service = new LanguageService(workspaceOf(texts));
          const before = await service.references(uri, range.start, true);
          const { files } = await service.rename(uri, range.start, newName);
          const renamed = { ...texts };
          for (const file of files) renamed[file.uri] = applyEdits(renamed[file.uri] ?? '', file.edits);
          const after = new LanguageService(workspaceOf(renamed));
          const found = await after.references(uri, range.start, true);
          assert.deepEqual(
            found.map((place) => `${place.uri}:${place.range.start.line}`),
            before.map((place) => `${place.uri}:${place.range.start.line}`),
          );
        },
      ),
      { numRuns: RUNS },
    );
  });
});
