import { quoted } from '../../../diagnostics/wording';
import type { Span } from '../../../../../formats/text/span';
import { defineRule, type Finding } from '../../../diagnostics/rule';
import { duplicateMembers, duplicateRows, type Duplicate } from '../duplicates';
import { removal } from '../edits';
import { hasKnownType } from '../header';
import { placedSpan, type Target, type TargetTree } from '../tree';

export const duplicateMember = defineRule<TargetTree>({
  code: 'TG011',
  title: 'duplicate member',
  level: 'warning',
  category: 'value',
  documentation: `
A cell or target that stands in a target twice. Brion and bluepy count each cell once. neurodamus keeps both: counts that
it prints are too high, and a stimulus may be injected twice.

In a Compartment or Section target the same member may stand in several lines, with other subsets or numbers; only a
line that says the same again is a duplicate.
`,
  examples: {
    good: [
      `
      Target Cell Small
      {
          a3 a1 a2
      }
      Target Section Places
      {
          a1 axon 0
          a1 axon 1
          a1 dend
      }
      `,
    ],
    bad: [
      `
      Target Cell Small
      {
          a3 a1 Other a3
      #               ^^ \`a3\`
          Other a4
      #   ^^^^^ \`Other\`
      }
      Target Section Places
      {
          a1 axon 0
          a1  axon 0
      #   ^^^^^^^^^^ \`a1 axon 0\`
      }
      `,
    ],
  },
  check({ text, tree, reportAt, report }) {
    for (const target of tree.targets) {
      if (!hasKnownType(target)) continue;
      const places = duplicatesIn(text, target);
      for (const { further, ...place } of places) {
        const span = placedSpan(target, place);
        if (further === undefined) reportAt(span, () => said(text, span));
        else report({ span, ...said(text, span), further });
      }
    }
  },
});

function said(text: string, span: Span): Omit<Finding, 'span'> {
  return {
    message: `${quoted(text.slice(span.start, span.end).replace(/\s+/g, ' '))} is in this target already: neurodamus counts it twice.`,
    tags: ['unnecessary'],
    fixes: () => [{ title: 'Remove the duplicate', changes: [removal(text, span)], preferred: true }],
  };
}

function duplicatesIn(text: string, { targetType, body, inside }: Target): readonly Duplicate[] {
  if (targetType !== 'Cell') return duplicateRows(body.rows);
  return duplicateMembers(body, () => text.slice(inside.start, inside.end));
}
