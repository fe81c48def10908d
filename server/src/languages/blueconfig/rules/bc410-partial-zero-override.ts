import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { analyseConnections } from '../connections';
import type { BlueConfigTree } from '../tree';

export const partialZeroOverride = defineRule<BlueConfigTree>({
  code: 'BC410',
  title: 'partial override of weight 0',
  level: 'error',
  category: 'reference',
  documentation: `
Synapses of weight 0 are created only where a block with a \`Delay\` gives them a weight later. The simulator refuses to
start where such a block means some of these synapses, but none has exactly the \`Source\` and \`Destination\` of the block
with weight 0: it cannot create a part of them. The names are compared, not the cells; an empty name and \`Mosaic\` are the
same.
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
      Connection off
      {
          Source Mosaic
          Destination Mosaic
          Weight 0.0
      #          ^^^ \`on\`
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
  },
  check(context) {
    for (const { connection, weight, delayed, fullyOverridden } of analyseConnections(context).zeroWeights) {
      const [first] = delayed;
      if (!first || fullyOverridden) continue;
      const { source, destination } = connection;
      context.report({
        span: weight.value ?? weight,
        message: `Weight 0 of Connection ${quoted(connection.name)} is overridden on a part of its synapses only, by the delayed ${quoted(first.name)}: the simulator refuses this. Give the delayed block ${quoted(`Source ${source.name}`)} and ${quoted(`Destination ${destination.name}`)}, or this one the targets of the delayed block.`,
        related: delayed.slice(0, 5).map(({ block, name }) => ({
          span: block.header,
          message: `Connection ${quoted(name)} sets a weight for some of the synapses later`,
        })),
      });
    }
  },
});
