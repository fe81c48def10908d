import { quoted } from '../../../diagnostics/wording';
import { defineRule } from '../../../diagnostics/rule';
import { oddities } from '../places';
import type { TargetTree } from '../tree';

export const gidOutOfRange = defineRule<TargetTree>({
  code: 'TG010',
  title: 'gid out of range',
  level: 'error',
  category: 'value',
  documentation: `
Cells are counted from 1 in target files; in SONATA files the same cell has the id gid − 1. \`a0\` is no cell in a
simulation, and analysis tools make −1 of it, which is the **last** cell in Python. \`a0\` is most often a sign of ids
taken from a SONATA file as they are: then all gids of the target are too small by one. Gids go up to 4294967295.
`,
  examples: {
    good: [
      `
      Target Cell First
      {
          a1 a4294967295
      }
      `,
    ],
    bad: [
      `
      Target Cell First
      {
          a0 a1 a-5
      #   ^^ start at 1
      #         ^^^ start at 1
          a4294967296
      #   ^^^^^^^^^^^ 4294967295
      }
      `,
    ],
  },
  check({ text, tree, report }) {
    for (const target of tree.targets) {
      for (const { start, end } of oddities(target, 'gid-below-one')) {
        const word = quoted(text.slice(start, end));
        report({
          span: { start, end },
          message: `${word} is no cell: gids start at 1. For SONATA node ids, which start at 0, add 1 to each.`,
        });
      }
      for (const { start, end } of oddities(target, 'gid-too-large')) {
        report({
          span: { start, end },
          message: `${quoted(text.slice(start, end))} is no cell: gids go up to 4294967295.`,
        });
      }
    }
  },
});
