import { defineRule } from '../../../diagnostics/rule';
import { quotedPath } from '../../../diagnostics/wording';
import { displayPath } from '../../../workspace/paths';
import { checkedPaths } from '../pathChecks';
import type { BlueConfigTree } from '../tree';

/** Brion takes a file here for the cells themselves. */
const FILE_TOLERATED = 'CircuitPath';

const WANTED = { file: 'a file', directory: 'a folder', either: 'a file or a folder' } as const;

export const wrongKind = defineRule<BlueConfigTree>({
  code: 'FS003',
  title: 'wrong kind of file',
  level: 'error',
  category: 'file',
  documentation: `
A folder stands where a file is expected, or a file where a folder is. Reading it fails. \`nrnPath\` and the \`Path\` of
projections may be either; a file as \`CircuitPath\` is a warning, because Brion accepts it.

A pipe, a socket or a device is neither. Where a file is expected that is a warning: some readers can read text from one,
once. It is never opened here.
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
      if (role === 'output' && expects === 'file') continue;
      if (state.kind === 'other') {
        context.report({
          span,
          message: `\`${key}\` must be ${WANTED[expects]}, but ${quotedPath(path)} (${quotedPath(displayPath(state.uri))}) is neither a file nor a folder.`,
          ...((expects === 'file' || !simulated) && { level: 'warning' }),
        });
        continue;
      }
      if (expects === 'either') continue;
      if ((state.kind !== 'file' && state.kind !== 'directory') || state.kind === expects) continue;
      context.report({
        span,
        message: `\`${key}\` must be ${WANTED[expects]}, but ${quotedPath(path)} (${quotedPath(displayPath(state.uri))}) is ${WANTED[state.kind]}.`,
        ...((key === FILE_TOLERATED || !simulated) && { level: 'warning' }),
      });
    }
  },
});
