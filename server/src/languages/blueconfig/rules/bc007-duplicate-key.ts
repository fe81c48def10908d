import { LineIndex } from '../../../../../formats/text/lines';
import { defineRule, type Fix } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { removeLines } from '../lineEdits';
import { soundEntries } from '../soundness';
import type { BlueConfigTree, Entry } from '../tree';

export const duplicateKey = defineRule<BlueConfigTree>({
  code: 'BC007',
  title: 'duplicate key',
  level: 'error',
  category: 'syntax',
  documentation: `A key stands once in a block.

neurodamus' HOC reader stops at the second one. Other readers go on, and do not agree: its Python reader takes the last value, Brion the first.`,
  examples: {
    good: [
      `
      Run Default
      {
          Dt 0.025
      }

      Report soma
      {
          Dt 0.1
      }
      `,
    ],
    bad: [
      `
      Run Default
      {
          Dt 0.025
          Duration 100
          Dt 0.05
          ^^ first in line 3
      }
      `,
    ],
  },
  check({ tree, text, report }) {
    let lines: LineIndex | undefined;
    for (const block of tree.blocks) {
      const seen = new Map<string, Entry>();
      for (const entry of soundEntries(block, text)) {
        const { key } = entry;
        const first = seen.get(key.text);
        if (!first) {
          seen.set(key.text, entry);
          continue;
        }
        lines ??= new LineIndex(text);
        const line = lines.lineOf(first.start) + 1;
        report({
          span: key,
          message: `Duplicate key ${quoted(key.text)}, first in line ${line}: neurodamus stops here, other readers take one or the other. Keep one.`,
          related: [{ span: first, message: 'It is given here first.' }],
          fixes: () => removals(text, first, entry, line),
        });
      }
    }
  },
});

function removals(text: string, first: Entry, second: Entry, firstLine: number): readonly Fix[] {
  const same = first.value?.text === second.value?.text;
  const removeSecond = { title: 'Remove this line', changes: [removeLines(text, second)], preferred: same, safe: same };
  if (same) return [removeSecond];
  return [removeSecond, { title: `Remove line ${firstLine}`, changes: [removeLines(text, first)] }];
}
