import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import type { PlacedDefinition, Scope } from '../../../workspace/scope';
import { definitionOf, targetUses } from '../targetUses';
import { blocksOf, runBlock, valueOf, type BlueConfigTree } from '../tree';

export const coreNeuronSubtargets = defineRule<BlueConfigTree>({
  code: 'BC417',
  title: 'too many subtargets for CoreNEURON',
  level: 'error',
  category: 'reference',
  documentation: `
With \`Simulator CORENEURON\` a report may be on a Compartment target with at most one Section target in it, or on a
Section target with one Cell target in it: CoreNEURON knows a single choice of sections for all cells of a report. The
simulator refuses others. Make a report for each, or use NEURON.
`,
  examples: {
    good: [
      `
      Run Default
      {
          Simulator CORENEURON
          TargetFile user.target
      }
      Report axons
      {
          Target AxonCompartments
      }
      //- /user.target
      Target Cell Column
      {
          a1 a2
      }
      Target Section Axons
      {
          Column axon
      }
      Target Compartment AxonCompartments
      {
          Axons
      }
      `,
    ],
    bad: [
      `
      Run Default
      {
          Simulator CORENEURON
          TargetFile user.target
      }
      Report neurites
      {
          Target Neurites
      #          ^^^^^^^^ \`Axons\`, \`Dendrites\`
      }
      //- /user.target
      Target Cell Column
      {
          a1 a2
      }
      Target Section Axons
      {
          Column axon
      }
      Target Section Dendrites
      {
          Column dend
      }
      Target Compartment Neurites
      {
          Axons
          Dendrites
      }
      `,
    ],
  },
  check({ tree, facts, scopes, report }) {
    const run = runBlock(tree);
    const [scope] = scopes;
    if (!scope || !run || valueOf(run, 'Simulator')?.text !== 'CORENEURON') return;
    const inReports = new Set(blocksOf(tree, 'Report').map((block) => valueOf(block, 'Target')?.end));
    for (const use of targetUses(facts)) {
      const { name, span } = use.reference;
      const definition = inReports.has(span.end) ? definitionOf(scope, use) : undefined;
      const { type = '', parts = [] } = definition ? choices(scope, definition) : {};
      if (!definition || parts.length < 2) continue;
      const shown =
        parts
          .slice(0, 3)
          .map((part) => quoted(part))
          .join(', ') + (parts.length > 3 ? ', …' : '');
      report({
        span,
        message: `CoreNEURON reports on one ${type} target at most; ${quoted(name)} holds ${parts.length}: ${shown}. Make a report for each.`,
        related: [{ uri: definition.uri, span: definition.span, message: `Target ${quoted(name)} is defined here` }],
      });
    }
  },
});

/** The subtargets of which there may be only one. */
function choices(scope: Scope, { content }: PlacedDefinition): { type: string; parts: readonly string[] } {
  const type = content?.type === 'Compartment' ? 'Section' : content?.type === 'Section' ? 'Cell' : '';
  if (!content || type === '') return { type, parts: [] };
  const names = [...new Set(content.body.names.map(({ text }) => text))];
  return { type, parts: names.filter((name) => scope.find('target', name)[0]?.content?.type === type) };
}
