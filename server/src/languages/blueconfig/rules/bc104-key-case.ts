import { defineRule, type Fix } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { removeLines } from '../lineEdits';
import { keySchema, sectionSchema } from '../schema';
import { soundEntries } from '../soundness';
import { entryOf, type Block, type BlueConfigTree, type Entry } from '../tree';
import { keyByCase } from '../vocabulary';

export const keyCase = defineRule<BlueConfigTree>({
  code: 'BC104',
  title: 'key in the wrong case',
  level: 'error',
  category: 'value',
  documentation: `Keys are told apart by case. \`dt 0.1\` is not \`Dt 0.1\`: every reader passes over the line in silence, and the setting stays at its default.`,
  examples: {
    good: [
      `
      Run Default
      {
          Dt 0.025
      }

      Conditions all
      {
          synapses__init_depleted 1
      }
      `,
    ],
    bad: [
      `
      Run Default
      {
          dt 0.025
          ^^ write \`Dt\`
      }
      `,
      `
      Run Default
      {
          Dt 0.025
          DT 0.1
          ^^ is given as well
      }
      `,
    ],
  },
  check({ tree, text, report }) {
    for (const block of tree.blocks) {
      const section = sectionSchema(block.header.type.text);
      if (!section) continue;
      for (const entry of soundEntries(block, text)) {
        const { key } = entry;
        if (keySchema(section.name, key.text)) continue;
        const name = keyByCase(section, key.text);
        if (!name) continue;
        const given = entryOf(block, name);
        const advice = given ? `\`${name}\` is given as well, remove one.` : `write \`${name}\`.`;
        report({
          span: key,
          message: `Keys are case-sensitive, and every reader passes over ${quoted(key.text)}: ${advice}`,
          ...(given && { related: [{ span: given, message: `\`${name}\` is here.` }] }),
          fixes: () => fixes(text, block, entry, name),
        });
      }
    }
  },
});

function fixes(text: string, block: Block, entry: Entry, name: string): readonly Fix[] {
  if (entryOf(block, name)) return [{ title: 'Remove this line', changes: [removeLines(text, entry)] }];
  const changes = [{ span: entry.key, newText: name }];
  return [{ title: `Change to \`${name}\``, changes, preferred: true, safe: true }];
}
