import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { sectionSchema } from '../schema';
import { blocksOf, nameOf, type BlueConfigTree } from '../tree';

const RUN = 'Run';

export const runName = defineRule<BlueConfigTree>({
  code: 'BC106',
  title: 'name of the Run block',
  level: 'error',
  category: 'value',
  documentation: `The \`Run\` block is called \`Default\`. neurodamus' Python reader looks it up by that name and stops if there is none; other readers take any name.`,
  examples: {
    good: [
      `
      Run Default
      {
      }
      `,
      `
      Run Default
      {
      }

      Run Second
      {
      }
      `,
    ],
    bad: [
      `
      Run Demo
          ^^^^ \`Default\`
      {
      }
      `,
      `
      Run Demo
          ^^^^
      {
      }

      Run Second
      {
      }
      `,
    ],
  },
  check({ tree, report }) {
    const wanted = sectionSchema(RUN)?.singleton;
    const blocks = blocksOf(tree, RUN);
    const [first] = blocks;
    const name = first && nameOf(first);
    // The others are too many, whatever their names; with one of them gone this one may be.
    if (!wanted || !name || blocks.some((block) => nameOf(block)?.text === wanted)) return;
    report({
      span: name,
      message: `The \`${RUN}\` block must be named \`${wanted}\`, not ${quoted(name.text)}: neurodamus looks it up by that name.`,
      fixes: () => [
        {
          title: `Rename to \`${wanted}\``,
          changes: [{ span: name, newText: wanted }],
          preferred: true,
          safe: blocks.length === 1,
        },
      ],
    });
  },
});
