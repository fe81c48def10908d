import { indentation, lineBreakOf, lineStart } from '../../../../../formats/text/layout';
import { quoted } from '../../../diagnostics/wording';
import type { Span } from '../../../../../formats/text/span';
import { defineRule, type Finding, type TextChange } from '../../../diagnostics/rule';
import { insertion, removal } from '../edits';
import { firstWordBelow, hasBreak, headerWords } from '../header';
import type { Target, TargetTree } from '../tree';

export const headerLayout = defineRule<TargetTree>({
  code: 'TG024',
  title: 'layout of a header',
  level: 'warning',
  category: 'syntax',
  documentation: `
Every reader knows a header of the form \`Target Type Name\`: one line, three words, one space between them, nothing else.

- Over several lines only bluepy reads it; neurodamus and Brion do not know the target.
- With several spaces or a tab between the words Brion loses it, or takes the space for a part of the name.
- With further words or a comment after the name bluepy loses it, and Brion takes the words for a part of the name.
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
      Target
        Compartment
      # ^^^^^^^^^^^ one line
      Small
      {
          a1
      }
      Target Cell
      Large
      ^^^^^ one line
      {
          a1
      }
      `,
      `
      Target Section  Axons
      #             ^^ one space
      {
          a1 axon
      }
      `,
      `
      Target Cell Small Ones
      #                 ^^^^ \`Small\`
      {
          a1
      }
      Target Cell Large # the others
      #                 ^^^^^^^^^^^^ bluepy
      {
          a1
      }
      `,
    ],
  },
  check({ text, tree, report }) {
    let next = 0;
    for (const target of tree.targets) {
      const { open, type, name } = target;
      if (!open || !type || !name) continue;
      while ((tree.comments[next]?.end ?? Infinity) <= target.start) next++;
      const finding =
        spread(text, target) ??
        furtherWords(text, target) ??
        comment(text, target, tree.comments[next]) ??
        gap(text, target);
      if (finding) report(finding);
    }
  },
});

function spread(text: string, target: Target): Finding | undefined {
  const word = firstWordBelow(text, target);
  return (
    word && {
      span: { start: word.start, end: word.end },
      message: `Keyword, type and name must stand on one line: neurodamus and Brion do not know the target ${quoted(target.name?.text ?? '')}.`,
      fixes: () => [{ title: 'Write the header on one line', changes: [joined(target)], preferred: true, safe: true }],
    }
  );
}

function furtherWords(text: string, target: Target): Finding | undefined {
  const { name, extra, open } = target;
  const last = extra.at(-1);
  const [first] = extra;
  if (!first || !last || !name || hasBreak(text, name.end, first.start)) return undefined;
  const written = extra.slice(0, 5).map((word) => word.text);
  return {
    span: { start: first.start, end: hasBreak(text, first.start, last.end) ? first.end : last.end },
    message: `A header has one name: neurodamus takes ${quoted(name.text)}, Brion the further words too, and bluepy does not know the target.`,
    fixes: () =>
      [
        {
          title: `Join to ${quoted([name.text, ...written].join('_'))}`,
          changes:
            open && extra.length <= 5
              ? [{ span: { start: name.end, end: last.end }, newText: `_${written.join('_')}` }]
              : [],
        },
        { title: 'Remove the further words', changes: [{ span: { start: name.end, end: last.end }, newText: '' }] },
      ].filter(({ changes }) => changes.length > 0),
  };
}

function comment(text: string, target: Target, found: Span | undefined): Finding | undefined {
  const { end } = headerWords(target);
  if (!found || !target.open || found.start > target.open.start || hasBreak(text, end, found.start)) return undefined;
  const header = target.header.start;
  const line = indentation(text, header) + text.slice(found.start, found.end) + lineBreakOf(text);
  return {
    span: { start: found.start, end: found.end },
    message: 'bluepy does not know a target with a comment after its name. Move the comment above the header.',
    fixes: () => [
      {
        title: 'Move the comment above the header',
        changes: [insertion(lineStart(text, header), line), removal(text, found)],
        preferred: true,
        safe: true,
      },
    ],
  };
}

/** The first gap between the words that is not one space. */
function gap(text: string, target: Target): Finding | undefined {
  const { keyword, type, name } = target;
  if (!type || !name) return undefined;
  const found = [
    { start: keyword.end, end: type.start },
    { start: type.end, end: name.start },
  ].find(({ start, end }) => text.slice(start, end) !== ' ');
  return (
    found && {
      span: found,
      message: 'Brion wants one space between the words of a header: it does not know this target by its name.',
      fixes: () => [{ title: 'Write single spaces', changes: [joined(target)], preferred: true, safe: true }],
    }
  );
}

function joined(target: Target): TextChange {
  const { keyword, type, name } = target;
  return { span: headerWords(target), newText: [keyword, type, name].map((word) => word?.text ?? '').join(' ') };
}
