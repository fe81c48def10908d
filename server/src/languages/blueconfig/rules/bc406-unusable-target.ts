import { TARGET_TYPES } from '../../../../../formats/target/model';
import { defineRule } from '../../../diagnostics/rule';
import { quoted, quotedPath } from '../../../diagnostics/wording';
import { baseName } from '../../../workspace/paths';
import type { PlacedDefinition, Scope } from '../../../workspace/scope';
import { definitionOf, targetUses } from '../targetUses';
import type { BlueConfigTree } from '../tree';

/** Read from files, but no simulator gives its points. */
const UNUSABLE = 'Synapse';

export const unusableTarget = defineRule<BlueConfigTree>({
  code: 'BC406',
  title: 'unusable target',
  level: 'error',
  category: 'reference',
  documentation: `
Targets of type \`Cell\`, \`Section\` and \`Compartment\` can be used. \`Synapse\` targets are read, but the simulator prints that
they are not supported and goes on without any points; a type that does not exist has the same end. Brion cannot read
a file with such a target at all.
`,
  examples: {
    good: [
      `
      Run Default
      {
          TargetFile user.target
          CircuitTarget Column
      }
      //- /user.target
      Target Cell Column
      {
          a1
      }
      `,
    ],
    bad: [
      `
      Run Default
      {
          TargetFile user.target
      }
      Report spines
      {
          Target Spines
      #          ^^^^^^ type \`Synapse\`
      }
      Report cells
      {
          Target Typo
      #          ^^^^ type \`Cells\`
      }
      //- /user.target
      Target Synapse Spines
      {
          a1 3 4
      }
      Target Cells Typo
      {
          a1
      }
      `,
    ],
  },
  check({ facts, scopes, report }) {
    const [scope] = scopes;
    if (!scope) return;
    for (const use of targetUses(facts)) {
      const definition = definitionOf(scope, use);
      if (!definition) continue;
      const type = writtenType(scope, definition);
      const isKnown = (TARGET_TYPES as readonly string[]).includes(type);
      if (isKnown && type !== UNUSABLE) continue;
      const { name, span } = use.reference;
      const why = isKnown ? 'which the simulator does not support' : 'which does not exist';
      report({
        span,
        message: `Target ${quoted(name)} in ${quotedPath(baseName(definition.uri))} has the type ${quoted(type)}, ${why}: use a Cell, Section or Compartment target.`,
        related: [{ uri: definition.uri, span: definition.span, message: `Target ${quoted(name)} is defined here` }],
      });
    }
  },
});

/** The facts say Cell for a type that does not exist. */
function writtenType(scope: Scope, { uri, range, span, content }: PlacedDefinition): string {
  const text = scope.documents.find((document) => document.uri === uri)?.text.slice(range.start, span.start) ?? '';
  return text.trim().split(/\s+/)[1] ?? content?.type ?? '';
}
