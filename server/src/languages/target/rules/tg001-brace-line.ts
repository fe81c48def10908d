import {
  indentation,
  isLineEnd,
  lineBreakOf,
  lineStart,
  skipBlanks,
  skipBlanksBack,
} from '../../../../../formats/text/layout';
import { quoted } from '../../../diagnostics/wording';
import type { Span } from '../../../../../formats/text/span';
import { defineRule, type TextChange } from '../../../diagnostics/rule';
import { insertion, newLineLike } from '../edits';
import { hasBreak, headerWords, isOnOneLine } from '../header';
import type { Target, TargetTree } from '../tree';

/** How a brace stands where neurodamus does not look for it. */
type Misplacement =
  /** On the line of the header: the line below is taken for the brace. */
  | 'header'
  /** Below blank lines or comments: one of them is taken for the brace, and the brace for the end. */
  | 'below'
  /** With members on its line: the line goes with the brace. */
  | 'members';

export const braceLine = defineRule<TargetTree>({
  code: 'TG001',
  title: 'brace not on its own line',
  level: 'error',
  category: 'syntax',
  documentation: `
neurodamus reads a header and then takes **the next line, whatever it is,** for the opening brace:

- with \`{\` on the line of the header it drops the line below, and with it the first members;
- with a blank line or a comment between header and brace it drops that line, takes the brace for the end, and the target
  is empty;
- members on the line of the brace are dropped.

Nothing is printed. Brion and bluepy read all of these as they were meant, so the same file has different cells in the
simulation and in its analysis. The brace belongs alone on the line below the header; the fix puts it there.
`,
  examples: {
    good: [
      `
      Target Cell Small
      {
          a1 a2
      }
      Target Cell Mosaic
      {
      }
      `,
    ],
    bad: [
      `
      Target Cell Small {
      #                 ^ line below
          a1 a2
      }
      `,
      `
      Target Cell Small { a1 a2 }
      #                 ^
      `,
      `
      Target Cell Small

      {
      ^ is empty
          a1 a2
      }
      # Target Cell Old
      Target Cell Other
      # five cells
      {
      ^ is empty
          a5
      }
      `,
      `
      Target Compartment Somata
      { a1 soma
      ^ \`a1 soma\`
        a2 soma
      }
      `,
    ],
  },
  check({ text, tree, report }) {
    for (const target of tree.targets) {
      const { open, type, name } = target;
      if (!open || !type || !name || !isOnOneLine(text, target)) continue;
      const misplacement = misplacementOf(text, target, open);
      if (!misplacement) continue;
      report({
        span: open,
        message: messageOf(misplacement, text, target, open),
        fixes: () => {
          const changes = relocation(text, tree, target, open);
          if (!changes) return [];
          return [
            { title: 'Put the brace on a line of its own below the header', changes, preferred: true, safe: true },
          ];
        },
      });
    }
  },
});

function misplacementOf(text: string, target: Target, open: Span): Misplacement | undefined {
  const between = text.slice(headerWords(target).end, open.start);
  const breaks = between.match(/\r\n|\n|\r/g)?.length ?? 0;
  if (breaks !== 1) return breaks === 0 ? 'header' : 'below';
  // A word before the brace on its own line would be a member of nothing; readers differ, and TG024 says so.
  return isLineEnd(text, skipBlanks(text, open.end)) ? undefined : 'members';
}

function messageOf(misplacement: Misplacement, text: string, { name }: Target, open: Span): string {
  const target = quoted(name?.text ?? '');
  switch (misplacement) {
    case 'header':
      return `The brace of ${target} must stand on the line below the header: neurodamus takes the line below for it and drops what is written there.`;
    case 'below':
      return `The brace of ${target} must stand on the line directly below the header: neurodamus takes the line in between for it, and the target is empty.`;
    case 'members': {
      const from = skipBlanks(text, open.end);
      const lost = /^[^\r\n]{0,60}/.exec(text.slice(from, from + 60))?.[0].trimEnd() ?? '';
      return `The brace of ${target} must stand alone on its line: neurodamus drops the rest of it, ${quoted(lost)}.`;
    }
  }
}

/** The edits after which each brace stands alone; undefined where words are in the way. */
function relocation(text: string, tree: TargetTree, target: Target, open: Span): TextChange[] | undefined {
  const lastWord = target.extra.at(-1)?.end ?? headerWords(target).end;
  if (hasBreak(text, target.header.start, lastWord)) return undefined;
  const line = newLineLike(text, target.header.start);
  const comments = tree.comments.filter(({ start }) => start >= lastWord && start < open.start);
  const header = lineStart(text, target.header.start);
  const indent = indentation(text, target.header.start);
  const moved = comments.map(({ start, end }) => indent + text.slice(start, end) + lineBreakOf(text)).join('');
  return [
    ...(moved === '' ? [] : [insertion(header, moved)]),
    { span: { start: lastWord, end: open.start }, newText: line },
    ...aloneOnLine(text, target, open, line),
  ];
}

/** Breaks the lines after the opening brace and before the closing one, where something else stands there. */
function aloneOnLine(text: string, { close }: Target, open: Span, line: string): TextChange[] {
  const first = skipBlanks(text, open.end);
  if (isLineEnd(text, first)) return [];
  if (close?.start === first) return [{ span: { start: open.end, end: first }, newText: line }];
  const changes = [{ span: { start: open.end, end: first }, newText: `${line}    ` }];
  if (close && !hasBreak(text, first, close.start)) {
    changes.push({ span: { start: skipBlanksBack(text, close.start), end: close.start }, newText: line });
  }
  return changes;
}
