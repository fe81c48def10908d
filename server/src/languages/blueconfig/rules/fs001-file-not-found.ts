import { defineRule, type Finding } from '../../../diagnostics/rule';
import { quotedPath } from '../../../diagnostics/wording';
import { FolderSet } from '../../../workspace/paths';
import { checkedPaths, lookedFor, type CheckedPath } from '../pathChecks';
import type { BlueConfigTree } from '../tree';

export const fileNotFound = defineRule<BlueConfigTree>({
  code: 'FS001',
  title: 'file not found',
  level: 'error',
  category: 'file',
  documentation: `
A file that the config names is not there. A relative path is looked for in the folder of the key (\`CircuitPath\` for the
cells, \`ProjectionPath\` and \`CircuitPath\` for projections), then in \`CurrentDir\`, then in the folder of the config; never
in the folder that a program is started in. The simulator ends with "Could not find file"; Brion goes on with an empty
path. Where only analysis tools read the key it is a warning, and so is a file in \`OutputRoot\`, which another
simulation may still write.

A path below a folder of the config that is not there itself is not reported again. A file that is there and may not be
read from here is a warning: other users, or the cluster, may be allowed to.
`,
  examples: {
    good: [
      `
      Run Default
      {
          CircuitPath circuit
          CellLibraryFile nodes.h5
          nrnPath circuit/edges.h5:neurons__neurons__chemical
          TargetFile user.target
          SpikesFile spikes.h5
      }
      //- /circuit/nodes.h5
      //- /circuit/edges.h5
      //- /user.target
      `,
      `
      Run Default
      {
          CircuitPath /elsewhere/project/circuit
          CellLibraryFile nodes.h5
      }
      `,
    ],
    bad: [
      `
      Run Default
      {
          CircuitPath circuit
          CellLibraryFile nodes.h5
      #                   ^^^^^^^^ /ws/circuit/nodes.h5
          nrnPath edges.h5:neurons__neurons__chemical
      #           ^^^^^^^^ /ws/edges.h5
          TargetFile /ws/user.target
      #              ^^^^^^^^^^^^^^^
      }
      //- /circuit/
      `,
    ],
  },
  check(context) {
    const outputs = new FolderSet(
      context.facts.paths.flatMap((path) =>
        path.role === 'output' && path.expects === 'directory' ? path.candidates : [],
      ),
    );
    const unread = new Set(
      context.scopes[0]?.missing.flatMap(({ reason, span, explicit }) =>
        explicit && reason === 'missing' ? [span.start] : [],
      ),
    );
    for (const checked of checkedPaths(context)) {
      const finding = problem(checked, outputs) ?? (unread.has(checked.reference.span.start) && unreadable(checked));
      if (finding) context.report({ ...finding, span: checked.reference.span });
    }
  },
});

function problem(checked: CheckedPath, outputs: FolderSet): Omit<Finding, 'span'> | undefined {
  const { reference, state, simulated, belowMissing } = checked;
  const { path, expects, role, key, candidates } = reference;
  if (state.kind === 'denied') {
    return {
      level: 'warning',
      message: `${quotedPath(path)} (${key}) may not be looked at from here: permission denied.`,
    };
  }
  if (state.kind !== 'missing' || expects === 'directory' || role === 'output' || belowMissing) return undefined;
  const what = expects === 'file' ? 'File' : 'File or folder';
  const message = `${what} not found: ${quotedPath(path)}. ${lookedFor(reference)}`;
  if (candidates.some((uri) => outputs.holds(uri))) {
    return {
      message: `${message} It is in the output folder: an earlier simulation must write it first.`,
      level: 'warning',
    };
  }
  return simulated ? { message } : { message, level: 'warning' };
}

/** There, but not as text that can be read: a target file without permission, or a binary one. */
function unreadable({ reference, state }: CheckedPath): Omit<Finding, 'span'> | undefined {
  // Another spelling on disk is FS007's.
  if (state.kind !== 'file' || state.spelling !== undefined) return undefined;
  return {
    level: 'warning',
    message: `${quotedPath(reference.path)} (${reference.key}) is there, but cannot be read as text: check its permissions and contents.`,
  };
}
