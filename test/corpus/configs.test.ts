import assert from 'node:assert/strict';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { nodeLanguageService } from '../../server/src/service/nodeService.node';
import type { Diagnostic } from '../../server/src/service/results';
import { CORPUS, corpusFiles, describeCorpus } from '../support/corpus';
import { trulyWrong } from './trulyWrong';

/** Checks a corpus file as if the corpus were the open folder. */
const service = CORPUS ? nodeLanguageService([URI.file(CORPUS).toString()]) : undefined;

async function diagnose(file: string): Promise<readonly Diagnostic[]> {
  const uri = URI.file(file).toString();
  return (await service?.diagnostics(uri)) ?? [];
}

describeCorpus('corpus: configs and targets', function () {
  this.timeout(120_000);
  const files = corpusFiles('blueconfig', 'circuitconfig', 'target');

  it('has them all', () => {
    assert.ok(files.length >= 60, `${files.length} files`);
  });

  for (const { path: name, file, expected } of files) {
    it(`${name} is read`, async () => {
      assert.ok(await service?.document(URI.file(file).toString()), 'is of a known kind');
    });
    if (expected !== 'valid') continue;
    it(`${name} has no error but those that are truly wrong`, async () => {
      const errors = (await diagnose(file)).filter(({ severity }) => severity === 'error');
      const known = trulyWrong[name]?.errors ?? {};
      const counts: Record<string, number> = {};
      for (const { code } of errors) counts[code] = (counts[code] ?? 0) + 1;
      const shown = errors.map(({ code, message, range }) => `${range.start.line + 1}: ${code} ${message}`).join('\n');
      assert.deepEqual(counts, known, shown);
    });
  }

  it('lists no case for a file that is not there', () => {
    const names = new Set(files.map((each) => each.path));
    assert.deepEqual(
      Object.keys(trulyWrong).filter((name) => !names.has(name)),
      [],
    );
  });
});

describeCorpus('corpus: configs that are meant to fail', () => {
  const folder = path.join(CORPUS ?? '', 'legacy/bluecellulab-bb5/sim_twocell_all');
  const cases = [
    ['BlueConfigWithInvalidConnectionContents', 'BC103', 'UnsupportedDelay'],
    ['BlueConfigWithInvalidConnectionEntries', 'BC403', 'UndefinedTarget'],
    ['BlueConfigWithInvalidModOverride', 'BC414', 'NonExistingModNotEvenGlusynapse'],
  ] as const;
  for (const [name, code, guilty] of cases) {
    it(`${name}: ${code} on ${guilty}`, async () => {
      const file = path.join(folder, name);
      const document = await service?.document(URI.file(file).toString());
      const found = (await diagnose(file)).filter((diagnostic) => diagnostic.code === code);
      assert.deepEqual(
        found.map(({ range }) =>
          document?.text.slice(document.lines.offsetAt(range.start), document.lines.offsetAt(range.end)),
        ),
        [guilty],
      );
    });
  }
});
