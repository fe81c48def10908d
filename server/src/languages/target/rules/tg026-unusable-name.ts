import { quoted } from '../../../diagnostics/wording';
import { defineRule, type Finding } from '../../../diagnostics/rule';
import { typeNamed, headerWords } from '../header';
import { isSubset, looksLikeGid } from '../schema';
import type { Target, TargetTree } from '../tree';

/** The target of all cells, which neurodamus makes itself. */
const GLOBAL_TARGET = '_ALL_';

export const unusableName = defineRule<TargetTree>({
  code: 'TG026',
  title: 'name that cannot be used',
  level: 'error',
  category: 'value',
  documentation: `
A target is used by its name, so the name must be free:

- \`a12\` is the cell with that gid to every reader: a target of this name is never reached. \`a012\` is a name to neurodamus
  only.
- bluepy takes \`soma\` and \`axon\` for subsets, wherever they stand among members.
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
      #           ^^^^ subset
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
      const finding = target.name ? findingOf(target.name.text) : nameless(target);
      if (finding)
        report({
          span: target.name ? { start: target.name.start, end: target.name.end } : headerWords(target),
          ...finding,
        });
    }
  },
});

/** Without a known type the only word is taken for the name: TG003. */
function nameless({ type }: Target): Omit<Finding, 'span'> | undefined {
  return typeNamed(type?.text) ? { message: 'This target has no name: write `Target Type Name`.' } : undefined;
}

function findingOf(name: string): Omit<Finding, 'span'> | undefined {
  if (/^a0\d/.test(name) && looksLikeGid(name)) {
    return {
      level: 'warning',
      message: `Only neurodamus takes ${quoted(name)} for the name of a target; Brion and bluepy take it for a cell. Choose another name.`,
    };
  }
  if (looksLikeGid(name)) {
    return {
      message: `${quoted(name)} means the cell with gid ${quoted(name.slice(1))}: a target of this name is never reached. Choose another name.`,
    };
  }
  if (isSubset(name)) {
    return {
      level: 'warning',
      message: `${quoted(name)} is a subset word: among the members of a target it is not taken for this target. Choose another name.`,
    };
  }
  if (name === GLOBAL_TARGET) {
    return {
      level: 'warning',
      message: `${quoted(name)} is a target that neurodamus makes itself. Choose another name.`,
    };
  }
  const [sign] = /[{}#]/.exec(name) ?? [];
  return sign === undefined
    ? undefined
    : {
        level: 'warning',
        message: `\`${sign}\` in the name ${quoted(name)} means something else to some readers. Choose a name without it.`,
      };
}
