import { lineBreakOf, lineStart } from '../../../../../formats/text/layout';
import { defineRule, type Fix } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { leadingBlanks } from '../lineEdits';
import { keySchema, sectionSchema } from '../schema';
import type { KeySchema } from '../schema/types';
import type { BlueConfigTree, Entry } from '../tree';

export const inlineComment = defineRule<BlueConfigTree>({
  code: 'BC010',
  title: 'inline comment in a value',
  level: 'warning',
  category: 'syntax',
  documentation: `A comment stands on its own line.

Behind a value, Brion and neurodamus' Python reader strip it, but the HOC reader, which decides on most blocks, keeps it as part of the value: \`Target Mosaic # all\` asks for a target of that whole name. Numbers are read up to the blank, so that a remark behind them does no harm and is not reported.`,
  examples: {
    good: [
      `
      Run Default
      {
          # all cells
          CircuitTarget Mosaic
          Dt 0.025 # ms
          SecondOrder 1 # Crank-Nicolson
          Note this # and that
      }

      Conditions all
      {
          randomize_Gaba_risetime False # stripped by the reader of this block
      }
      `,
    ],
    bad: [
      `
      Run Default
      {
          CircuitTarget Mosaic # all cells
                               ^^^^^^^^^^^ CircuitTarget
          Simulator NEURON #
                           ^
      }
      `,
    ],
  },
  check({ tree, text, report }) {
    for (const block of tree.blocks) {
      const section = sectionSchema(block.header.type.text);
      if (!section || section.stripsComments) continue;
      for (const entry of block.entries) {
        const comment = entry.value?.inlineComment;
        const schema = comment && keySchema(section.name, entry.key.text);
        if (!comment || !schema || entry.value.text === '' || !keepsText(schema)) continue;
        // Behind a brace that belongs on the next line it goes there with it.
        if (block.braceInValue && block.braceInValue.end <= comment.start && entry.end >= comment.end) {
          if (entry.start < block.braceInValue.start) continue;
        }
        report({
          span: comment,
          message: `This comment becomes part of the value of ${quoted(entry.key.text)} in neurodamus: put it on its own line above.`,
          fixes: () => [moveAbove(text, entry)],
        });
      }
    }
  },
});

/** Whether the value is more than a number to those who read it. */
function keepsText({ type, values, openValues, bookkeeping }: KeySchema): boolean {
  if (bookkeeping || type === 'float' || type === 'integer') return false;
  return openValues === true || !values?.every(({ value }) => /^\d+$/.test(value));
}

function moveAbove(text: string, { start, value }: Entry): Fix {
  const comment = value?.inlineComment ?? { start, end: start };
  const words = text.slice(comment.start, comment.end).trimEnd();
  const at = lineStart(text, start);
  const above = words.replace(/^#+/, '').trim() === '' ? '' : leadingBlanks(text, start) + words + lineBreakOf(text);
  return {
    title: above === '' ? 'Delete the comment' : 'Move the comment above',
    changes: [
      ...(above === '' ? [] : [{ span: { start: at, end: at }, newText: above }]),
      { span: { start: value?.end ?? start, end: comment.end }, newText: '' },
    ],
    preferred: true,
    safe: true,
  };
}
