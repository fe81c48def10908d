import { quoted } from '../../../diagnostics/wording';
import type { TargetRow } from '../../../../../formats/target/rows';
import type { Word } from '../../../../../formats/text/span';
import { defineRule, type Fix } from '../../../diagnostics/rule';
import { forEachMistake, indexNotation } from '../rows';
import { placedSpan, type Target, type TargetTree } from '../tree';

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
    // Where words are brackets it does not matter which others are targets.
    const isTarget = (): boolean => false;
    forEachMistake(context, isTarget, (mistake, row, target) => {
      if (mistake.kind !== 'index-notation') return;
      for (const word of mistake.words) {
        context.reportAt(placedSpan(target, word), () => {
          const { subset, index } = indexNotation(word.text) ?? { subset: '', index: '' };
          const where = target.targetType === 'Section' ? '' : ', in a Section target';
          return {
            message: `${quoted(word.text)} is not known in target files: write ${quoted(`${subset} ${index}`)} after the member${where}.`,
            fixes: () => rewriting(row, target, mistake.words),
          };
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
  const span = placedSpan(target, { start: first.start, end: last.end });
  return [{ title: `Change to ${quoted(newText)}`, changes: [{ span, newText }], preferred: true, safe: true }];
}
