import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { analyseConnections } from '../connections';
import type { BlueConfigTree } from '../tree';

export const zeroWeightForEver = defineRule<BlueConfigTree>({
  code: 'BC411',
  title: 'weight 0 for ever',
  level: 'warning',
  category: 'reference',
  documentation: `
Synapses of weight 0 that no other block gives a weight are never created: they have no spontaneous minis either, and
replayed spikes do not pass. The simulator warns about it when it starts. Where that is what you want, silence this
warning with a comment; else give them a small weight, or a weight later in a block with a \`Delay\`.
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
      `
      Connection allOff
      {
          Source Mosaic
          Destination Mosaic
          Weight 0
      }
      Connection someOn
      {
          Source Excitatory
          Destination Mosaic
          Weight 1
      }
      `,
    ],
    bad: [
      `
      Connection on
      {
          Source Mosaic
          Destination Mosaic
          Weight 1
      }
      Connection off
      {
          Source Excitatory
          Destination Mosaic
          Weight 0
      #          ^ not created
      }
      `,
    ],
  },
  check(context) {
    for (const { connection, weight, maybeOverridden } of analyseConnections(context).zeroWeights) {
      if (maybeOverridden) continue;
      context.report({
        span: weight.value ?? weight,
        message: `No block gives the synapses of Connection ${quoted(connection.name)} another weight than 0: they are not created at all. Set a weight later in a block with \`Delay\` if they are to act.`,
      });
    }
  },
});
