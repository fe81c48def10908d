import { lineBreakOf, lineEnd } from '../../../../../formats/text/layout';
import { defineRule, type Fix } from '../../../diagnostics/rule';
import { leadingBlanks } from '../lineEdits';
import { keySchema } from '../schema';
import type { Block, BlueConfigTree, Value } from '../tree';

export const braceInValue = defineRule<BlueConfigTree>({
  code: 'BC008',
  title: 'brace inside a value',
  level: 'error',
  category: 'syntax',
  documentation: `A \`}\` ends a block only at the start of a line; a brace within a value is part of the value.

Not so for Brion, which ends the block at the first \`}\` wherever it stands, and loses the keys below it. A closing brace at the end of the last value is the opposite trap: it looks closed, and neurodamus reads on into the next block.`,
  examples: {
    good: [
      `
      Connection all
      {
          SynapseConfigure %s.mg = 1.0 # {a remark}
      }
      `,
    ],
    bad: [
      `
      Connection all
      {
          SynapseConfigure {%s.mg = 1.0}
                           ^^^^^^^^^^^^^ Brion
          Weight 1
      }
      `,
      `
      Connection all
      {
          Weight 1 }
                   ^ own line
      `,
    ],
  },
  check({ tree, text, report }) {
    for (const block of tree.blocks) {
      for (const { key, value } of block.entries) {
        if (!value) continue;
        const { braceInValue } = block;
        const closing =
          braceInValue && value.start <= braceInValue.start && braceInValue.end <= value.raw.end
            ? braceInValue
            : undefined;
        const inner = value.text;
        const first = inner.search(/[{}]/);
        if (first >= 0) {
          const last = Math.max(inner.lastIndexOf('{'), inner.lastIndexOf('}'));
          // HOC statements have braces of their own.
          const isHoc = keySchema(block.header.type.text, key.text)?.type === 'hoc';
          report({
            span: { start: value.start + first, end: value.start + last + 1 },
            message:
              'Braces inside a value: Brion ends the block at a `}` wherever it stands, and loses what follows. Write the value without them.',
            ...(isHoc && { level: 'warning' }),
          });
        }
        if (!closing) continue;
        report({
          span: closing,
          message: '`}` must be on its own line: here it is part of the value, and the block is not closed.',
          fixes: () => [moveBrace(text, block, value)],
        });
      }
    }
  },
});

function moveBrace(text: string, block: Block, value: Value): Fix {
  const brace = block.braceInValue ?? value.raw;
  const kept = text.slice(value.start, brace.start).trimEnd().length;
  const newText = `${lineBreakOf(text)}${leadingBlanks(text, block.start)}}`;
  const end = lineEnd(text, brace.end);
  // A remark stays behind the brace.
  const isLast = text.slice(brace.end, end).trim() === '';
  return {
    title: 'Move the brace to its own line',
    changes: [{ span: { start: value.start + kept, end: isLast ? end : brace.end }, newText }],
    preferred: true,
    safe: true,
  };
}
