import { lineBreakOf, lineEnd } from '../../../../../formats/text/layout';
import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { closeBlock, leadingBlanks } from '../lineEdits';
import { isClosed } from '../soundness';
import type { BlueConfigTree } from '../tree';

export const unclosedBlock = defineRule<BlueConfigTree>({
  code: 'BC004',
  title: 'block not closed',
  level: 'error',
  category: 'syntax',
  documentation: `Every block ends with a \`}\` on a line of its own.

Without it neurodamus' HOC reader takes the header and the entries of the next block for keys of this one; its Python reader stops with "Section not closed"; Brion lets the block swallow the next one. A block at the end of the file is lost in both.

A block that a comment above it switches off needs its \`}\` as well: readers skip up to the next one they find, and with it the block that follows.`,
  examples: {
    good: [
      `
      Report soma
      {
          Target Mosaic
      } # end
      `,
      `
      #Report soma
      {
          Target Mosaic
      `,
    ],
    bad: [
      `
      Report soma
      ^^^^^^^^^^^ \`Report soma\` is not closed
      {
          Target Mosaic

      Report all
      {
          Target Mosaic
      }
      `,
      `
      Report soma
      ^^^^^^^^^^^
      {
      `,
      `
      #Report soma
      ^^^^^^^^^^^^ skip
      {
          Target Mosaic

      Report all
      {
      }
      `,
    ],
  },
  check({ tree, text, report }) {
    for (const block of tree.blocks) {
      if (!block.open || isClosed(block)) continue;
      const name = [block.header.type, ...block.header.names].map((word) => word.text).join(' ');
      report({
        span: block.header,
        message: `Block ${quoted(name)} is not closed: write \`}\` on its own line after the last entry, or readers lose this block or the next one.`,
        fixes: () => [{ title: 'Insert `}`', changes: [closeBlock(text, block)], preferred: true, safe: true }],
      });
    }
    const lastBlock = tree.blocks.at(-1);
    for (const { comment, open, close, start, end } of tree.disabled) {
      if (close || !lastBlock || lastBlock.start < start) continue;
      report({
        span: comment,
        message:
          'The block that this comment switches off is not closed: readers skip up to the next `}`, and lose the block that ends there.',
        fixes: () => {
          const at = lineEnd(text, end);
          const newText = `${lineBreakOf(text)}${leadingBlanks(text, open.start)}}`;
          return [{ title: 'Insert `}`', changes: [{ span: { start: at, end: at }, newText }], preferred: true }];
        },
      });
    }
  },
});
