import { defineRule } from '../../../diagnostics/rule';
import { quotedPath } from '../../../diagnostics/wording';
import { checkedPaths, isImpossible, lookedFor } from '../pathChecks';
import type { BlueConfigTree } from '../tree';

export const directoryNotFound = defineRule<BlueConfigTree>({
  code: 'FS002',
  title: 'directory not found',
  level: 'error',
  category: 'file',
  documentation: `
A folder that the config reads from is not there. The simulator ends with an error; Brion goes on with an empty path.
Relative paths start at \`CurrentDir\`, else at the folder of the config. Where only analysis tools read the key it is a
warning. The folder for the results need not exist: see FS004.
`,
  examples: {
    good: [
      `
      Run Default
      {
          CurrentDir /ws/simulation
          CircuitPath circuit
          MorphologyPath circuit/morphologies
          OutputRoot output
      }
      //- /simulation/
      //- /circuit/morphologies/
      `,
      `
      Run Default
      {
          CircuitPath <NONE>
          MorphologyPath nowhere
          BioName SomatosensoryCxS1-v4
      }
      `,
    ],
    bad: [
      `
      Run Default
      {
          CurrentDir /ws/simulation
      #              ^^^^^^^^^^^^^^
          CircuitPath circuit
          CellLibraryFile nodes.h5
      }
      `,
      `
      Run Default
      {
          CircuitPath circuits
      #               ^^^^^^^^ /ws/circuits
          MeshPath meshes
      #            ^^^^^^
      }
      //- /circuit/
      `,
    ],
  },
  check(context) {
    for (const { reference, state, simulated, belowMissing } of checkedPaths(context)) {
      const { path, expects, role, span } = reference;
      if (state.kind !== 'missing' || expects !== 'directory' || belowMissing) continue;
      if (role === 'output' && !isImpossible(reference)) continue;
      const message = `Folder not found: ${quotedPath(path)}. ${lookedFor(reference)}`;
      context.report({ span, message, ...(!simulated && { level: 'warning' }) });
    }
  },
});
