import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { resolveTarget } from '../../formats/target/resolve';
import { parseTargets } from '../../server/src/languages/target/parser';
import { targetFacts } from '../../server/src/languages/target/facts';
import { nodeLanguageService } from '../../server/src/service/nodeService.node';
import { URI } from 'vscode-uri';
import { CORPUS, describeCorpus } from '../support/corpus';

/** What bluepy's own tests expect of its target files. */
describeCorpus('bluepy expected.tsv', () => {
  const folder = path.join(CORPUS ?? '', 'legacy/bluepy');
  const rows = CORPUS
    ? readFileSync(path.join(folder, 'expected.tsv'), 'utf8')
        .split('\n')
        .slice(1)
        .filter((line) => line.includes('\t'))
        .map((line) => line.split('\t'))
    : [];

  const definitionsOf = (files: string) =>
    files
      .split('+')
      .flatMap((name) => targetFacts(parseTargets(readFileSync(path.join(folder, name), 'utf8'))).definitions);

  const resolved = (files: string, name: string) => {
    const definitions = definitionsOf(files);
    return resolveTarget(name, (each) => definitions.find((definition) => definition.name === each)?.content);
  };

  for (const [files = '', query = '', expected = ''] of rows) {
    const [verb, name = ''] = query.split(' ');
    if (verb === 'names') {
      it(`${files}: ${query}`, () => {
        const names = new Set(definitionsOf(files).map((definition) => definition.name));
        assert.deepEqual([...names].sort(), expected.split(' ').sort());
      });
    } else if (verb === 'resolve' && expected.startsWith('[')) {
      it(`${files}: ${query} = ${expected}`, () => {
        assert.deepEqual([...resolved(files, name).cells], JSON.parse(expected));
      });
    } else if (verb === 'resolve') {
      it(`${files}: ${query}: ${expected}`, async () => {
        // An unknown name, or what is said of the file where the target is defined.
        if (definitionsOf(files).every((definition) => definition.name !== name)) {
          assert.deepEqual(resolved(files, name).undefinedNames, [name]);
          return;
        }
        const service = nodeLanguageService([URI.file(folder).toString()]);
        const members = await service.resolveMembers(URI.file(path.join(folder, files)).toString(), name);
        assert.ok(members && members.problems.length > 0, 'resolving says what is wrong');
      });
    } else if (verb === 'load') {
      it(`${files}: ${query}: ${expected}`, () => {
        const names = definitionsOf(files).map((definition) => definition.name);
        assert.ok(new Set(names).size < names.length, 'a name is defined twice, which TG005 reports');
      });
    } else if (verb === 'to_node_sets') {
      it(`${files}: cells of ${expected}, counted from 0`, () => {
        for (const pair of expected.split(' ')) {
          const at = pair.lastIndexOf(':');
          const cells = [...resolved(files, pair.slice(0, at)).cells].map((gid) => gid - 1);
          assert.deepEqual(cells, JSON.parse(pair.slice(at + 1)), pair);
        }
      });
    }
  }

  it('covers every row on target files', () => {
    assert.equal(rows.filter(([files = '']) => files.includes('.target')).length, rows.length - 1);
  });
});
