import assert from 'node:assert/strict';
import { ODDITY_LIMIT, type TargetContent, type TargetType } from '../../formats/target/model';
import { nameFlaw, targetNameProblem } from '../../formats/target/name';
import { resolveTarget } from '../../formats/target/resolve';
import { ROW_TRAIT, WORD_KIND } from '../../formats/target/rows';
import { scanBody } from '../../formats/target/scan';

const words = (list: readonly { readonly text: string }[]): string[] => list.map(({ text }) => text);

describe('formats/target scanBody', () => {
  it('reads gids and names of a Cell target, wherever they stand', () => {
    const body = scanBody('\n  a3 Layer1\ta1\r\n a17sources 12 A12 a3\n', 'Cell');
    assert.deepEqual([...body.gids], [3, 1, 3]);
    assert.deepEqual(words(body.names), ['Layer1', 'a17sources', '12', 'A12']);
    assert.deepEqual(body.names[0], { start: 6, end: 12, text: 'Layer1' });
    assert.equal(body.rows.length, 0);
  });

  it('keeps what is odd, with its place', () => {
    const body = scanBody('a012 a0 a-5 a99999999999 # a7\n\t\ta8', 'Cell');
    assert.deepEqual(
      body.oddities.map(({ kind, start, end }) => [kind, start, end]),
      [
        ['leading-zero', 0, 4],
        ['gid-below-one', 5, 7],
        ['gid-below-one', 8, 11],
        ['gid-too-large', 12, 24],
        ['comment', 25, 29],
        ['tab', 30, 32],
      ],
    );
    assert.deepEqual([...body.gids], [12, 0, 8]);
    assert.deepEqual(words(body.names), []);
  });

  it('keeps no more oddities of a kind than can be shown', () => {
    const { oddities } = scanBody('a0 '.repeat(1000), 'Cell');
    assert.equal(oddities.length, ODDITY_LIMIT);
    assert.equal(oddities.at(-1)?.further, 1000 - ODDITY_LIMIT);
  });

  it('takes a Compartment target line by line', () => {
    const body = scanBody(
      '\n a1 soma 0.5 1\n\n Mosaic\r axon_Mosaic apic[0] dend\n a2 a3 Other .5 -1e3 soma # a4\n',
      'Compartment',
    );
    assert.deepEqual(
      Array.from(body.rows, ({ member, subsets, values, extra }) => [
        member.text,
        words(subsets),
        words(values),
        words(extra),
      ]),
      [
        ['a1', ['soma'], ['0.5', '1'], []],
        ['Mosaic', [], [], []],
        ['axon_Mosaic', ['dend'], [], ['apic[0]']],
        ['a2', ['soma'], ['.5', '-1e3'], ['a3', 'Other']],
      ],
    );
    assert.deepEqual([...body.gids], [1, 2, 3]);
    assert.deepEqual(words(body.names), ['Mosaic', 'axon_Mosaic']);
  });

  it('finds lines by what they hold', () => {
    const { rows } = scanBody('a1 soma\nB axon 0.5\na2 0.5 dend\na3 soma axon\na4 x y\na5\n', 'Section');
    const found = (traits: number): string[] => Array.from(rows.having(traits), ({ member }) => member.text);
    assert.deepEqual(found(ROW_TRAIT.named), ['B']);
    assert.deepEqual(found(ROW_TRAIT.subset | ROW_TRAIT.value), ['B', 'a2']);
    assert.deepEqual(found(ROW_TRAIT.lateSubset), ['a2']);
    assert.deepEqual(found(ROW_TRAIT.secondSubset), ['a3']);
    assert.deepEqual(found(ROW_TRAIT.extra), ['a4']);
    assert.deepEqual(
      Array.from(rows.havingOneOf(ROW_TRAIT.extra | ROW_TRAIT.lateSubset), ({ member }) => member.text),
      ['a2', 'a4'],
    );
    assert.deepEqual(words([...rows.words(WORD_KIND.extra)]), ['x', 'y']);
    const values: unknown[] = [];
    rows.forEachValue((...value) => values.push(value));
    assert.deepEqual(values, [
      [0.5, 15, 18],
      [0.5, 22, 25],
    ]);
    assert.equal(rows.at(6), undefined);
    assert.deepEqual(rows.spanOf(1), { start: 8, end: 18 });
  });

  it('finds lines that say the same again, whatever their blanks', () => {
    const { rows } = scanBody('a1 soma\na1\tsoma\na1 so ma\na1 soma 0\n a1   soma\na10 soma\na1 0soma\n', 'Section');
    assert.deepEqual(rows.repeated(), [1, 4]);
    assert.deepEqual(scanBody('', 'Section').rows.repeated(), []);
    const many = Array.from({ length: 10_000 }, (_, index) => `a${(index % 5000) + 1} soma`).join('\n');
    assert.equal(scanBody(many, 'Section').rows.repeated().length, 5000);
  });

  it('reads anything', () => {
    for (const type of ['Cell', 'Section'] as const) {
      for (const text of ['', '\0', 'a', 'a-', '#', '\r', '{{', '\ud800', ' '.repeat(1e6), 'a1'.repeat(5e5)])
        scanBody(text, type);
    }
  });
});

