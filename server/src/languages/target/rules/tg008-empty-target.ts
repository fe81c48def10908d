import { quoted } from '../../../diagnostics/wording';
import { defineRule } from '../../../diagnostics/rule';
import { hasKnownType } from '../header';
import type { TargetTree } from '../tree';

export const emptyTarget = defineRule<TargetTree>({
  code: 'TG008',
  title: 'empty target',
  level: 'information',
  category: 'value',
  documentation: `
A target without members is allowed: it has no cells. neurodamus and bluepy print a warning. What uses it has no effect,
so make sure that it is meant.
`,
  examples: {
    good: [
      `
      Target Cell Small
      {
          a1
      }
      `,
    ],
    bad: [
      `
      Target Cell Nobody
      #           ^^^^^^ \`Nobody\` is empty
      {
      }
      `,
    ],
  },
  check({ tree, report }) {
    for (const target of tree.targets) {
      const { name, close, body } = target;
      if (!name || !close || !hasKnownType(target)) continue;
      // What stands in it may be wrong, and then another rule says so.
      if (body.gids.length > 0 || body.names.length > 0 || body.oddities.some(({ kind }) => kind !== 'tab')) continue;
      report({ span: name, message: `Target ${quoted(name.text)} is empty.` });
    }
  },
});
