import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { delayOf } from '../connections';
import { keySchema } from '../schema';
import { blocksOf, type BlueConfigTree } from '../tree';

export const ignoredWithDelay = defineRule<BlueConfigTree>({
  code: 'BC413',
  title: 'key ignored with Delay',
  level: 'warning',
  category: 'reference',
  documentation: `
At the time of its \`Delay\` a Connection block changes the \`Weight\` and nothing else: what it says beside that is passed
over, and no reader tells. Put the other keys into a block without \`Delay\`, where they hold from the start.
`,
  examples: {
    good: [
      `
      Connection atStart
      {
          Source Mosaic
          Destination Mosaic
          Delay 0
          SpontMinis 0.01
      }
      `,
    ],
    bad: [
      `
      Connection later
      {
          Source Mosaic
          Destination Mosaic
          Delay 100
          Weight 1
          SpontMinis 0.01
      #   ^^^^^^^^^^ Delay
          SynapseConfigure %s.Use *= 0.5
      #   ^^^^^^^^^^^^^^^^
      }
      `,
    ],
  },
  check({ tree, report }) {
    for (const block of blocksOf(tree, 'Connection')) {
      const delay = delayOf(block) ?? 0;
      for (const { key } of block.entries) {
        const condition = keySchema('Connection', key.text)?.ignoredWhen;
        if (condition?.key !== 'Delay' || !(delay > (condition.above ?? Infinity))) continue;
        report({
          span: key,
          message: `${quoted(key.text)} is ignored because \`Delay\` is above 0: only \`Weight\` changes then. Move it to a Connection without \`Delay\`.`,
          tags: ['unnecessary'],
        });
      }
    }
  },
});
