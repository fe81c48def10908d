import { defineRule } from '../../../diagnostics/rule';
import { quoted, quotedPath } from '../../../diagnostics/wording';
import { baseName } from '../../../workspace/paths';
import { definitionOf, targetUses } from '../targetUses';
import type { BlueConfigTree } from '../tree';

export const emptyTarget = defineRule<BlueConfigTree>({
  code: 'BC407',
  title: 'empty target',
  level: 'information',
  category: 'reference',
  documentation: `
The target is defined, but it holds no cell, nor do the targets that it names. That is allowed: the simulator prints a
line about it, and what is applied to the target has no effect.
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
          Minicolumn
      }
      Target Cell Minicolumn
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
          CircuitTarget Column
      #                 ^^^^^^ no cells
      }
      //- /user.target
      Target Cell Column
      {
          Minicolumn
      }
      Target Cell Minicolumn
      {
      }
      `,
    ],
  },
  check({ facts, scopes, report }) {
    const [scope] = scopes;
    if (!scope?.complete) return;
    for (const use of targetUses(facts)) {
      const definition = definitionOf(scope, use);
      if (!definition || definition.content?.type === 'Synapse') continue;
      const { cells, undefinedNames, cycle } = scope.resolve(definition.name);
      if (cells.length > 0 || undefinedNames.length > 0 || cycle) continue;
      const { name, span } = use.reference;
      report({
        span,
        message: `Target ${quoted(name)} holds no cells, so this has no effect. It is defined in ${quotedPath(baseName(definition.uri))}.`,
        related: [{ uri: definition.uri, span: definition.span, message: `Target ${quoted(name)} is defined here` }],
      });
    }
  },
});
