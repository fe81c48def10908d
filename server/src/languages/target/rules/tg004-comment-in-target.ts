import { indentation, lineBreakOf, lineStart } from '../../../../../formats/text/layout';
import type { Span } from '../../../../../formats/text/span';
import { defineRule, type TextChange } from '../../../diagnostics/rule';
import { insertion, removal } from '../edits';
import { hasKnownType } from '../header';
import { countedPlace, oddities } from '../places';
import type { Target, TargetTree } from '../tree';

export const commentInTarget = defineRule<TargetTree>({
  code: 'TG004',
  title: 'comment inside a target',
  level: 'error',
  category: 'syntax',
  documentation: `
Comments belong on lines of their own outside the braces.

In a **Cell** target neurodamus and bluepy know no comments: \`#\` and each word after it become members, cells among
them. neurodamus takes the unknown words for empty targets and says nothing; bluepy refuses the target. Brion takes the
comment out together with the end of its line, so that two members may become one word.

In **Compartment** and **Section** targets neurodamus and Brion skip the comment; bluepy does not, hence only a warning.
`,
  examples: {
    good: [
      `
      # the first two
      Target Cell Small
      {
          a1 a2
      }
      # nothing else
      `,
    ],
    bad: [
      `
      Target Cell Small
      {
          # the first two
      #   ^^^^^^^^^^^^^^^ become members
          a1 a2 # and a3
      #         ^^^^^^^^ become members
      }
      Target Compartment Somata
      {
          a1 soma # in the middle
      #           ^^^^^^^^^^^^^^^ bluepy
      }
      `,
    ],
  },
  check({ text, tree, report }) {
    for (const target of tree.targets) {
      if (!hasKnownType(target)) continue;
      for (const oddity of oddities(target, 'comment')) {
        const { start, end } = oddity;
        report({
          ...countedPlace(oddity),
          ...(target.targetType === 'Cell'
            ? { message: 'The words of this comment become members of the target. Move it above the header.' }
            : {
                level: 'warning',
                message: 'bluepy reads the words of this comment as members. Move it above the header.',
              }),
          fixes: () => [
            {
              title: 'Move the comment above the header',
              changes: moved(text, target, { start, end }),
              preferred: true,
              safe: true,
            },
          ],
        });
      }
    }
  },
});

function moved(text: string, target: Target, comment: Span): TextChange[] {
  const header = target.header.start;
  const line = indentation(text, header) + text.slice(comment.start, comment.end).trimEnd() + lineBreakOf(text);
  return [insertion(lineStart(text, header), line), removal(text, comment)];
}
