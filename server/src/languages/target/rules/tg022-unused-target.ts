import { baseName } from '../../../workspace/paths';
import { quoted } from '../../../diagnostics/wording';
import { defineRule } from '../../../diagnostics/rule';
import type { TargetTree } from '../tree';

/** Its targets are those of the circuit, for whoever wants them. */
const CIRCUIT_FILE = 'start.target';

export const unusedTarget = defineRule<TargetTree>({
  code: 'TG022',
  title: 'unused target',
  level: 'off',
  category: 'style',
  documentation: `
No config that reads this file and no target names this one. That is no mistake, and scripts may use it; hence the rule is
off unless you switch it on. The targets of \`start.target\` belong to the circuit and are never reported.
`,
  examples: {
    good: [
      `
      Target Cell Used
      {
          Within
      }
      Target Cell Within
      {
          a1
      }
      //- /BlueConfig
      Run Default
      {
          CircuitPath circuit
          TargetFile user.target
          CircuitTarget Used
      }
      //- /circuit/start.target
      `,
      `
      Target Cell Nobody_knows
      {
          a1
      }
      `,
    ],
    bad: [
      `
      Target Cell Unused
      #           ^^^^^^ \`Unused\`
      {
          a1
      }
      //- /BlueConfig
      Run Default
      {
          CircuitPath circuit
          TargetFile user.target
      }
      //- /circuit/start.target
      `,
    ],
  },
  check({ uri, facts, scopes, report }) {
    // Without a config nobody can tell who uses the file.
    if (baseName(uri) === CIRCUIT_FILE || !scopes.some((scope) => scope.root)) return;
    const used = new Set<string>();
    const documents = new Set(scopes.flatMap((scope) => scope.documents));
    for (const document of documents) {
      for (const { kind, name, from } of document.facts.references)
        if (kind === 'target' && from !== name) used.add(name);
    }
    for (const { name, span } of facts.definitions) {
      if (used.has(name)) continue;
      report({ span, message: `No config and no target uses ${quoted(name)}.`, tags: ['unnecessary'] });
    }
  },
});
