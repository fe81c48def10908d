import { nearest } from '../../../../../formats/text/nearest';
import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { delayOf } from '../connections';
import { knownModOverrides } from '../schema';
import { blocksOf, valueOf, type BlueConfigTree } from '../tree';
import { holdsBrace } from '../values';

export const missingHelper = defineRule<BlueConfigTree>({
  code: 'BC414',
  title: 'missing synapse helper',
  level: 'warning',
  category: 'reference',
  documentation: `
\`ModOverride X\` makes the simulator load \`XHelper.hoc\` and use the template \`XHelper\` in it to build the synapses. Helpers
for ${knownModOverrides.map(({ name }) => `\`${name}\``).join(', ')} come with the simulator; any other must be on its path. This rule looks for
the file in the workspace: where it lies elsewhere, silence the warning with a comment.
`,
  examples: {
    good: [
      `
      Connection plastic
      {
          ModOverride GluSynapse
      }
      Connection own
      {
          ModOverride Mine
      }
      //- /mod/MineHelper.hoc
      begintemplate MineHelper
      endtemplate MineHelper
      `,
    ],
    bad: [
      `
      Connection plastic
      {
          ModOverride GluSynaps
      #               ^^^^^^^^^ Did you mean \`GluSynapse\`
      }
      Connection own
      {
          ModOverride Mine
      #               ^^^^ \`MineHelper.hoc\`
      }
      `,
    ],
  },
  check({ tree, hasFile, report }) {
    const known = knownModOverrides.map(({ name }) => name);
    for (const block of blocksOf(tree, 'Connection')) {
      const value = valueOf(block, 'ModOverride');
      // With a delay the key is ignored, helper or not.
      if (!value || value.text === '' || holdsBrace(value.text) || (delayOf(block) ?? 0) > 0) continue;
      const file = `${value.text}Helper.hoc`;
      if (known.includes(value.text) || hasFile(file)) continue;
      const suggestion = nearest(value.text, known);
      const { start, end } = value;
      report({
        span: { start, end },
        message: `${quoted(`ModOverride ${value.text}`)} needs a helper ${quoted(file)}, which is neither in the workspace nor one of the simulator’s. ${suggestion ? `Did you mean ${quoted(suggestion)}?` : `Known are ${known.join(', ')}.`}`,
        fixes: () =>
          suggestion
            ? [
                {
                  title: `Change to ${quoted(suggestion)}`,
                  changes: [{ span: { start, end }, newText: suggestion }],
                  preferred: true,
                },
              ]
            : [],
      });
    }
  },
});
