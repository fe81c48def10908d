import { quoted } from '../../../diagnostics/wording';
import type { TargetRow } from '../../../../../formats/target/model';
import type { Word } from '../../../../../formats/text/span';
import { defineRule, type Fix } from '../../../diagnostics/rule';
import { forEachRow } from '../places';
import { indexNotation, mistakeOf } from '../rows';
import { placed, type Target, type TargetTree } from '../tree';

export const indexNotationRule = defineRule<TargetTree>({
  code: 'TG017',
  title: 'index in brackets',
  level: 'error',
  category: 'syntax',
  documentation: `
\`apic[0]\` is how HOC names a section; target files do not know it. Write the subset and then the indices, in a **Section**
target: \`a12 apic 0\`. neurodamus reads \`apic[0]\` as a number without meaning. In a Compartment target the numbers are
positions: for certain sections make a Section target, and name that one in the Compartment target.
`,
  examples: {
    good: [
      `
      Target Section Trunks
      {
          a12 apic 0 1
      }
      `,
    ],
    bad: [
      `
      Target Section Trunks
      {
          a12 apic[0]
      #       ^^^^^^^ \`apic 0\`
          a12 dend[3] dend[4]
      #       ^^^^^^^
      #               ^^^^^^^
      }
      Target Compartment Middle
      {
          a12 apic[0] 0.5
      #       ^^^^^^^ Section target
      }
      `,
    ],
  },
  check(context) {
    forEachRow(context, (row, target) => {
      // Where words are brackets it does not matter which others are targets.
      const mistake = mistakeOf(row, () => false);
      if (mistake?.kind !== 'index-notation') return;
      for (const word of mistake.words) {
        const { start, end } = placed(target, word);
        const { subset, index } = indexNotation(word.text) ?? { subset: '', index: '' };
        const where = target.targetType === 'Section' ? '' : ', in a Section target';
        context.report({
          span: { start, end },
          message: `${quoted(word.text)} is not known in target files: write \`${subset} ${index}\` after the member${where}.`,
          fixes: () => rewriting(row, target, mistake.words),
        });
      }
    });
  },
});

/** All brackets of a line as one subset with its indices, where they are of one subset. */
function rewriting(row: TargetRow, target: Target, words: readonly Word[]): Fix[] {
  const parts = words.flatMap((word) => indexNotation(word.text) ?? []);
  const [first, last] = [words[0], words.at(-1)];
  const subset = parts[0]?.subset;
  const isAlone = row.extra.length === words.length && row.subsets.length === 0 && row.values.length === 0;
  if (target.targetType !== 'Section' || !isAlone || !first || !last || parts.some((part) => part.subset !== subset))
    return [];
  const newText = [subset, ...parts.map(({ index }) => index)].join(' ');
  const span = placed(target, { start: first.start, end: last.end });
  return [{ title: `Change to \`${newText}\``, changes: [{ span, newText }], preferred: true, safe: true }];
}
