import { defineRule } from '../../../diagnostics/rule';
import { quotedPath } from '../../../diagnostics/wording';
import { displayPath } from '../../../workspace/paths';
import { runBlock, valueOf, type BlueConfigTree } from '../tree';
import { checkedPaths } from '../pathChecks';
import { NONE } from '../values';

/** Node sets stand in for targets. */
const NODE_SETS = '.json';

export const noStartTarget = defineRule<BlueConfigTree>({
  code: 'FS008',
  title: 'no start.target',
  level: 'warning',
  category: 'file',
  documentation: `
The circuit’s own targets are in \`start.target\` in the folder of \`nrnPath\` or \`CircuitPath\`. bluepy fails without it; the
simulator and Brion go on without those targets. Circuits whose \`TargetFile\` holds SONATA node sets need none.
`,
  examples: {
    good: [
      `
      Run Default
      {
          CircuitPath circuit
          nrnPath circuit/edges.h5
      }
      //- /circuit/start.target
      //- /circuit/edges.h5
      `,
      `
      Run Default
      {
          CircuitPath circuit
          nrnPath circuit/functional
      }
      //- /circuit/functional/start.target
      `,
      `
      Run Default
      {
          CircuitPath circuit
          TargetFile node_sets.json
      }
      //- /circuit/
      //- /node_sets.json
      {}
      `,
    ],
    bad: [
      `
      Run Default
      {
          CircuitPath circuit
      #               ^^^^^^^ \`/ws/circuit/start.target\`
          nrnPath circuit/edges.h5
      }
      //- /circuit/edges.h5
      `,
    ],
  },
  check(context) {
    const { tree, facts, scopes } = context;
    const [scope] = scopes;
    const run = runBlock(tree);
    const circuit = run && valueOf(run, 'CircuitPath');
    if (!scope || !circuit || circuit.text === NONE || valueOf(run, 'TargetFile')?.text.endsWith(NODE_SETS)) return;
    const place = checkedPaths(context).find(({ reference }) => reference.span.start === circuit.start);
    const inclusion = facts.inclusions.find(({ explicit, span }) => !explicit && span.start === circuit.start);
    if (place?.state.kind !== 'directory' || !inclusion) return;
    // A folder of another spelling has a problem of its own.
    const places = new Set(inclusion.candidates.map((uri) => uri.toLowerCase()));
    const isRead = scope.documents.some(({ uri }) => places.has(uri.toLowerCase()));
    const isMissing = scope.missing.some(({ span, explicit }) => !explicit && span.start === circuit.start);
    if (isRead || isMissing) return;
    const looked = inclusion.candidates.map((uri) => quotedPath(displayPath(uri))).join(', ');
    context.report({
      span: { start: circuit.start, end: circuit.end },
      message: `No \`start.target\` at \`nrnPath\` or \`CircuitPath\`: looked for ${looked}. bluepy needs it.`,
    });
  },
});
