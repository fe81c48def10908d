import { lineStart, lineBreakOf } from '../../../../../formats/text/layout';
import { quoted } from '../../../diagnostics/wording';
import type { Span } from '../../../../../formats/text/span';
import { defineRule, type Finding, type TextChange } from '../../../diagnostics/rule';
import { insertion } from '../edits';
import { typeNamed } from '../header';
import type { Orphan, TargetTree } from '../tree';

/** A header at the end of a comment. The comment is cut: only its end is looked at. */
const HEADER = /Target\s+(\S+)\s+(\S+)$/;
const HEADER_WITH_BRACE = /Target\s+(\S+)\s+(\S+)\s+\{/;
const LOOKED_AT = 1000;

export const halfCommented = defineRule<TargetTree>({
  code: 'TG021',
  title: 'commented header of a live target',
  level: 'warning',
  category: 'syntax',
  documentation: `
bluepy knows no comments: it looks for the words \`Target\`, type and name and a brace after them, wherever they stand.
\`# Target Cell X\` above a brace, or \`# Target Cell X {\`, is a target to it, and to neurodamus and Brion it is not. Comment
out every line of a target, with its brace on a line of its own.
`,
  examples: {
    good: [
      `
      # Target Cell Old
      # {
      #     a1
      # }
      # Target Cell X is now in start.target
      Target Cell New
      {
          a2
      }
      `,
    ],
    bad: [
      `
      #Target Cell Old
      ^^^^^^^^^^^^^^^^ bluepy
      {
          a1
      }
      # Target Cell Older {
      ^^^^^^^^^^^^^^^^^^^^^ bluepy
      #     a2
      # }
      `,
    ],
  },
  check({ text, tree, report }) {
    const lastBrace = text.lastIndexOf('}');
    let next = 0;
    for (const comment of tree.comments) {
      while ((tree.orphans[next]?.start ?? Infinity) < comment.end) next++;
      const finding = braceBelow(text, comment, tree.orphans[next]) ?? braceWithin(text, comment, lastBrace);
      if (finding) report(finding);
    }
  },
});

function braceBelow(text: string, comment: Span, orphan: Orphan | undefined): Finding | undefined {
  if (!orphan || text.slice(comment.end, orphan.start).trim() !== '') return undefined;
  const header = HEADER.exec(text.slice(Math.max(comment.start, comment.end - LOOKED_AT), comment.end).trimEnd());
  if (!header || !typeNamed(header[1])) return undefined;
  return {
    span: { start: comment.start, end: comment.end },
    message: `bluepy reads the target ${quoted(header[2] ?? '')} all the same: it knows no comments, and the braces below are not in one.`,
    related: [
      { span: { start: orphan.start, end: orphan.start + 1 }, message: 'This brace belongs to no target otherwise' },
    ],
    fixes: () => [
      { title: 'Comment out its lines', changes: commentedOut(text, orphan), preferred: true },
      { title: 'Uncomment the header', changes: [uncommented(text, comment)] },
    ],
  };
}

function braceWithin(text: string, comment: Span, lastBrace: number): Finding | undefined {
  const shown = text.slice(comment.start, Math.min(comment.end, comment.start + LOOKED_AT));
  const header = HEADER_WITH_BRACE.exec(shown);
  if (!header || !typeNamed(header[1]) || comment.end > lastBrace) return undefined;
  const brace = comment.start + header.index + header[0].length - 1;
  return {
    span: { start: comment.start, end: comment.end },
    message: `bluepy reads the target ${quoted(header[2] ?? '')} all the same: it knows no comments. Put the brace on a commented line of its own.`,
    fixes: () => {
      const from = comment.start + shown.slice(0, brace - comment.start).trimEnd().length;
      const newText = `${lineBreakOf(text)}${/^[#\s]*/.exec(shown)?.[0] ?? '#'}`;
      return [
        {
          title: 'Put the brace on a line of its own',
          changes: [{ span: { start: from, end: brace }, newText }],
          preferred: true,
        },
      ];
    },
  };
}

/** A \`#\` at the start of every line of the braces. */
function commentedOut(text: string, orphan: Orphan): TextChange[] {
  const starts = [lineStart(text, orphan.start)];
  for (const { index, 0: end } of text.slice(orphan.start, orphan.end).matchAll(/\r\n|\n|\r/g)) {
    starts.push(orphan.start + index + end.length);
  }
  return starts.map((start) => insertion(start, '# '));
}

function uncommented(text: string, comment: Span): TextChange {
  const marks =
    /^#[#\s]*/.exec(text.slice(comment.start, Math.min(comment.end, comment.start + LOOKED_AT)))?.[0] ?? '#';
  return { span: { start: comment.start, end: comment.start + marks.length }, newText: '' };
}
