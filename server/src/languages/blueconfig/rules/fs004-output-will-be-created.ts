import { defineRule } from '../../../diagnostics/rule';
import { quotedPath } from '../../../diagnostics/wording';
import { displayPath } from '../../../workspace/paths';
import { checkedPaths, isImpossible } from '../pathChecks';
import type { BlueConfigTree } from '../tree';

export const outputWillBeCreated = defineRule<BlueConfigTree>({
  code: 'FS004',
  title: 'output directory will be created',
  level: 'information',
  category: 'file',
  documentation: `
The folder for the results is not there. The simulator creates it, so nothing is wrong as long as the path is the one you
mean: a slip of the pen would put the results into a new folder beside the old ones.
`,
  examples: {
    good: [
      `
      Run Default
      {
          OutputRoot output
      }
      //- /output/
      `,
      `
      Run Default
      {
          CurrentDir /elsewhere/project/simulation
          OutputRoot output
      }
      `,
    ],
    bad: [
      `
      Run Default
      {
          OutputRoot output
      #              ^^^^^^ /ws/output
      }
      `,
    ],
  },
  check(context) {
    for (const { reference, state, belowMissing } of checkedPaths(context)) {
      const { path, expects, role, span } = reference;
      if (state.kind !== 'missing' || expects !== 'directory' || role !== 'output' || belowMissing) continue;
      if (isImpossible(reference)) continue;
      context.report({
        span,
        message: `Output folder ${quotedPath(path)} does not exist: the simulation will create ${quotedPath(displayPath(state.uri))}.`,
        fixes: () => [{ title: `Create the folder ${quotedPath(path)}`, changes: [], createFolder: state.uri }],
      });
    }
  },
});
