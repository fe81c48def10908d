import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { removeLines } from '../lineEdits';
import { keySchema } from '../schema';
import type { BlueConfigTree } from '../tree';

export const bookkeeping = defineRule<BlueConfigTree>({
  code: 'BC113',
  title: 'bookkeeping key',
  level: 'information',
  category: 'style',
  documentation: `No reader uses this key: it is a note for people, on dates, versions and origins. Changing it changes nothing in the simulation.

A warning marks keys that neurodamus sets for itself: a value written by hand can get in its way.`,
  examples: {
    good: [
      `
      Run Default
      {
          Dt 0.025
          Note # nothing
      }
      `,
    ],
    bad: [
      `
      Run Default
      {
          svnPath trunk
          ^^^^^^^ only bookkeeping
          AutoInit 1
          ^^^^^^^^ by hand
      }
      `,
    ],
  },
  check({ tree, text, report }) {
    for (const block of tree.blocks) {
      for (const entry of block.entries) {
        const schema = keySchema(block.header.type.text, entry.key.text);
        // A key without value is to be deleted or completed: that is said already.
        if (!entry.value?.text) continue;
        if (schema?.bookkeeping) {
          report({
            span: entry.key,
            message: `Key ${quoted(entry.key.text)} is only bookkeeping: no reader uses it${schema.replacement ? `, \`${schema.replacement}\` is what they read` : ''}.`,
          });
        } else if (schema?.internal) {
          report({
            span: entry.key,
            message: `Key ${quoted(entry.key.text)} is not to be written by hand. ${schema.meaning}`,
            level: 'warning',
            fixes: () => [{ title: 'Remove this line', changes: [removeLines(text, entry)], preferred: true }],
          });
        }
      }
    }
  },
});
