import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { analyseConnections } from '../connections';
import type { BlueConfigTree } from '../tree';

export const partialOverride = defineRule<BlueConfigTree>({
  code: 'BC408',
  title: 'partial override',
  level: 'warning',
  category: 'reference',
  documentation: `
Connection blocks apply from top to bottom, and a later block replaces what an earlier one says of the same key on the
synapses that both mean. General blocks followed by more specific ones are how this is meant to be used, and are not
reported. Here each of two blocks reaches beyond the other: on the synapses that they share the later one wins, only
because it stands below. Change the order of the two and the result is another. A third block below for the
synapses that both mean settles it.

The places listed with the message are the whole chain: all blocks that set the key for synapses of these two, in the
order in which they apply, so that the last one wins. The simulator prints such chains when it starts.

What the blocks share is found from the cells of their targets; where these are not known, from the names.
\`SynapseConfigure\` is never replaced: its assignments add up.
`,
  examples: {
    good: [
      `
      Connection general
      {
          Source Mosaic
          Destination Mosaic
          Weight 1
      }
      Connection specific
      {
          Source Excitatory
          Destination Mosaic
          Weight 0.5
      }
      `,
      `
      Connection fromExcitatory
      {
          Source Excitatory
          Destination Mosaic
          Weight 0.5
      }
      Connection toLayer5
      {
          Source Mosaic
          Destination Layer5
          Weight 2
      }
      Connection both
      {
          Source Excitatory
          Destination Layer5
          Weight 1
      }
      `,
    ],
    bad: [
      `
      Connection fromExcitatory
      {
          Source Excitatory
          Destination Mosaic
          Weight 0.5
      }
      Connection toLayer5
      {
          Source Mosaic
          Destination Layer5
          Weight 2
      #   ^^^^^^ order of the two
      }
      `,
      `
      Run Default
      {
          TargetFile user.target
      }
      Connection left
      {
          Source Left
          Destination Left
          SpontMinis 0.1
      }
      Connection right
      {
          Source Right
          Destination Right
          SpontMinis 0.2
      #   ^^^^^^^^^^ \`left\`
      }
      //- /user.target
      Target Cell Left
      {
          a1 a2 a3
      }
      Target Cell Right
      {
          a3 a4
      }
      `,
    ],
  },
  check(context) {
    const { crossing, chainOf } = analyseConnections(context);
    for (const replacement of crossing) {
      const { key, earlier, later, laterEntry } = replacement;
      context.reportAt(laterEntry.key, () => ({
        message: `\`${key}\` of Connection ${quoted(later.name)} replaces that of ${quoted(earlier.name)} on a part of its synapses only, and each block reaches beyond the other: the order of the two decides. Add a block below for the synapses that both mean, or make the targets disjoint.`,
        related: chainOf(replacement).map(({ connection, entry }, index) => ({
          span: entry,
          message: `${index + 1}. Connection ${quoted(connection.name)} sets \`${key}\` to ${quoted(entry.value?.text ?? '')}`,
        })),
      }));
    }
  },
});
