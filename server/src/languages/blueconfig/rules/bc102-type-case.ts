import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import type { BlueConfigTree } from '../tree';
import { sectionByCase } from '../vocabulary';

export const typeCase = defineRule<BlueConfigTree>({
  code: 'BC102',
  title: 'block type in the wrong case',
  level: 'error',
  category: 'value',
  documentation: `Block types are told apart by case. \`report soma\` is no \`Report\`: every reader passes over the block in silence.`,
  examples: {
    good: [
      `
      Report soma
      {
      }
      `,
    ],
    bad: [
      `
      report soma
      ^^^^^^ write \`Report\`
      {
      }
      `,
    ],
  },
  check({ tree, report }) {
    for (const { header } of tree.blocks) {
      const { type } = header;
      const name = sectionByCase(type.text)?.name;
      if (!name) continue;
      report({
        span: type,
        message: `Block types are case-sensitive, and every reader passes over ${quoted(type.text)}: write ${quoted(name)}.`,
        fixes: () => [
          { title: `Change to ${quoted(name)}`, changes: [{ span: type, newText: name }], preferred: true, safe: true },
        ],
      });
    }
  },
});
