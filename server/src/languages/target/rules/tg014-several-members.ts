import type { TargetRow } from '../../../../../formats/target/rows';
import { quoted, quotedList } from '../../../diagnostics/wording';
import { defineRule, type Fix } from '../../../diagnostics/rule';
import { newLineLike } from '../edits';
import { targetFinder } from '../lookup';
import { forEachMistake, wordsOf } from '../rows';
import { placedSpan, type Target, type TargetTree } from '../tree';

export const severalMembers = defineRule<TargetTree>({
  code: 'TG014',
  title: 'several members on a line',
  level: 'error',
  category: 'syntax',
  documentation: `
In Compartment and Section targets each line is about **one** cell or target; the words after it are a subset and numbers.
neurodamus reads a second member on the line as a number, which it is not: the member is lost, and a position or index of
no meaning takes its place. bluepy reads it as a member, so simulation and analysis differ.
`,
  examples: {
    good: [
      `
      Target Compartment Somata
      {
          a1 soma
          a2 soma 0.5
      }
      Target Cell Small
      {
          a1 a2
      }
      `,
    ],
    bad: [
      `
      Target Section Somata
      {
          a1 a2 soma
      #      ^^ \`a2\`
          a3 a4 Small a5
      #      ^^^^^^^^^^^ \`Small\`
      }
      Target Cell Small
      {
          a1
      }
      `,
    ],
  },
  check(context) {
    const { text, scopes, reportAt } = context;
    const find = targetFinder(scopes);
    const isTarget = (name: string): boolean => find(name) !== undefined;
    forEachMistake(context, isTarget, (mistake, row, target) => {
      if (mistake.kind !== 'members') return;
      const { words } = mistake;
      const [first] = words;
      const last = words.at(-1);
      if (!first || !last) return;
      reportAt(placedSpan(target, { start: first.start, end: last.end }), () => {
        const names = quotedList(words.slice(0, 5).map((word) => word.text));
        const reading = words.length === 1 ? 'as a number, not as a member' : 'as numbers, not as members';
        return {
          message: `Only one member stands on a line of a ${target.targetType} target: neurodamus reads ${names} ${reading}.`,
          fixes: () => splitting(text, row, target, new Set(words)),
        };
      });
    });
  },
});

/** A line for each member, with the words that follow it; words after the last one are meant for all. */
function splitting(text: string, row: TargetRow, target: Target, members: ReadonlySet<object>): Fix[] {
  if (row.extra.some((word) => !members.has(word))) return [];
  const lines: { readonly member: string; readonly words: string[] }[] = [];
  for (const word of wordsOf(row)) {
    if (word === row.member || members.has(word)) lines.push({ member: word.text, words: [] });
    else lines.at(-1)?.words.push(word.text);
  }
  const shared = lines.slice(0, -1).every(({ words }) => words.length === 0) ? (lines.at(-1)?.words ?? []) : undefined;
  const span = placedSpan(target, row);
  const newText = lines
    .map(({ member, words }) => [member, ...(shared ?? words)].join(' '))
    .join(newLineLike(text, span.start));
  return [
    {
      title: `Put ${quoted(row.member.text)} and the others on lines of their own`,
      changes: [{ span, newText }],
      preferred: true,
    },
  ];
}
