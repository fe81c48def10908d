import { skipBlanksBack } from '../../../../../formats/text/layout';
import { quoted } from '../../../diagnostics/wording';
import { defineRule, type Finding } from '../../../diagnostics/rule';
import { insertion, newLineLike } from '../edits';
import { damagedHeader, type DamagedHeader } from '../header';
import type { TargetTree } from '../tree';

const KEYWORD = 'Target';

export const keyword = defineRule<TargetTree>({
  code: 'TG025',
  title: 'keyword not recognised',
  level: 'error',
  category: 'syntax',
  documentation: `
A target starts with the word \`Target\`, spelt with a capital letter, as the first word of a line. Every reader passes over
other lines and over the braces below them, without a message: the target does not exist.

neurodamus wants the word to be the first of its line. Brion and bluepy find it anywhere, so a second target on a line is
only a warning here.
`,
  examples: {
    good: [
      `
      Some remarks on targets
      Target Cell Small
      {
          a1
      }
      target cells were chosen by hand
      `,
    ],
    bad: [
      `
      target Cell Small
      ^^^^^^ \`Target\`
      {
          a1
      }
      TARGET Cell Large
      ^^^^^^ \`Target\`
      {
          a1
      }
      Targt Cell Other
      ^^^^^ \`Target\`
      {
          a1
      }
      Cell Another
      ^^^^ \`Target\`
      {
          a1
      }
      `,
      `
      Target Cell Small
      {
          a1
      } Target Cell Large
      # ^^^^^^ first word
      {
          a2
      }
      `,
    ],
  },
  check({ text, tree, report }) {
    for (const { keyword: word, open } of tree.targets) {
      if (!open || word.text === KEYWORD) continue;
      const span = { start: word.start, end: word.end };
      report({
        span,
        message: `No reader knows ${quoted(word.text)}: write \`${KEYWORD}\`, with a capital letter only at its start.`,
        fixes: () => [
          { title: `Change to \`${KEYWORD}\``, changes: [{ span, newText: KEYWORD }], preferred: true, safe: true },
        ],
      });
    }
    for (const orphan of tree.orphans) {
      const damaged = damagedHeader(text, orphan);
      if (damaged) report(findingOf(text, damaged));
    }
  },
});

function findingOf(text: string, { damage, span, name, line }: DamagedHeader): Finding {
  switch (damage) {
    case 'misspelt':
      return {
        span,
        message: `No reader knows ${quoted(text.slice(span.start, span.end))}. Did you mean \`${KEYWORD}\`?`,
        fixes: () => [{ title: `Change to \`${KEYWORD}\``, changes: [{ span, newText: KEYWORD }], preferred: true }],
      };
    case 'missing':
      return {
        span,
        message: `No reader knows ${quoted(name)}: its header must start with \`${KEYWORD}\`.`,
        fixes: () => [
          { title: `Insert \`${KEYWORD}\``, changes: [insertion(span.start, `${KEYWORD} `)], preferred: true },
        ],
      };
    case 'not-first': {
      const before = { start: skipBlanksBack(text, span.start), end: span.start };
      const newText = newLineLike(text, line.start);
      return {
        span,
        level: 'warning',
        message: `neurodamus does not know ${quoted(name)}: \`${KEYWORD}\` must be the first word of its line.`,
        fixes: () => [{ title: 'Start a new line', changes: [{ span: before, newText }], preferred: true, safe: true }],
      };
    }
  }
}
