import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { patternSchema } from '../schema';
import { blocksOf, valueOf, type BlueConfigTree } from '../tree';

export const deprecatedPattern = defineRule<BlueConfigTree>({
  code: 'BC112',
  title: 'deprecated pattern',
  level: 'warning',
  category: 'style',
  documentation: `neurodamus warns of stimuli with this pattern, and SONATA has no counterpart: such a simulation cannot be converted.`,
  examples: {
    good: [
      `
      Stimulus replay
      {
          Pattern SynapseReplay
      }
      `,
    ],
    bad: [
      `
      Stimulus noise
      {
          Pattern NPoisson
                  ^^^^^^^^ SynapseReplay
      }
      `,
    ],
  },
  check({ tree, report }) {
    for (const block of blocksOf(tree, 'Stimulus')) {
      const value = valueOf(block, 'Pattern');
      const pattern = value && patternSchema(value.text);
      if (!value || !pattern?.deprecated) continue;
      const message = `Deprecated pattern ${quoted(pattern.name)}. ${pattern.deprecated}`;
      report({ span: value, message, tags: ['deprecated'] });
    }
  },
});
