import { quoted } from '../../../diagnostics/wording';
import { defineRule } from '../../../diagnostics/rule';
import { countedPlace, oddities } from '../places';
import type { TargetTree } from '../tree';

export const leadingZeros = defineRule<TargetTree>({
  code: 'TG009',
  title: 'leading zeros in a gid',
  level: 'warning',
  category: 'value',
  documentation: `
neurodamus takes a word for a cell only if it is spelt as neurodamus itself would write it: \`a12\`. \`a012\` is the name of
a target to it, and as none is defined, nothing. Brion and bluepy read cell 12.
`,
  examples: {
    good: [
      `
      Target Cell Small
      {
          a12 a100
      }
      `,
    ],
    bad: [
      `
      Target Cell Small
      {
          a12 a0012
      #       ^^^^^ \`a12\`
      }
      Target Compartment Somata
      {
          a07 soma
      #   ^^^ \`a7\`
      }
      `,
    ],
  },
  check({ text, tree, report }) {
    for (const target of tree.targets) {
      for (const oddity of oddities(target, 'leading-zero')) {
        const { start, end } = oddity;
        const newText = text.slice(start, end).replace(/^a0+/, 'a');
        report({
          ...countedPlace(oddity),
          message: `neurodamus reads ${quoted(text.slice(start, end))} as the name of a target, not as a cell. Write ${quoted(newText)}.`,
          fixes: () => [
            {
              title: `Change to ${quoted(newText)}`,
              changes: [{ span: { start, end }, newText }],
              preferred: true,
              safe: true,
            },
          ],
        });
      }
    }
  },
});
