import { SUBSETS } from '../../../../../formats/target/model';
import type { TargetRow } from '../../../../../formats/target/rows';
import { nearest } from '../../../../../formats/text/nearest';
import { quoted, quotedList } from '../../../diagnostics/wording';
import { defineRule, type Fix } from '../../../diagnostics/rule';
import { newLineLike, removal } from '../edits';
import { targetFinder } from '../lookup';
import { forEachMistake, type RowMistake } from '../rows';
import { placedSpan, type Target, type TargetTree } from '../tree';

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
    const { text, scopes, reportAt } = context;
    const find = targetFinder(scopes);
    const isTarget = (name: string): boolean => find(name) !== undefined;
    forEachMistake(context, isTarget, (mistake, row, target) => {
      if (!('word' in mistake)) return;
      reportAt(placedSpan(target, mistake.word), () => {
        const suggestion = mistake.kind === 'unknown-subset' ? nearest(mistake.word.text, SUBSETS) : undefined;
        return {
          message: messageOf(mistake, row.member.text, suggestion),
          fixes: () => fixesOf(text, mistake, row, target, suggestion),
        };
      });
    });
  },
});

function messageOf(mistake: SubsetMistake, member: string, suggestion: string | undefined): string {
  const word = quoted(mistake.word.text);
  switch (mistake.kind) {
    case 'unknown-subset': {
      const advice =
        suggestion === undefined
          ? `Expected ${quotedList(SUBSETS, 'or')}, or numbers; a further member needs a line of its own.`
          : `Did you mean \`${suggestion}\`?`;
      return `Unknown subset ${word}: neurodamus reads it as a number. ${advice}`;
    }
    case 'second-subset':
      return `${word} is the second subset of this line: neurodamus takes the first and reads this one as a number. Write a line for each.`;
    case 'late-subset':
      return `The subset ${word} must stand directly after ${quoted(member)}: here neurodamus reads it as a number.`;
  }
}

function fixesOf(
  text: string,
  { kind, word }: SubsetMistake,
  row: TargetRow,
  target: Target,
  suggestion: string | undefined,
): Fix[] {
  const span = placedSpan(target, word);
  switch (kind) {
    case 'unknown-subset':
      return SUBSETS.filter((subset) => suggestion === undefined || subset === suggestion).map((newText) => ({
        title: `Change to \`${newText}\``,
        changes: [{ span, newText }],
        preferred: suggestion !== undefined,
      }));
    case 'second-subset': {
      // The rest of the line goes with the second subset, as it is written.
      const between = placedSpan(target, { start: row.subsets[0]?.end ?? row.start, end: word.start });
      const rest = text.slice(between.start, between.end).trim();
      const newLine = newLineLike(text, row.start + target.inside.start);
      const newText = `${rest && ` ${rest}`}${newLine}${row.member.text} `;
      return [{ title: 'Split into a line for each subset', changes: [{ span: between, newText }], preferred: true }];
    }
    case 'late-subset': {
      const after = placedSpan(target, row.member).end;
      const moved = { span: { start: after, end: after }, newText: ` ${word.text}` };
      return [
        { title: 'Move it after the member', changes: [moved, removal(text, span)], preferred: true, safe: true },
      ];
    }
  }
}
