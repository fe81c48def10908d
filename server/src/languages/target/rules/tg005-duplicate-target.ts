import { quoted } from '../../../diagnostics/wording';
import { defineRule, type Finding, type Fix } from '../../../diagnostics/rule';
import { baseName } from '../../../workspace/paths';
import type { PlacedDefinition, Scope } from '../../../workspace/scope';
import type { TargetTree } from '../tree';

export const duplicateTarget = defineRule<TargetTree>({
  code: 'TG005',
  title: 'duplicate target',
  level: 'error',
  category: 'reference',
  documentation: `
All targets of a circuit and its simulation share one list of names: those of \`start.target\` and those of the file that
\`TargetFile\` names. neurodamus ends with "Target with multiple definitions", bluepy refuses the files as well. Brion says
nothing: of two in one file it takes the last, of two files the first.
`,
  examples: {
    good: [
      `
      Target Cell Small
      {
          a1
      }
      Target Cell small
      {
          a2
      }
      //- /elsewhere/user.target
      Target Cell Small
      {
          a3
      }
      `,
    ],
    bad: [
      `
      Target Cell Small
      {
          a1
      }
      Target Compartment Small
      #                  ^^^^^ \`Small\`
      {
          a2
      }
      Target Cell Mosaic
      #           ^^^^^^ start.target
      {
          a3
      }
      //- /BlueConfig
      Run Default
      {
          CircuitPath circuit
          TargetFile user.target
      }
      //- /circuit/start.target
      Target Cell Mosaic
      {
          a1 a2
      }
      `,
    ],
  },
  check({ uri, facts, scopes, report }) {
    const reported = new Set<number>();
    const names = new Set(facts.definitions.filter(({ kind }) => kind === 'target').map(({ name }) => name));
    for (const name of names) {
      for (const scope of scopes) {
        const [first, ...later] = scope.find('target', name);
        for (const definition of first ? later : []) {
          if (!first || definition.uri !== uri || reported.has(definition.span.start)) continue;
          reported.add(definition.span.start);
          report(finding(first, definition, scope));
        }
      }
    }
  },
});

function finding(first: PlacedDefinition, { name, span, uri }: PlacedDefinition, scope: Scope): Finding {
  const where = first.uri === uri ? 'in this file' : `in ${quoted(baseName(first.uri))}`;
  return {
    span,
    message: `Target ${quoted(name)} is defined already ${where}. neurodamus and bluepy stop at a name with two definitions: rename one.`,
    related: [{ uri: first.uri, span: first.span, message: `${quoted(name)} is defined here first` }],
    fixes: (): Fix[] => {
      const newText = freeName(scope, name);
      return [{ title: `Rename to ${quoted(newText)}`, changes: [{ span, newText }] }];
    },
  };
}

/** References keep leading to the first definition, which has the old name. */
function freeName(scope: Scope, name: string): string {
  for (let number = 2; ; number++) {
    const candidate = `${name}_${number}`;
    if (scope.find('target', candidate).length === 0) return candidate;
  }
}
