import assert from 'node:assert/strict';
import type { Span } from '../../formats/text/span';
import { parseBlueConfig } from '../../server/src/languages/blueconfig/parser';
import { dedent } from '../support/fixture';

/** A tree in words, with every span shown as the text it covers. */
function parse(source: string) {
  const text = dedent(source);
  const tree = parseBlueConfig(text);
  const at = (span: Span | undefined): string | undefined => span && text.slice(span.start, span.end);
  for (const { header, entries } of tree.blocks) {
    for (const word of [header.type, ...header.names, ...entries.map(({ key }) => key)])
      assert.equal(at(word), word.text);
    for (const { value } of entries) if (value) assert.equal(at(value), value.text);
  }
  return {
    text,
    tree,
    at,
    blocks: tree.blocks.map((block) => [
      [block.header.type, ...block.header.names].map((word) => word.text).join(' '),
      ...block.entries.map(({ key, value }) => `${key.text}=${value?.text ?? ''}`),
    ]),
    whole: tree.blocks.map(at),
    disabled: tree.disabled.map((each) => ({ header: each.header, text: at(each) })),
    comments: tree.comments.map(at),
    stray: tree.stray.map(at),
  };
}

const block = (...lines: readonly string[]): string => [...lines, ''].join('\n');

describe('BlueConfig parser', () => {
  it('reads blocks, keys and values', () => {
    const { blocks, whole, comments, stray, tree } = parse(`
      # a file
      Run Default
      {
          # inside
          Duration   100.5
          Note several words: with = signs

          Empty
      } # end
      Report soma
      {
      }
    `);
    assert.deepEqual(blocks, [
      ['Run Default', 'Duration=100.5', 'Note=several words: with = signs', 'Empty='],
      ['Report soma'],
    ]);
    assert.equal(whole[1], 'Report soma\n{\n}');
    assert.deepEqual(comments, ['# a file', '# inside']);
    assert.deepEqual(stray, []);
    assert.equal(tree.blocks[0]?.entries[2]?.value, undefined);
  });

  it('keeps inline comments apart from values', () => {
    const { tree, at } = parse(block('Run Default', '{', '    Target Mosaic  # all of it', '    Note #nothing', '}'));
    const [target, note] = tree.blocks[0]?.entries ?? [];
    assert.equal(target?.value?.text, 'Mosaic');
    assert.equal(target.value.raw.text, 'Mosaic  # all of it');
    assert.equal(at(target.value.inlineComment), '# all of it');
    assert.equal(note?.value?.text, '');
    assert.equal(at(note.value.inlineComment), '#nothing');
  });

  it('reads lines that end with CR and LF, or CR alone', () => {
    for (const eol of ['\r\n', '\r']) {
      const { blocks } = parse(['Run Default', '{', '    Dt 1', '    Note a b', '}', ''].join(eol));
      assert.deepEqual(blocks, [['Run Default', 'Dt=1', 'Note=a b']]);
    }
  });

  it('reads a brace on the header line', () => {
    const { tree, at, blocks } = parse(block('Report soma {', '    Target a', '}', 'Report axon { }', 'Run Default'));
    assert.deepEqual(blocks, [['Report soma', 'Target=a'], ['Report axon'], ['Run Default']]);
    assert.deepEqual(
      tree.blocks.map(({ braceOnHeader }) => braceOnHeader),
      [true, true, false],
    );
    assert.equal(at(tree.blocks[1]?.close), '}');
    assert.equal(tree.blocks[2]?.open, undefined);
  });

  it('reads blank lines and comments between header and brace', () => {
    const { tree, at, blocks } = parse(block('Report soma', '', '# why', '{', '    Target a', '}'));
    assert.deepEqual(blocks, [['Report soma', 'Target=a']]);
    assert.equal(at(tree.blocks[0]?.gap), '\n\n# why\n');
  });

  it('ends an unclosed block where the next begins', () => {
    const { tree, blocks, whole } = parse(block('Report a', '{', '    Target x', 'Report b', '{', '    Target y', '}'));
    assert.deepEqual(blocks, [
      ['Report a', 'Target=x'],
      ['Report b', 'Target=y'],
    ]);
    assert.deepEqual(whole, ['Report a\n{\n    Target x', 'Report b\n{\n    Target y\n}']);
    assert.deepEqual(
      tree.blocks.map(({ close }) => close !== undefined),
      [false, true],
    );
  });

  it('ends an unclosed block before a header with its brace, and at the end of the file', () => {
    assert.deepEqual(parse(block('Report a', '{', '    Target x', 'Report b {', '    Target y')).blocks, [
      ['Report a', 'Target=x'],
      ['Report b', 'Target=y'],
    ]);
  });

  it('finds a closing brace behind a value', () => {
    const { tree, at } = parse(block('Report a', '{', '    Target x }'));
    assert.equal(at(tree.blocks[0]?.braceInValue), '}');
    assert.equal(tree.blocks[0]?.close, undefined);
  });

  it('leaves out blocks that a comment disables', () => {
    const { blocks, disabled, comments, at, tree } = parse(`
      # first
      #Report soma
      {
          Target a
          # inside
      }
      Run Default
      {
      }
      # only a remark

      {
          Target b
      }
    `);
    assert.deepEqual(blocks, [['Run Default']]);
    assert.deepEqual(disabled, [
      { header: 'Report soma', text: '#Report soma\n{\n    Target a\n    # inside\n}' },
      { header: undefined, text: '# only a remark\n\n{\n    Target b\n}' },
    ]);
    assert.deepEqual(comments, ['# first']);
    assert.equal(at(tree.disabled[0]?.close), '}');
  });

  it('keeps lines that belong to no block, those that follow one another as one', () => {
    const { stray, blocks } = parse(
      block('some text', '}', '', 'Run Default', '{', '} more', '{', '    Target a', '}'),
    );
    assert.deepEqual(blocks, [['Run Default']]);
    assert.deepEqual(stray, ['some text\n}', 'more\n{\n    Target a\n}']);
  });

  it('reads headers of any number of words', () => {
    assert.deepEqual(parse(block('Run', '{', '}', 'Report a b c', '{', '}')).blocks, [['Run'], ['Report a b c']]);
  });

  it('makes a tree of any text, in time that grows with its length', () => {
    const many = 20_000;
    for (const text of [
      '',
      '\u0000\ufeff',
      'x'.repeat(1_000_000),
      ' '.repeat(1_000_000),
      `Run Default\n{\nNote ${' x'.repeat(300_000)}\n`,
      '{\n'.repeat(many),
      '}\n'.repeat(many),
      '#\n'.repeat(many),
      'Report a\n'.repeat(many),
      'Report a\n{\n'.repeat(many),
      '#Report a\n{\n'.repeat(many),
      'Report a\n{\n Key value\n}\n'.repeat(many),
    ]) {
      const tree = parseBlueConfig(text);
      assert.equal(tree.end, text.length);
    }
  }).timeout(60_000);
});
