import { lineBreakOf, lineEnd } from '../../../../../formats/text/layout';
import { defineRule, type Fix } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { indentOf } from '../insertions';
import { leadingBlanks } from '../lineEdits';
import type { Block, BlueConfigTree } from '../tree';

export const braceOnHeader = defineRule<BlueConfigTree>({
  code: 'BC002',
  title: 'brace on the header line',
  level: 'error',
  category: 'syntax',
  documentation: `The opening brace stands alone on the line below the header.

neurodamus takes whatever line follows the header for the brace. If the brace is on the header line already, the first entry of the block is lost without a word in the HOC reader, and the Python reader refuses the file. Brion accepts the form, so analysis and simulation disagree.`,
  examples: {
    good: [
      `
      Report soma
      {
          Target Mosaic
      }
      `,
    ],
    bad: [
      `
      Report soma {
                  ^ \`Target Mosaic\` would be lost
          Target Mosaic
      }
      `,
      `
      Report soma { Target Mosaic }
                  ^ must be on its own line
      `,
    ],
  },
  check({ tree, text, report }) {
    for (const block of tree.blocks) {
      const { open } = block;
      if (!block.braceOnHeader || !open) continue;
      const [first] = block.entries;
      const lost = first && quoted(text.slice(first.start, Math.min(first.end, first.start + 200)));
      const loss = lost ? `${lost} would be lost` : 'the next line would be lost';
      report({
        span: open,
        message: `Opening brace must be on its own line: neurodamus takes the line after the header for it, so ${loss}.`,
        fixes: () => [moveBrace(text, block)],
      });
    }
  },
});

function moveBrace(text: string, block: Block): Fix {
  const { header, open = header, close } = block;
  const eol = lineBreakOf(text);
  const indent = leadingBlanks(text, header.start);
  const end = lineEnd(text, open.end);
  const closesHere = close !== undefined && close.end <= end;
  const content = text.slice(open.end, closesHere ? close.start : end).trim();
  const lines = ['{', ...(content ? [indentOf(text, block) + content] : []), ...(closesHere ? ['}'] : [])];
  return {
    title: 'Move the brace to its own line',
    changes: [
      {
        span: { start: header.end, end: closesHere ? close.end : end },
        newText: lines.map((line) => eol + indent + line).join(''),
      },
    ],
    preferred: true,
    safe: content === '',
  };
}
