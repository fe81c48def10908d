import { defineRule } from '../../../diagnostics/rule';
import { quotedPath } from '../../../diagnostics/wording';
import { checkedPaths } from '../pathChecks';
import type { BlueConfigTree } from '../tree';

export const pathCase = defineRule<BlueConfigTree>({
  code: 'FS007',
  title: 'path case differs',
  level: 'warning',
  category: 'file',
  documentation: `
The file is there under another spelling: capitals and small letters differ. On this disk these are two different names,
as on every cluster: nothing opens the path as it is written. That is an error where the simulator reads it. For a folder
that the simulator writes it is a warning: there will be two folders, of nearly the same name.

What the file defines is taken into account all the same.
`,
  examples: {
    good: [
      `
      Run Default
      {
          TargetFile user.target
      }
      //- /user.target
      `,
    ],
    bad: [
      `
      Run Default
      {
          TargetFile targets/User.target
      #              ^^^^^^^^^^^^^^^^^^^ \`user.target\`
      }
      //- /targets/user.target
      `,
    ],
  },
  check(context) {
    for (const { reference, state, simulated } of checkedPaths(context)) {
      const { spelling } = state;
      if (spelling === undefined) continue;
      const { path, span, role } = reference;
      context.report({
        span,
        ...(simulated && role === 'input' && { level: 'error' }),
        message: `${quotedPath(path)} differs from the name on disk in the case of its letters: ${quotedPath(spelling)}.`,
        fixes: () => {
          const end = span.start + path.replace(/\/+$/, '').length;
          const change = { span: { start: end - spelling.length, end }, newText: spelling };
          return [{ title: `Change to ${quotedPath(spelling)}`, changes: [change], preferred: true, safe: true }];
        },
      });
    }
  },
});
