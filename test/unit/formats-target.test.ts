import assert from 'node:assert/strict';
import { ODDITY_LIMIT, type TargetContent, type TargetType } from '../../formats/target/model';
import { resolveTarget } from '../../formats/target/resolve';
import { scanBody } from '../../formats/target/scan';

const words = (list: readonly { readonly text: string }[]): string[] => list.map(({ text }) => text);

describe('formats/target scanBody', () => {
  it('reads gids and names of a Cell target, wherever they stand', () => {
    const body = scanBody('\n  a3 Layer1\ta1\r\n a17sources 12 A12 a3\n', 'Cell');
    assert.deepEqual([...body.gids], [3, 1, 3]);
    assert.deepEqual(words(body.names), ['Layer1', 'a17sources', '12', 'A12']);
    assert.deepEqual(body.names[0], { start: 6, end: 12, text: 'Layer1' });
    assert.deepEqual(body.rows, []);
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
    assert.equal(scanBody('a0 '.repeat(1000), 'Cell').oddities.length, ODDITY_LIMIT);
  });

  it('takes a Compartment target line by line', () => {
    const body = scanBody(
      '\n a1 soma 0.5 1\n\n Mosaic\r axon_Mosaic apic[0] dend\n a2 a3 Other .5 -1e3 soma # a4\n',
      'Compartment',
    );
    assert.deepEqual(
      body.rows.map(({ member, subsets, values, extra }) => [member.text, words(subsets), words(values), words(extra)]),
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

  it('reads anything', () => {
    for (const type of ['Cell', 'Section'] as const) {
      for (const text of ['', '\0', 'a', 'a-', '#', '\r', '{{', '\ud800', ' '.repeat(1e6), 'a1'.repeat(5e5)])
        scanBody(text, type);
    }
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
