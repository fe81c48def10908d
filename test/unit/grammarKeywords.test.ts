import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isBranchEnd, kindOfText, MARKER } from '../../formats/morphology/asc/tokens';
import { SUBSETS, TARGET_TYPES } from '../../formats/target/model';
import { sections } from '../../server/src/languages/blueconfig/schema';

interface Grammar {
  readonly repository: Readonly<Record<string, { readonly match?: string; readonly begin?: string }>>;
}

function words(grammar: string, rule: string): string[] {
  const { repository } = JSON.parse(readFileSync(`syntaxes/${grammar}.tmLanguage.json`, 'utf8')) as Grammar;
  const pattern = repository[rule]?.match ?? repository[rule]?.begin ?? '';
  const alternation = /\(\??:?([A-Za-z]+(?:\|[A-Za-z]+)+)\)/.exec(pattern)?.[1] ?? '';
  return alternation.split('|').sort();
}

/** The grammars cannot read the tables, so they repeat some words; this sees that they are the same. */
describe('grammar keywords', () => {
  it('section types are those of the schema', () => {
    assert.deepEqual(words('blueconfig', 'section-types'), sections.map(({ name }) => name).sort());
  });

  it('target types are those of the model', () => {
    assert.deepEqual(words('circuittarget', 'target-types'), [...TARGET_TYPES].sort());
  });

  it('subsets are those of the model', () => {
    assert.deepEqual(words('circuittarget', 'subsets'), [...SUBSETS].sort());
  });

  it('keys that name targets are those of the schema', () => {
    const named = sections.flatMap(({ keys }) => keys.filter(({ type }) => type === 'target').map(({ name }) => name));
    assert.deepEqual(words('blueconfig', 'target-entry'), [...new Set(named)].sort());
  });

  it("markers and branch ends of Neurolucida are those of the reader's tokens", () => {
    const kindOf = (word: string): number => kindOfText(word, false);
    for (const word of words('neurolucida', 'markers')) assert.equal(kindOf(word), MARKER, word);
    for (const word of words('neurolucida', 'branch-ends')) assert.ok(isBranchEnd(kindOf(word)), word);
    assert.equal(words('neurolucida', 'markers').length, 31);
    assert.equal(words('neurolucida', 'branch-ends').length, 7);
  });
});
