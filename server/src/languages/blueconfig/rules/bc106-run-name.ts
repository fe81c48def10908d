import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { sectionSchema } from '../schema';
import { blocksOf, nameOf, type BlueConfigTree } from '../tree';

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
    ],
    bad: [
      `
      Run Demo
          ^^^^ \`Default\`
      {
      }
      `,
    ],
  },
  check({ tree, report }) {
    for (const section of ['Run']) {
      const wanted = sectionSchema(section)?.singleton;
      const blocks = blocksOf(tree, section);
      const isTaken = blocks.some((block) => nameOf(block)?.text === wanted);
      for (const block of blocks) {
        const name = nameOf(block);
        if (!wanted || !name || name.text === wanted) continue;
        report({
          span: name,
          message: `The \`${section}\` block must be named \`${wanted}\`, not ${quoted(name.text)}: neurodamus looks it up by that name.`,
          fixes: () =>
            isTaken
              ? []
              : [
                  {
                    title: `Rename to \`${wanted}\``,
                    changes: [{ span: name, newText: wanted }],
                    preferred: true,
                    safe: blocks.length === 1,
                  },
                ],
        });
      }
    }
  },
});
