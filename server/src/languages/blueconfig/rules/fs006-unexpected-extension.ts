import { defineRule } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { checkedPaths } from '../pathChecks';
import type { BlueConfigTree } from '../tree';

export const unexpectedExtension = defineRule<BlueConfigTree>({
  code: 'FS006',
  title: 'unexpected extension',
  level: 'warning',
  category: 'file',
  documentation: `
Readers tell formats by the ending of a file’s name: spikes to replay are SONATA as \`.h5\`, doubles as \`.bin\` and text
else; cells are SONATA nodes as \`.h5\` and an older format as \`.mvd3\`. A file with another ending is read as the wrong
format, or refused. Names without an ending are left alone.
`,
  examples: {
    good: [
      `
      Run Default
      {
          nrnPath connectome.v2/functional
          CellLibraryFile circuit.mvd3
          TargetFile User.Target
      }
      //- /connectome.v2/functional/
      //- /circuit.mvd3
      //- /User.Target
      `,
    ],
    bad: [
      `
      Run Default
      {
          CellLibraryFile /elsewhere/project/nodes.hdf5
      #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`.h5\`
          TargetFile user.txt
      #              ^^^^^^^^
      }
      //- /user.txt
      `,
    ],
  },
  check(context) {
    for (const { reference, state, belowMissing } of checkedPaths(context)) {
      const { extensions, path, key, span, role } = reference;
      // What is not there, or no file, has a problem of its own.
      if (
        !extensions ||
        state.kind === 'directory' ||
        state.kind === 'other' ||
        (state.kind === 'missing' && role === 'input' && !belowMissing)
      )
        continue;
      const extension = /[^/](\.[^./]+)$/.exec(path)?.[1];
      if (extension === undefined || extensions.includes(extension.toLowerCase())) continue;
      const expected = extensions.map((each) => `\`${each}\``).join(', ');
      context.report({
        span,
        message: `The ending ${quoted(extension)} is unexpected for \`${key}\`: expected ${expected}.`,
      });
    }
  },
});
