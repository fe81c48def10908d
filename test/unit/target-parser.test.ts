import assert from 'node:assert/strict';
import { parseTargets } from '../../server/src/languages/target/parser';
import { placed, targetAt, type Target } from '../../server/src/languages/target/tree';
import { targetFacts } from '../../server/src/languages/target/facts';
import { dedent } from '../support/fixture';

const parse = (source: string) => parseTargets(dedent(source));
const header = ({ keyword, type, name, extra }: Target): string[] =>
  [keyword, type, name, ...extra].map((word) => word?.text ?? '-');

describe('target parser', () => {
  it('reads targets, comments and free text', () => {
    const tree = parse(`
      # one
      free text
      Target Cell Small
      {
        a1 Large a2
      }
      Target Compartment Somata { a1 soma }
    `);
    assert.deepEqual(tree.targets.map(header), [
      ['Target', 'Cell', 'Small'],
      ['Target', 'Compartment', 'Somata'],
    ]);
    assert.deepEqual([...(tree.targets[0]?.body.gids ?? [])], [1, 2]);
    assert.equal(tree.targets[1]?.body.rows.length, 1);
    assert.equal(tree.comments.length, 1);
    assert.deepEqual(tree.orphans, []);
  });

  it('places members where they stand in the file', () => {
    const text = 'Target Cell A\n{\n  a1 B\n}\n';
    const target = parseTargets(text).targets[0]!;
    const [name] = target.body.names;
    const { start, end } = placed(target, name!);
    assert.equal(text.slice(start, end), 'B');
    assert.equal(text.slice(target.close?.start, target.close?.end), '}');
  });

  it('reads a header over several lines, in any case, with further words', () => {
    const tree = parse(`
      Target
        Section
      Z
      {
      }
      TARGET cell X Y # why
      {
      }
    `);
    assert.deepEqual(tree.targets.map(header), [
      ['Target', 'Section', 'Z'],
      ['TARGET', 'cell', 'X', 'Y'],
    ]);
    assert.deepEqual(
      tree.targets.map(({ targetType }) => targetType),
      ['Section', 'Cell'],
    );
  });

  it('ends an unclosed target before the next header, and at the end of the text', () => {
    const tree = parse(`
      Target Cell A
      {
        a1
      Target Cell B
      {
        a2
    `);
    assert.deepEqual(
      tree.targets.map(({ close, body }) => [close, [...body.gids]]),
      [
        [undefined, [1]],
        [undefined, [2]],
      ],
    );
  });

  it('keeps a header without braces, and the next one whole', () => {
    const tree = parse(`
      Target Cell A
      Target Cell B
      {
      }
    `);
    assert.deepEqual(
      tree.targets.map(({ name, open }) => [name?.text, open !== undefined]),
      [
        ['A', false],
        ['B', true],
      ],
    );
  });

  it('keeps braces without a header, with the line before them', () => {
    const tree = parse(`
      Targt Cell A
      {
        a1
      }
      # Target Cell B
      {
      }
    `);
    assert.deepEqual(
      tree.orphans.map(({ line }) => line?.text),
      ['Targt Cell A', undefined],
    );
  });

  it('takes the bodies that an edit left alone from the tree before', () => {
    const before = parse('Target Cell A\n{\n a1\n}\nTarget Cell B\n{\n a2\n}\n');
    const after = parseTargets('\nTarget Cell A\n{\n a1\n}\nTarget Cell B\n{\n a3\n}\n', before);
    assert.equal(after.targets[0]?.body, before.targets[0]?.body);
    assert.notEqual(after.targets[1]?.body, before.targets[1]?.body);
  });

  it('finds the target at an offset', () => {
    const tree = parseTargets('Target Cell A\n{\n}\n\nTarget Cell B\n{\n}\n');
    assert.deepEqual(
      [0, 13, 17, 18, 19, 30, 100].map((offset) => targetAt(tree, offset)?.name?.text),
      ['A', 'A', 'A', undefined, 'B', 'B', undefined],
    );
  });

  it('gives a tree for any text', () => {
    const texts = [
      '',
      '\0',
      '{',
      '}',
      'Target',
      'Target {',
      'Target\n',
      '#',
      '{}{}',
      '\ufeffTarget Cell A\n{\n}',
      'Target Cell A{',
      '\r\r\r',
    ];
    for (const text of texts) assert.equal(parseTargets(text).end, text.length);
    assert.equal(parseTargets('\ufeffTarget Cell A\n{\n}').targets.length, 1);
    for (const word of ['{', '}', 'Target ', 'Target Cell X {\n', ' ', '# Target Cell X\n{'])
      parseTargets(word.repeat(20_000));
  });
});

describe('target facts', () => {
  const factsOf = (source: string) => targetFacts(parse(source));

  it('defines targets, also while their braces are still to be written, and no free text', () => {
    const { definitions } = factsOf(`
      Target files are made of targets
      Target Cell A
      Target Cell B
      {
      }
    `);
    assert.deepEqual(
      definitions.map(({ name, content }) => [name, content?.type]),
      [
        ['A', 'Cell'],
        ['B', 'Cell'],
      ],
    );
  });

  it('refers to members, and to further words of lines where they are targets', () => {
    const { references } = factsOf(`
      Target Section A
      {
        B a1 soma C 0.5
        a2 D
      }
      Target Cell E
      {
        a1 A E
      }
    `);
    assert.deepEqual(
      references.map(({ name, from, optional }) => [name, from, optional ?? false]),
      [
        ['B', 'A', false],
        ['C', 'A', true],
        ['D', 'A', true],
        ['A', 'E', false],
        ['E', 'E', false],
      ],
    );
  });
});
