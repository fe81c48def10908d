import { defineRule } from '../../../diagnostics/rule';
import { quotedPath } from '../../../diagnostics/wording';
import { checkedPaths, isAbsolute } from '../pathChecks';
import type { BlueConfigTree } from '../tree';

export const outOfReach = defineRule<BlueConfigTree>({
  code: 'FS005',
  title: 'path out of reach',
  level: 'information',
  category: 'file',
  documentation: `
An absolute path on a file system that this machine does not have, as \`/gpfs\` of a cluster. Whether it is right cannot be
told here, nor what it holds: names that only a target file below it could define are hints. Relative paths that start
there are not reported again.
`,
  examples: {
    good: [
      `
      Run Default
      {
          CircuitPath circuit
          CellLibraryFile nodes.h5
      }
      //- /circuit/nodes.h5
      `,
    ],
    bad: [
      `
      Run Default
      {
          CircuitPath /elsewhere/project/circuit
      #               ^^^^^^^^^^^^^^^^^^^^^^^^^^ not have
          CellLibraryFile nodes.h5
      }
      `,
    ],
  },
  check(context) {
    for (const { reference, state } of checkedPaths(context)) {
      if (state.kind !== 'unreachable' || !isAbsolute(reference)) continue;
      context.report({
        span: reference.span,
        message: `${quotedPath(reference.path)} is on a file system that this machine does not have: it cannot be checked here, nor what it holds.`,
      });
    }
  },
});
