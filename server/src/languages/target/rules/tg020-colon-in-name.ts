import { quoted } from '../../../diagnostics/wording';
import { defineRule } from '../../../diagnostics/rule';
import { renameEverywhere } from '../lookup';
import type { TargetTree } from '../tree';

export const colonInName = defineRule<TargetTree>({
  code: 'TG020',
  title: 'colon in a target name',
  level: 'warning',
  category: 'value',
  documentation: `
A config reads \`L5_TPC:A\` as the target \`A\` of the population \`L5_TPC\`: a target with a colon in its name can be a member of
other targets, but no config can name it. bluepy alone uses such names, for targets of one population among several.
`,
  examples: {
    good: [
      `
      Target Cell mc2;3
      {
          a1
      }
      `,
    ],
    bad: [
      `
      Target Cell L5_TPC:A
      #           ^^^^^^^^ population \`L5_TPC\`
      {
          a1
      }
      `,
    ],
  },
  check({ tree, scopes, report }) {
    for (const { name, open } of tree.targets) {
      if (!name || !open || !name.text.includes(':')) continue;
      const colon = name.text.indexOf(':');
      const [population, rest] = [name.text.slice(0, colon), name.text.slice(colon + 1)];
      report({
        span: { start: name.start, end: name.end },
        message: `A config reads ${quoted(name.text)} as the target ${quoted(rest)} of the population ${quoted(population)}. Choose a name without \`:\`.`,
        fixes: () => {
          const newName = name.text.replace(/:+/g, '_');
          const changes = renameEverywhere(scopes, name.text, newName);
          return changes.length > 0 ? [{ title: `Rename to ${quoted(newName)}`, changes }] : [];
        },
      });
    }
  },
});
