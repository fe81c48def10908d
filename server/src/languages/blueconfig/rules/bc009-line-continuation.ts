import { defineRule, type Fix } from '../../../diagnostics/rule';
import { continues, endsWithBackslash } from '../soundness';
import type { BlueConfigTree, Entry } from '../tree';

export const lineContinuation = defineRule<BlueConfigTree>({
  code: 'BC009',
  title: 'line continuation',
  level: 'error',
  category: 'syntax',
  documentation: `A value ends with its line; a \`\\\` at the end does not continue it.

The backslash becomes part of the value in all readers, and the next line is read as a key of its own: neurodamus' HOC reader accepts both in silence, its Python reader stops only where that key has no value.`,
  examples: {
    good: [
      `
      Run Default
      {
          Note C:\\data
          Version 1 # \\
      }
      `,
    ],
    bad: [
      `
      Report soma
      {
          ReportOn ina \\
                       ^ continued
              ik \\
              ica
          Unit nA
      }
      `,
      `
      Run Default
      {
          OutputRoot /data/\\
                           ^
      }
      `,
    ],
  },
  check({ tree, text, report }) {
    for (const { entries } of tree.blocks) {
      let index = 0;
      while (index < entries.length) {
        const from = index++;
        const first = entries[from];
        if (!first || !endsWithBackslash(first)) continue;
        for (let next = entries[index]; next && continues(text, entries[index - 1], next); next = entries[index])
          index++;
        const lines = entries.slice(from, index);
        const end = contentEnd(first);
        report({
          span: { start: end - 1, end },
          message:
            lines.length > 1
              ? 'A line cannot be continued with `\\`: it stays in the value, and the next line becomes a key of its own. Write the value in one line.'
              : 'A line cannot be continued with `\\`: it stays in the value. Delete it.',
          fixes: () => [joinLines(text, lines)],
        });
      }
    }
  },
});

function contentEnd({ key, value }: Entry): number {
  return value ? value.raw.end : key.end;
}

function joinLines(text: string, lines: readonly Entry[]): Fix {
  const changes = lines.flatMap((line, index) => {
    if (!endsWithBackslash(line)) return [];
    const backslash = contentEnd(line) - 1;
    const next = lines[index + 1];
    const before = text.slice(line.start, backslash);
    const start = line.start + before.trimEnd().length;
    // As in a shell, words that the line break alone parts are one word.
    const isApart = start < backslash;
    return [{ span: { start, end: next ? next.start : backslash + 1 }, newText: next && isApart ? ' ' : '' }];
  });
  return { title: lines.length > 1 ? 'Join the lines' : 'Delete the backslash', changes, preferred: true };
}
