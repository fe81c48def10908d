import { defineRule } from '../../../diagnostics/rule';
import { quoted, quotedList } from '../../../diagnostics/wording';
import { sections, sectionSchema } from '../schema';
import type { BlueConfigTree } from '../tree';
import { sectionByCase, sectionNear } from '../vocabulary';

export const unknownType = defineRule<BlueConfigTree>({
  code: 'BC101',
  title: 'unknown block type',
  level: 'error',
  category: 'value',
  documentation: `The first word of a header is one of the types that the readers know. Each passes over blocks of other types in silence: a misspelt \`Stimulus\` is a simulation without that stimulus.`,
  examples: {
    good: [
      `
      Stimulus hypamp
      {
      }
      `,
    ],
    bad: [
      `
      Stimuls hypamp
      ^^^^^^^ did you mean \`Stimulus\`?
      {
      }
      `,
      `
      Simulation all
      ^^^^^^^^^^ known types
      {
      }
      `,
    ],
  },
  check({ tree, report }) {
    for (const { header } of tree.blocks) {
      const { type, names } = header;
      if (sectionSchema(type.text) ?? sectionByCase(type.text)) continue;
      const meant = sectionNear(type.text);
      // A sentence above a brace is no header: that is said already.
      if (!meant && names.length !== 1) continue;
      const advice = meant
        ? `did you mean ${quoted(meant)}?`
        : `the known types are ${quotedList(sections.map(({ name }) => name))}.`;
      report({
        span: type,
        message: `Unknown block type ${quoted(type.text)}, which every reader passes over: ${advice}`,
        fixes: () =>
          meant
            ? [{ title: `Change to ${quoted(meant)}`, changes: [{ span: type, newText: meant }], preferred: true }]
            : [],
      });
    }
  },
});
