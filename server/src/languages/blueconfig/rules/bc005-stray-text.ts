import { lineEnd, lineStart } from '../../../../../formats/text/layout';
import { defineRule, type Fix, type TextChange } from '../../../diagnostics/rule';
import type { Span } from '../../../../../formats/text/span';
import { quoted } from '../../../diagnostics/wording';
import { removeLines } from '../lineEdits';
import type { Block, BlueConfigTree } from '../tree';

export const strayText = defineRule<BlueConfigTree>({
  code: 'BC005',
  title: 'text outside a block',
  level: 'error',
  category: 'syntax',
  documentation: `Outside of blocks there are only comments and blank lines; a brace stands alone on its line, one for each header.

A brace or a line that belongs to no block is a sign that one is missing elsewhere. neurodamus takes such a line for a header and the line after it for the brace, or stops; Brion passes over it. Text behind an opening brace is not read by neurodamus.`,
  examples: {
    good: [
      `
      # text
      Report soma
      {
      } # text
      `,
    ],
    bad: [
      `
      Report soma
      {
      }
      }
      ^ closes no block
      `,
      `
      {
      ^ no header
          Target Mosaic
      }
      `,
      `
      Recorded at the soma
      ^^^^^^^^^^^^^^^^^^^^ outside

      Report soma
      {
          Target Mosaic
          # no header
          {
          ^ \`Report soma\`
      }
      `,
      `
      Report soma
      { Target Mosaic
        ^^^^^^^^^^^^^ after the brace
      }
      `,
    ],
  },
  check({ tree, text, report }) {
    let at = 0;
    for (const stray of tree.stray) {
      // Both lists are in the order of the text.
      while (at + 1 < tree.blocks.length && (tree.blocks[at + 1]?.start ?? 0) <= stray.start) at++;
      const block = tree.blocks[at];
      const around = block && block.start <= stray.start && stray.start <= block.end ? block : undefined;
      const span = firstLine(text, stray);
      report({
        span,
        message: messageFor(text, span, stray.end, around),
        fixes: () => [deletion(text, stray)],
      });
    }
  },
});

function firstLine(text: string, span: Span): Span {
  const end = Math.min(span.end, lineEnd(text, span.start));
  const blanks = /\s*$/.exec(text.slice(Math.max(span.start, end - 200), end))?.[0].length ?? 0;
  return { start: span.start, end: end - blanks };
}

function messageFor(text: string, span: Span, end: number, around: Block | undefined): string {
  const name = around && [around.header.type, ...around.header.names].map((word) => word.text).join(' ');
  const first = text[span.start];
  if (first === '{') {
    if (name) return `This \`{\` stands inside ${quoted(name)}: is a \`}\` missing above it?`;
    return 'This `{` has no header above it: neurodamus takes the line before it for one. Write `Type Name` above it, or delete the block.';
  }
  if (name) return 'Text after the brace is not read by every reader: put it on its own line.';
  if (first === '}') return 'This `}` closes no block: delete it, or restore the `{` that it belongs to.';
  const more = text.slice(span.end, end).trim() === '' ? '' : ', and so are the lines below';
  return `Text outside a block${more}: neurodamus takes it for the header of one. Make it a comment with \`#\`, or delete it.`;
}

function deletion(text: string, stray: Span): Fix {
  const alone =
    text.slice(lineStart(text, stray.start), stray.start).trim() === '' &&
    text.slice(stray.end, lineEnd(text, stray.end)).trim() === '';
  const several = /[\r\n]/.test(text.slice(stray.start, stray.end));
  return {
    title: several ? 'Delete these lines' : 'Delete',
    changes: [alone ? removeLines(text, stray) : withoutBlanksBefore(text, stray)],
  };
}

function withoutBlanksBefore(text: string, { start, end }: Span): TextChange {
  let from = start;
  while (/^[ \t]$/.test(text.charAt(from - 1))) from--;
  return { span: { start: from, end }, newText: '' };
}
