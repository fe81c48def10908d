import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { keySchema } from '../schema';
import type { ValueType } from '../schema/types';
import type { BlueConfigTree } from '../tree';

/** Values that are code, in which quotes have a meaning. */
const CODE: ReadonlySet<ValueType> = new Set<ValueType>(['hoc', 'synapse-configure', 'section-configure']);

export const quotedValue = defineRule<BlueConfigTree>({
  code: 'BC011',
  title: 'quotes around a value',
  level: 'warning',
  category: 'value',
  documentation: `Values are written without quotes: they reach to the end of the line, blanks included.

Every reader keeps quotes as part of the value, so that a target, a file or a unit of that name, quotes and all, is looked for or written.`,
  examples: {
    good: [
      `
      Run Default
      {
          OutputRoot /data/my results
          Note "quotes in a note do no harm"
      }
      `,
    ],
    bad: [
      `
      Run Default
      {
          CircuitTarget "Mosaic"
                        ^^^^^^^^ quotes
          OutputRoot 'results'
                     ^^^^^^^^^
      }
      `,
    ],
  },
  check({ tree, report }) {
    for (const block of tree.blocks) {
      for (const { key, value } of block.entries) {
        if (!value || !/^("[^"]*"|'[^']*')$/.test(value.text)) continue;
        const schema = keySchema(block.header.type.text, key.text);
        if (!schema || schema.bookkeeping || CODE.has(schema.type)) continue;
        const bare = value.text.slice(1, -1).trim();
        report({
          span: value,
          message: `The quotes become part of the value of ${quoted(key.text)}: write ${bare ? quoted(bare) : 'the value'} without them.`,
          fixes: () =>
            bare === ''
              ? []
              : [
                  {
                    title: 'Remove the quotes',
                    changes: [{ span: value, newText: bare }],
                    preferred: true,
                    safe: true,
                  },
                ],
        });
      }
    }
  },
});
