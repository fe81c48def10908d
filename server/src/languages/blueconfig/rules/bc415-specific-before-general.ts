import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { analyseConnections, type Replacement } from '../connections';
import { moveAfter } from '../insertions';
import type { BlueConfigTree } from '../tree';

export const specificBeforeGeneral = defineRule<BlueConfigTree>({
  code: 'BC415',
  title: 'specific before general',
  level: 'information',
  category: 'reference',
  documentation: `
Connection blocks apply from top to bottom, so general ones belong above specific ones. Here a block for some cells
stands above one that means all of them and more and sets the same keys: the specific values never take effect. The
simulator does as it is told and only lists the chain of blocks. Move the specific block down.
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
      Connection specific
      {
          Source Excitatory
          Destination Mosaic
          Weight 1.0
          SynapseConfigure %s.mg = 1.0
      }
      Connection general
      {
          Source Mosaic
          Destination Mosaic
          Weight 1
          SynapseConfigure %s.Use *= 0.5
      }
      `,
    ],
    bad: [
      `
      Connection specific
      ^^^^^^^^^^^^^^^^^^^ \`Weight\`
      {
          Source Excitatory
          Destination Mosaic
          Weight 0.5
      }
      Connection general
      {
          Source Mosaic
          Destination Mosaic
          Weight 1
      }
      `,
    ],
  },
  check(context) {
    const byBlock = new Map<object, Replacement[]>();
    for (const replacement of analyseConnections(context).shadowed) {
      if (replacement.relation !== 'contains') continue;
      const found = byBlock.get(replacement.earlier.block) ?? [];
      byBlock.set(replacement.earlier.block, [...found, replacement]);
    }
    for (const found of byBlock.values()) {
      const last = found.reduce((a, b) => (a.later.block.start < b.later.block.start ? b : a));
      const { earlier, later } = last;
      const keys = found.map(({ key }) => `\`${key}\``).join(', ');
      context.report({
        span: earlier.block.header,
        message: `Connection ${quoted(later.name)} below is more general and replaces ${keys} of Connection ${quoted(earlier.name)}. Move this block below it if its values are to hold.`,
        related: found.map(({ key, later: general, laterEntry }) => ({
          span: laterEntry,
          message: `Connection ${quoted(general.name)} sets \`${key}\` here`,
        })),
        fixes: () =>
          earlier.block.close && later.block.close
            ? [
                {
                  title: `Move below Connection ${quoted(later.name)}`,
                  changes: moveAfter(context.text, earlier.block, later.block),
                  preferred: true,
                },
              ]
            : [],
      });
    }
  },
});
