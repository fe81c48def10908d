import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { keySchema } from '../schema';
import { soundEntries } from '../soundness';
import type { BlueConfigTree } from '../tree';

export const keyWithoutValue = defineRule<BlueConfigTree>({
  code: 'BC006',
  title: 'key without value',
  level: 'error',
  category: 'syntax',
  documentation: `Every key has a value on its own line.

neurodamus' Python reader stops at a key without one; its HOC reader keeps an empty text, or the inline comment; Brion ignores the key with a warning. To leave a key at its default, delete the line.`,
  examples: {
    good: [
      `
      Run Default
      {
          Dt 0.025
      }
      `,
    ],
    bad: [
      `
      Run Default
      {
          Dt
          ^^ has no value
          Duration # ms
          ^^^^^^^^
      }
      `,
    ],
  },
  check({ tree, text, report }) {
    for (const block of tree.blocks) {
      for (const { key, value } of soundEntries(block, text)) {
        if (value && (value.text !== '' || !value.inlineComment)) continue;
        const hasDefault = !keySchema(block.header.type.text, key.text)?.bookkeeping;
        report({
          span: key,
          message: `Key ${quoted(key.text)} has no value: write one behind it, or delete the line${hasDefault ? ' to get the default' : ''}.`,
        });
      }
    }
  },
});
