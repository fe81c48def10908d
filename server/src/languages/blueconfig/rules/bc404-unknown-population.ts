import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { isSlip, knownPopulations } from '../populations';
import type { BlueConfigTree } from '../tree';

/** Names that are compared with all others: what so many have in common is no slip. */
const LOOKUP_LIMIT = 100;

export const unknownPopulation = defineRule<BlueConfigTree>({
  code: 'BC404',
  title: 'unknown population',
  level: 'warning',
  category: 'reference',
  documentation: `
In \`population:target\` the population is one of the circuit’s nodes files; a wrong name ends the simulation late, or
selects nothing. Those files are not looked into here, so this rule reports only what looks like a slip: a name that is
a letter away from one that the config gives elsewhere — in several places, as the name of a \`Circuit\` block, as
\`BasePopulation\`, as an end of the edges \`source__target__type\`, or before the colon of a target’s name.
`,
  examples: {
    good: [
      `
      Run Default
      {
          nrnPath edges.h5:NodeA__NodeA__chemical
          CircuitTarget NodeB:Mosaic
      }
      `,
    ],
    bad: [
      `
      Run Default
      {
          nrnPath edges.h5:neurons__neurons__chemical
          CircuitTarget nuerons:Mosaic
      #                 ^^^^^^^ Did you mean \`neurons\`
      }
      `,
      `
      Circuit astrocytes
      {
          CircuitTarget Astrocytes:All
      #                 ^^^^^^^^^^ Did you mean \`astrocytes\`
      }
      `,
    ],
  },
  check({ tree, facts, scopes, report }) {
    const known = knownPopulations(tree, facts, scopes[0]);
    const slips = new Map<string, string | undefined>();
    for (const { kind, name, span } of facts.references) {
      if (kind !== 'population' || known.has(name)) continue;
      if (!slips.has(name) && slips.size < LOOKUP_LIMIT) slips.set(name, meantBy(name, known));
      const meant = slips.get(name);
      if (meant === undefined) continue;
      report({
        span,
        message: `Population ${quoted(name)} is named nowhere else in this file. Did you mean ${quoted(meant)}?`,
        fixes: () => [{ title: `Change to ${quoted(meant)}`, changes: [{ span, newText: meant }], preferred: true }],
      });
    }
  },
});

function meantBy(name: string, known: ReadonlySet<string>): string | undefined {
  for (const each of known) if (isSlip(name, each)) return each;
  return undefined;
}
