import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { analyseConnections } from '../connections';
import type { BlueConfigTree } from '../tree';

export const shadowedConnection = defineRule<BlueConfigTree>({
  code: 'BC409',
  title: 'shadowed connection',
  level: 'warning',
  category: 'reference',
  documentation: `
A later Connection block gives the same key another value for all cells of this one, so this value never takes effect.
No reader says so. Remove one of the two; where the later block means more cells than this one, the order is most likely
wrong, and BC415 offers to move the block. \`SynapseConfigure\` is never replaced: its assignments add up.
`,
  examples: {
    good: [
      `
      Connection weights
      {
          Source Mosaic
          Destination Mosaic
          Weight 1
          SynapseConfigure %s.Use *= 0.5
      }
      Connection minis
      {
          Source Mosaic
          Destination Mosaic
          Weight 1.0
          SpontMinis 0.01
          SynapseConfigure %s.NMDA_ratio = 0.4
      }
      Connection later
      {
          Source Mosaic
          Destination Mosaic
          Delay 100
          Weight 2
      }
      `,
    ],
    bad: [
      `
      Connection before
      {
          Source Excitatory
          Destination Mosaic
          Weight 0.5
      #   ^^^^^^^^^^ \`after\`
          SpontMinis 0.01
      }
      Connection after
      {
          Source Excitatory
          Destination Mosaic
          Weight 0.7
      }
      `,
      `
      Run Default
      {
          TargetFile user.target
      }
      Connection before
      {
          Source Column
          Destination Column
          ModOverride GluSynapse
      #   ^^^^^^^^^^^^^^^^^^^^^^
      }
      Connection after
      {
          Source All
          Destination All
          ModOverride AMPANMDA
      }
      //- /user.target
      Target Cell Column
      {
          a1 a2
      }
      Target Cell All
      {
          Column
      }
      `,
    ],
  },
  check(context) {
    for (const { key, earlier, earlierEntry, later, laterEntry } of analyseConnections(context).shadowed) {
      context.report({
        span: { start: earlierEntry.start, end: earlierEntry.value?.end ?? earlierEntry.end },
        message: `\`${key}\` of Connection ${quoted(earlier.name)} has no effect: Connection ${quoted(later.name)} below sets it to ${quoted(laterEntry.value?.text ?? '')} for all its cells. Remove one of the two, or put the more specific block below.`,
        tags: ['unnecessary'],
        related: [{ span: laterEntry, message: `Connection ${quoted(later.name)} sets \`${key}\` here` }],
      });
    }
  },
});
