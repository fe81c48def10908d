import { LineIndex } from '../../../../../formats/text/lines';
import { defineRule } from '../../../diagnostics/rule';
import { blocksOf, type BlueConfigTree } from '../tree';

export const severalRuns = defineRule<BlueConfigTree>({
  code: 'BC107',
  title: 'more than one Run block',
  level: 'error',
  category: 'value',
  documentation: `There is exactly one \`Run\` block. neurodamus stops at more than one; Brion and bluepy would take one of them and pass over the other.`,
  examples: {
    good: [
      `
      Run Default
      {
      }
      `,
    ],
    bad: [
      `
      Run Default
      {
      }

      Run Other
      ^^^^^^^^^ line 1
      {
      }
      `,
    ],
  },
  check({ tree, text, report }) {
    const [first, ...others] = blocksOf(tree, 'Run');
    if (!first || others.length === 0) return;
    const line = new LineIndex(text).lineOf(first.start) + 1;
    for (const { header } of others) {
      report({
        span: header,
        message: `More than one \`Run\` block, the first is in line ${line}: neurodamus refuses the file. Keep one.`,
        related: [{ span: first.header, message: 'The first `Run` block is here.' }],
      });
    }
  },
});
