import { nameFlaw } from '../../../../../formats/target/name';
import { quoted } from '../../../diagnostics/wording';
import { defineRule, type Finding } from '../../../diagnostics/rule';
import { typeNamed, headerWords } from '../header';
import { isSubset } from '../schema';
import type { Target, TargetTree } from '../tree';

export const unusableName = defineRule<TargetTree>({
  code: 'TG026',
  title: 'name that cannot be used',
  level: 'error',
  category: 'value',
  documentation: `
A target is used by its name, so the name must be free:

- \`a12\` is the cell with that gid to every reader: a target of this name is never reached. \`a012\` is a name to neurodamus
  only.
- bluepy takes \`soma\` and \`axon\` for subsets, wherever they stand among members. neurodamus takes a subset word for a
  target only where a line starts with it.
- \`_ALL_\` is the name of a target that neurodamus makes itself.
- \`}\` and \`#\` end a target or start a comment for one reader or another.
`,
  examples: {
    good: [
      `
      Target Cell a17sources
      {
          a1
      }
      Target Cell 200_L5_PCs
      {
          a1
      }
      `,
    ],
    bad: [
      `
      Target Cell a12
      #           ^^^ gid \`12\`
      {
          a1
      }
      Target Cell a012
      #           ^^^^ neurodamus
      {
          a1
      }
      Target Cell axon
      #           ^^^^ bluepy
      {
          a1
      }
      Target Cell C#1
      #           ^^^ \`#\`
      {
          a1
      }
      Target Cell
      ^^^^^^^^^^^ no name
      {
          a1
      }
      `,
    ],
  },
  check({ tree, report }) {
    for (const target of tree.targets) {
      if (!target.open) continue;
      const { name } = target;
      const finding = name ? findingOf(name.text, target) : nameless(target);
      if (finding) report({ span: name ? { start: name.start, end: name.end } : headerWords(target), ...finding });
    }
  },
});

function findingOf(name: string, { body }: Target): Omit<Finding, 'span'> | undefined {
  const flaw = nameFlaw(name);
  // A line of a target named `soma` that starts with `soma` leads in a circle, and that is the mistake: TG007.
  if (!flaw || (isSubset(name) && body.names.some(({ text }) => text === name))) return undefined;
  return { level: flaw.level, message: `${quoted(name)} ${flaw.text}. Choose another name.` };
}

/** Without a known type the only word is taken for the name: TG003. */
function nameless({ type }: Target): Omit<Finding, 'span'> | undefined {
  return typeNamed(type?.text) ? { message: 'This target has no name: write `Target Type Name`.' } : undefined;
}
