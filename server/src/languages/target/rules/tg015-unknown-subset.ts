import { SUBSETS } from '../../../../../formats/target/model';
import { quoted, quotedList } from '../../../diagnostics/wording';
import { defineRule, type Fix } from '../../../diagnostics/rule';
import { newLineLike, removal } from '../edits';
import { targetFinder } from '../lookup';
import { forEachRow } from '../places';
import { mistakeOf, type RowMistake } from '../rows';
import { placed, type TargetTree } from '../tree';

type SubsetMistake = Extract<RowMistake, { readonly word: object }>;

export const unknownSubset = defineRule<TargetTree>({
  code: 'TG015',
  title: 'unknown subset',
  level: 'error',
  category: 'value',
  documentation: `
After its member a line of a Compartment or Section target may have **one** of the words \`soma\`, \`axon\`, \`dend\` and \`apic\`,
directly after the member, and then numbers. neurodamus reads any other word, a second subset too, as a number: an index
or position of no meaning. bluepy knows \`soma\` and \`axon\` only and takes other words for undefined targets; two subset
words in one target are an error to it.
`,
  examples: {
    good: [
      `
      Target Section Places
      {
          a1 soma
          a1 dend 0 1
          a1
          a1 3
      }
      `,
    ],
    bad: [
      `
      Target Section Places
      {
          a1 basal 0
      #      ^^^^^ Unknown subset
          a1 axn 0
      #      ^^^ Did you mean \`axon\`
          a1 axon soma
      #           ^^^^ second
          a1 0 dend
      #        ^^^^ directly after
      }
      `,
    ],
  },
  check(context) {
    const { text, scopes, report } = context;
    const find = targetFinder(scopes);
    forEachRow(context, (row, target) => {
      const mistake = mistakeOf(row, (name) => find(name) !== undefined);
      if (!mistake || !('word' in mistake)) return;
      const word = placed(target, mistake.word);
      const span = { start: word.start, end: word.end };
      report({
        span,
        message: messageOf(mistake, row.member.text),
        fixes: (): Fix[] => {
          switch (mistake.kind) {
            case 'unknown-subset':
              return SUBSETS.filter((subset) => mistake.suggestion === undefined || subset === mistake.suggestion).map(
                (newText) => ({
                  title: `Change to \`${newText}\``,
                  changes: [{ span, newText }],
                  preferred: mistake.suggestion !== undefined,
                }),
              );
            case 'second-subset': {
              // The rest of the line goes with the second subset, as it is written.
              const { start, end } = placed(target, {
                start: row.subsets[0]?.end ?? row.start,
                end: mistake.word.start,
              });
              const between = text.slice(start, end).trim();
              const newText = `${between && ` ${between}`}${newLineLike(text, row.start + target.inside.start)}${row.member.text} `;
              return [
                {
                  title: 'Split into a line for each subset',
                  changes: [{ span: { start, end }, newText }],
                  preferred: true,
                },
              ];
            }
            case 'late-subset': {
              const after = placed(target, row.member).end;
              const moved = { span: { start: after, end: after }, newText: ` ${word.text}` };
              return [
                {
                  title: 'Move it after the member',
                  changes: [moved, removal(text, span)],
                  preferred: true,
                  safe: true,
                },
              ];
            }
          }
        },
      });
    });
  },
});

function messageOf(mistake: SubsetMistake, member: string): string {
  const word = quoted(mistake.word.text);
  switch (mistake.kind) {
    case 'unknown-subset': {
      const advice =
        mistake.suggestion === undefined
          ? `Expected ${quotedList(SUBSETS, 'or')}, or numbers; a further member needs a line of its own.`
          : `Did you mean \`${mistake.suggestion}\`?`;
      return `Unknown subset ${word}: neurodamus reads it as a number. ${advice}`;
    }
    case 'second-subset':
      return `${word} is the second subset of this line: neurodamus takes the first and reads this one as a number. Write a line for each.`;
    case 'late-subset':
      return `The subset ${word} must stand directly after ${quoted(member)}: here neurodamus reads it as a number.`;
  }
}
