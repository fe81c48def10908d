import { quoted } from '../../../diagnostics/wording';
import type { Span } from '../../../../../formats/text/span';
import { PLACES_LIMIT } from '../../../diagnostics/check';
import { defineRule } from '../../../diagnostics/rule';
import { duplicateMembers, duplicateRows } from '../duplicates';
import { removal } from '../edits';
import { hasKnownType } from '../header';
import { placed, type Target, type TargetTree } from '../tree';

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
  check({ text, tree, report }) {
    let total = 0;
    const places: (Span & { readonly text: string })[] = [];
    for (const target of tree.targets) {
      if (!hasKnownType(target)) continue;
      const { count, found } = duplicatesIn(text, target);
      total += count;
      if (places.length < PLACES_LIMIT) places.push(...found.map((word) => placed(target, word)));
    }
    // There may be a million: those that are not shown are counted only.
    const shown = places.sort((a, b) => a.start - b.start).slice(0, PLACES_LIMIT);
    const more = total - shown.length;
    shown.forEach(({ start, end, text: word }, index) => {
      const rest = more > 0 && index === PLACES_LIMIT - 1 ? ` (${more} more in this file)` : '';
      report({
        span: { start, end },
        message: `${quoted(word)} is in this target already: neurodamus counts it twice.${rest}`,
        tags: ['unnecessary'],
        fixes: () => [{ title: 'Remove the duplicate', changes: [removal(text, { start, end })], preferred: true }],
      });
    });
  },
});

function duplicatesIn(
  text: string,
  { targetType, body, inside }: Target,
): { readonly count: number; readonly found: readonly (Span & { readonly text: string })[] } {
  if (targetType === 'Cell') {
    const { count, places } = duplicateMembers(body, () => text.slice(inside.start, inside.end), PLACES_LIMIT);
    return { count, found: places };
  }
  const rows = duplicateRows(body.rows);
  const found = rows.slice(0, PLACES_LIMIT).map(({ start, end }) => {
    return { start, end, text: text.slice(inside.start + start, inside.start + end).replace(/\s+/g, ' ') };
  });
  return { count: rows.length, found };
}
