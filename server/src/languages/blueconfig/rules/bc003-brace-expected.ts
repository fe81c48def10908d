import { lineBreakOf, lineEnd, lineStart, nextLine } from '../../../../../formats/text/layout';
import { LineIndex } from '../../../../../formats/text/lines';
import { defineRule, type Fix } from '../../../diagnostics/rule';
import { closeBlock, leadingBlanks } from '../lineEdits';
import { isClosed } from '../soundness';
import type { Block, BlueConfigTree } from '../tree';

export const braceExpected = defineRule<BlueConfigTree>({
  code: 'BC003',
  title: 'brace expected after the header',
  level: 'error',
  category: 'syntax',
  documentation: `The line directly below a header is the opening brace. Nothing may come between, neither a blank line nor a comment.

neurodamus takes that line for the brace without looking at it. What was meant as the brace then becomes a key, or the file is refused as "Section not closed"; where the brace is missing, the first entry is lost. Brion accepts blank lines and comments there, but does not see a block without a brace.`,
  examples: {
    good: [
      `
      # a comment above the header
      Report soma
      {
      }
      `,
    ],
    bad: [
      `
      Report soma
      ^^^^^^^^^^^ blank line

      {
      }
      `,
      `
      Report soma
      ^^^^^^^^^^^ comment
      # one value per cell
      {
      }
      `,
      `
      Report soma
      ^^^^^^^^^^^ missing
          Target Mosaic
      }
      `,
    ],
  },
  check({ tree, text, report }) {
    let lines: LineIndex | undefined;
    for (const block of tree.blocks) {
      const { header, gap, open } = block;
      if (open && gap) {
        lines ??= new LineIndex(text);
        const line = lines.lineOf(open.start) + 1;
        const between = text.slice(nextLine(text, header.end), open.start).trim() === '' ? 'blank line' : 'comment';
        report({
          span: header,
          message: `Expected \`{\` directly after the header: neurodamus takes the ${between} below it for the brace, which is in line ${line}.`,
          related: [{ span: open, message: 'The brace is here.' }],
          fixes: () => [closeGap(text, block)],
        });
      } else if (!open) {
        report({
          span: header,
          message:
            'Expected `{` in the line after the header: the brace is missing, and the first entry would be lost.',
          fixes: () => [insertBrace(text, block)],
        });
      }
    }
  },
});

/** Comments between header and brace go above the header. */
function closeGap(text: string, { header, open = header }: Block): Fix {
  const eol = lineBreakOf(text);
  const start = nextLine(text, header.end);
  const end = lineStart(text, open.start);
  const comments = text
    .slice(start, end)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '');
  const above = lineStart(text, header.start);
  const removal = { span: { start, end }, newText: '' };
  if (comments.length === 0) {
    return { title: 'Remove the blank lines', changes: [removal], preferred: true, safe: true };
  }
  const moved = { span: { start: above, end: above }, newText: comments.map((line) => line + eol).join('') };
  return { title: 'Move the comment above the header', changes: [moved, removal], preferred: true, safe: true };
}

function insertBrace(text: string, block: Block): Fix {
  const at = lineEnd(text, block.header.end);
  const brace = lineBreakOf(text) + leadingBlanks(text, block.start) + '{';
  const open = { span: { start: at, end: at }, newText: brace };
  if (isClosed(block)) return { title: 'Insert `{`', changes: [open], preferred: true, safe: true };
  const close = closeBlock(text, block);
  const changes = close.span.start === at ? [{ ...open, newText: brace + close.newText }] : [open, close];
  return { title: 'Insert `{` and `}`', changes, preferred: true };
}
