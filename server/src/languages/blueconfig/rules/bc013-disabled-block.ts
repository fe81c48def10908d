import { lineBreakOf } from '../../../../../formats/text/layout';
import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { leadingBlanks } from '../lineEdits';
import type { BlueConfigTree } from '../tree';

export const disabledBlock = defineRule<BlueConfigTree>({
  code: 'BC013',
  title: 'disabled block',
  level: 'information',
  category: 'style',
  documentation: `A \`#\` before the header switches the whole block off, up to its \`}\`: all readers pass over it. This is the usual way to keep a block for later, and no mistake; the message is there so that nobody wonders why the block does nothing.`,
  examples: {
    good: [
      `
      # Report soma

      Report soma
      {
      }
      `,
    ],
    bad: [
      `
      #Report soma
      ^^^^^^^^^^^^ \`Report soma\`
      {
          Target Mosaic
      }
      `,
    ],
  },
  check({ tree, text, report }) {
    for (const { header, comment, open } of tree.disabled) {
      if (header === undefined) continue;
      report({
        span: comment,
        message: `The block ${quoted(header)} is disabled by this comment: remove the \`#\` to enable it.`,
        tags: ['unnecessary'],
        fixes: () => [
          {
            title: 'Enable this block',
            changes: [
              {
                span: { start: comment.start, end: open.start },
                newText: header + lineBreakOf(text) + leadingBlanks(text, open.start),
              },
            ],
          },
        ],
      });
    }
  },
});
