import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { analyseConnections } from '../connections';
import { entryOf, type BlueConfigTree } from '../tree';

export const delayedWithoutZero = defineRule<BlueConfigTree>({
  code: 'BC412',
  title: 'delayed connection without weight 0',
  level: 'warning',
  category: 'reference',
  documentation: `
A Connection block with a \`Delay\` changes the weight at that time; it is meant to switch on synapses that another block
holds at weight 0 until then. This one means no synapse that starts with weight 0: its synapses act from the beginning,
with the weight that they have there. The simulator warns about it when it starts.
`,
  examples: {
    good: [
      `
      Connection off
      {
          Source Excitatory
          Destination Mosaic
          Weight 0
      }
      Connection on
      {
          Source Excitatory
          Destination Mosaic
          Delay 100
          Weight 1
      }
      `,
    ],
    bad: [
      `
      Connection normal
      {
          Source Excitatory
          Destination Mosaic
          Weight 1
      }
      Connection later
      {
          Source Excitatory
          Destination Mosaic
          Delay 100
      #         ^^^ no Connection of weight 0
          Weight 2
      }
      `,
    ],
  },
  check(context) {
    for (const { block, name } of analyseConnections(context).delayedWithoutZero) {
      const delay = entryOf(block, 'Delay');
      context.report({
        span: delay?.value ?? block.header,
        message: `The delayed Connection ${quoted(name)} overrides no Connection of weight 0: its synapses act from the start, and only their weight changes then. Add a block with the same targets and \`Weight 0\` above if they are to be silent until then.`,
      });
    }
  },
});