describe('formats/target names', () => {
  it('cannot be given where one reader or another could not use them', () => {
    for (const name of [
      'soma',
      'axon',
      'dend',
      'apic',
      '_ALL_',
      'a12',
      'a012',
      'a-5',
      '}',
      '{',
      'C#1',
      '',
      'a b',
      'P:T',
    ])
      assert.ok(targetNameProblem(name), name);
    for (const name of ['Mosaic', 'a17sources', '200_L5_PCs', 'Soma', 'mc2;3', 'all'])
      assert.equal(targetNameProblem(name), undefined, name);
  });

  it('are wrong to every reader or to some', () => {
    assert.equal(nameFlaw('a12')?.level, 'error');
    for (const name of ['a012', 'soma', '_ALL_', 'C#1']) assert.equal(nameFlaw(name)?.level, 'warning');
    assert.equal(nameFlaw('P:T'), undefined);
  });
});

describe('formats/target resolveTarget', () => {
  const lookupIn = (bodies: Readonly<Record<string, string>>, type: TargetType = 'Cell') => {
    const contents = new Map<string, TargetContent>(
      Object.entries(bodies).map(([name, body]) => [name, { type, body: scanBody(body, type) }]),
    );
    return (name: string) => contents.get(name);
  };

  it('is the union of gids and members, ascending, each once', () => {
    const lookup = lookupIn({ All: 'Upper a2 a9 Lower', Upper: 'a3 a1', Lower: 'a9 a10 Upper a3' });
    assert.deepEqual(resolveTarget('All', lookup), { cells: Uint32Array.of(1, 2, 3, 9, 10), undefinedNames: [] });
  });

  it('names what is not defined, each once', () => {
    const { cells, undefinedNames } = resolveTarget('A', lookupIn({ A: 'x B x a1', B: 'y x' }));
    assert.deepEqual([[...cells], undefinedNames], [[1], ['x', 'y']]);
    assert.deepEqual(resolveTarget('nowhere', lookupIn({})).undefinedNames, ['nowhere']);
  });

  it('finds a circle and ends', () => {
    const lookup = lookupIn({ A: 'a1 B', B: 'a2 C', C: 'a3 B', Self: 'Self a4' });
    const { cells, cycle } = resolveTarget('A', lookup);
    assert.deepEqual(
      [[...cells], cycle],
      [
        [1, 2, 3],
        ['B', 'C', 'B'],
      ],
    );
    assert.deepEqual(resolveTarget('Self', lookup).cycle, ['Self', 'Self']);
  });

  it('takes a target that is reached twice for no circle', () => {
    assert.equal(resolveTarget('A', lookupIn({ A: 'B C', B: 'D', C: 'D', D: 'a1' })).cycle, undefined);
  });

  it('takes further words of a line that are targets, as bluepy does', () => {
    const lookup = lookupIn({ A: 'B C soma\na5 D axon', B: 'a1', C: 'a2' }, 'Section');
    const { cells, undefinedNames } = resolveTarget('A', lookup);
    assert.deepEqual([[...cells], undefinedNames], [[1, 2, 5], []]);
  });

  it('goes down a chain of 100 000 targets that all name the last one', () => {
    const depth = 100_000;
    const content = (body: string): TargetContent => ({ type: 'Cell', body: scanBody(body, 'Cell') });
    const last = content('a7');
    const { cells, cycle } = resolveTarget('T0', (name) => {
      const number = Number(name.slice(1));
      return number === depth ? last : content(`T${number + 1} T${depth}`);
    });
    assert.deepEqual([[...cells], cycle], [[7], undefined]);
  });
});
