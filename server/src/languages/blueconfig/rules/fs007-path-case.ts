import { defineRule } from '../../../diagnostics/rule';
import { checkedPaths } from '../pathChecks';
import type { BlueConfigTree } from '../tree';

export const pathCase = defineRule<BlueConfigTree>({
  code: 'FS007',
  title: 'path case differs',
  level: 'warning',
  category: 'file',
  documentation: `
The file is there under another spelling: capitals and small letters differ. On Linux these are two different names, and
the path leads nowhere; on macOS and Windows it works, until the files are moved to a cluster.
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
    for (const { reference, state } of checkedPaths(context)) {
      const { spelling } = state;
      if (spelling === undefined) continue;
      const { path, span } = reference;
      context.report({
        span,
        message: `\`${path}\` differs from the name on disk in the case of its letters: \`${spelling}\`.`,
        fixes: () => {
          const end = span.start + path.replace(/\/+$/, '').length;
          const change = { span: { start: end - spelling.length, end }, newText: spelling };
          return [{ title: `Change to \`${spelling}\``, changes: [change], preferred: true, safe: true }];
        },
      });
    }
  },
});
