import { defineRule, type Fix } from '../../../diagnostics/rule';
import { quoted, quotedList } from '../../../diagnostics/wording';
import { isCircuitOnly } from '../flavour';
import { appendEntries } from '../lineEdits';
import { judgedBlocks, missingKeys, namesOf, starterEntry, type MissingKey } from '../requirements';
import type { Block, BlueConfigTree } from '../tree';

export const documentedKey = defineRule<BlueConfigTree>({
  code: 'BC110',
  title: 'missing documented key',
  level: 'warning',
  category: 'value',
  documentation: `The documentation asks for this key, and neurodamus runs without it: it takes a default that the file does not show. Other readers may not: bluepy needs \`METypePath\`. A config that names what it relies on can be read, compared and converted.`,
  examples: {
    good: [
      `
      Run Default
      {
          Dt 0.025
          METypePath emodels
          TargetFile user.target
      }
      `,
    ],
    bad: [
      `
      Run Default
      ^^^^^^^^^^^ \`Dt\`, \`METypePath\` and \`TargetFile\`
      {
          Duration 100
      }

      Report soma
      ^^^^^^^^^^^ \`EndTime\`
      {
          Target Mosaic
      }
      `,
    ],
  },
  check({ tree, text, uri, report }) {
    const circuitOnly = isCircuitOnly(tree, uri);
    for (const { block, section } of judgedBlocks(tree, text)) {
      const { documented } = missingKeys(section, block, circuitOnly);
      if (documented.length === 0) continue;
      report({
        span: block.header,
        message: `${namesOf(documented)} ${documented.length > 1 ? 'are' : 'is'} documented as required and missing in ${quoted(section.name)}: neurodamus takes ${documented.length > 1 ? 'defaults' : 'a default'}, other readers may not.`,
        fixes: () => insertion(text, tree, block, documented),
      });
    }
  },
});

/** Only what can be told: a path that leads nowhere would be a mistake of its own, and a worse one. */
function insertion(
  text: string,
  tree: BlueConfigTree,
  block: Block,
  documented: readonly MissingKey[],
): readonly Fix[] {
  const keys = documented.flatMap(({ key }) => (key.role === 'input' ? [] : [key]));
  if (keys.length === 0) return [];
  const entries = keys.map((key) => starterEntry(key, tree));
  return [
    {
      title: `Insert ${quotedList(keys.map(({ name }) => name))}`,
      changes: [appendEntries(text, block, entries)],
    },
  ];
}
