import { defineRule } from '../../../diagnostics/rule';
import { displayPath } from '../../../workspace/paths';
import { checkedPaths } from '../pathChecks';
import type { BlueConfigTree } from '../tree';

/** Brion takes a file here for the cells themselves. */
const FILE_TOLERATED = 'CircuitPath';

export const wrongKind = defineRule<BlueConfigTree>({
  code: 'FS003',
  title: 'wrong kind of file',
  level: 'error',
  category: 'file',
  documentation: `
A folder stands where a file is expected, or a file where a folder is. Reading it fails. \`nrnPath\` and the \`Path\` of
projections may be either; a file as \`CircuitPath\` is a warning, because Brion accepts it.
`,
  examples: {
    good: [
      `
      Run Default
      {
          MorphologyPath morphologies
          nrnPath circuit
      }
      //- /morphologies/
      //- /circuit/
      `,
    ],
    bad: [
      `
      Run Default
      {
          MorphologyPath morphologies.h5
      #                  ^^^^^^^^^^^^^^^ a folder
          TargetFile circuit
      #              ^^^^^^^ a file
      }
      //- /morphologies.h5
      //- /circuit/
      `,
    ],
  },
  check(context) {
    for (const { reference, state, simulated } of checkedPaths(context)) {
      const { path, key, expects, role, span } = reference;
      if (expects === 'either' || (role === 'output' && expects === 'file')) continue;
      if ((state.kind !== 'file' && state.kind !== 'directory') || state.kind === expects) continue;
      const [wanted, found] = expects === 'file' ? ['a file', 'a folder'] : ['a folder', 'a file'];
      context.report({
        span,
        message: `\`${key}\` must be ${wanted}, but \`${path}\` (\`${displayPath(state.uri)}\`) is ${found}.`,
        ...((key === FILE_TOLERATED || !simulated) && { level: 'warning' }),
      });
    }
  },
});
