import { lineBreakOf } from '../../../../../formats/text/layout';
import { defineRule, type Fix } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { freeName } from '../blockNames';
import { leadingBlanks } from '../lineEdits';
import { keySchema, sections } from '../schema';
import type { BlueConfigTree, DisabledBlock } from '../tree';

export const remarkAboveBrace = defineRule<BlueConfigTree>({
  code: 'BC014',
  title: 'remark that disables a block',
  level: 'warning',
  category: 'syntax',
  documentation: `A comment directly above \`{\` is taken for a header that was switched off, and the block is passed over by all readers. Where the comment is a plain remark, this is hardly what was meant: the header is missing, or stands above the remark.`,
  examples: {
    good: [
      `
      # voltage of all cells
      Report soma
      {
      }
      `,
      `
      #Report soma
      {
      }
      `,
    ],
    bad: [
      `
      # voltage of all cells
      ^^^^^^^^^^^^^^^^^^^^^^ no header
      {
          ReportOn v
      }
      `,
    ],
  },
  check({ tree, text, report }) {
    for (const block of tree.disabled) {
      if (block.header !== undefined) continue;
      report({
        span: block.comment,
        message:
          'This remark disables the block below it, which has no header: write `Type Name` between the remark and the brace, or delete the block.',
        fixes: () => insertHeader(tree, text, block),
      });
    }
  },
});

function insertHeader(
  tree: BlueConfigTree,
  text: string,
  { comment, open, close, end }: DisabledBlock,
): readonly Fix[] {
  const type = likelyType(text.slice(open.end, close?.start ?? end));
  if (type === undefined) return [];
  const eol = lineBreakOf(text);
  const indent = leadingBlanks(text, open.start);
  const header = `${type} ${freeName(tree, type, type.toLowerCase())}`;
  return [
    {
      title: `Insert the header ${quoted(header)}`,
      changes: [{ span: { start: comment.end, end: open.start }, newText: eol + indent + header + eol + indent }],
    },
  ];
}

/** The section that has most of the keys. */
function likelyType(body: string): string | undefined {
  const keys = body.split(/[\r\n]+/).flatMap((line) => /^\s*([^\s#]+)/.exec(line)?.[1] ?? []);
  let best: string | undefined;
  let most = 0;
  for (const { name } of sections) {
    const known = keys.filter((key) => keySchema(name, key)).length;
    if (known > most) [best, most] = [name, known];
  }
  return best;
}
