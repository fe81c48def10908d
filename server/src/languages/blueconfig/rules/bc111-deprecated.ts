import { defineRule, type Fix } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { keySchema, sectionSchema } from '../schema';
import type { KeySchema } from '../schema/types';
import { entryOf, type Block, type BlueConfigTree, type Entry } from '../tree';

export const deprecated = defineRule<BlueConfigTree>({
  code: 'BC111',
  title: 'deprecated key or section',
  level: 'warning',
  category: 'style',
  documentation: `This key or section belongs to the past: readers warn of it, read it no longer, or have something better in its place. The message says what.`,
  examples: {
    good: [
      `
      Run Default
      {
          CurrentDir /data
          svnPath trunk
      }
      `,
    ],
    bad: [
      `
      Run Default
      {
          BonusSynapseFile bonus.h5
          ^^^^^^^^^^^^^^^^ \`Projection\`
          SimulatorMode NEURON
          ^^^^^^^^^^^^^ \`Simulator\` replaces it
      }

      NeuronConfigure all
      ^^^^^^^^^^^^^^^ \`Modification\`
      {
      }
      `,
    ],
  },
  check({ tree, report }) {
    for (const block of tree.blocks) {
      const { type } = block.header;
      const section = sectionSchema(type.text);
      if (!section) continue;
      if (section.deprecated) {
        const message = `Deprecated section ${quoted(type.text)}. ${section.deprecated}`;
        report({ span: type, message, tags: ['deprecated'] });
      }
      for (const entry of block.entries) {
        const schema = keySchema(section.name, entry.key.text);
        if (!schema?.deprecated || schema.bookkeeping) continue;
        report({
          span: entry.key,
          message: `Deprecated key ${quoted(entry.key.text)}. ${schema.deprecated}`,
          tags: ['deprecated'],
          fixes: () => renaming(schema, block, entry),
        });
      }
    }
  },
});

/** Only where the new key means the same with this value. */
function renaming({ replacement, renamed }: KeySchema, block: Block, { key, value }: Entry): readonly Fix[] {
  const successor = renamed && replacement ? keySchema(block.header.type.text, replacement) : undefined;
  if (!successor || entryOf(block, successor.name)) return [];
  if (successor.values && !successor.values.some((word) => word.value === value?.text)) return [];
  const changes = [{ span: key, newText: successor.name }];
  return [{ title: `Change to \`${successor.name}\``, changes, preferred: true, safe: true }];
}
