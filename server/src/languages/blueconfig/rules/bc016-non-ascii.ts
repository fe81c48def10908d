import type { Span, Word } from '../../../../../formats/text/span';
import { defineRule, type RuleContext } from '../../../diagnostics/rule';
import { quoted } from '../../../diagnostics/wording';
import { leadingBlanks } from '../lineEdits';
import { sectionSchema } from '../schema';
import type { Block, BlueConfigTree, Entry } from '../tree';
import { keyNear } from '../vocabulary';

/** Beyond ASCII, as far as that can be seen at a glance, or not at all. */
const NON_ASCII = /[^\u0000-\u007f]+/u; // eslint-disable-line no-control-regex

export const nonAscii = defineRule<BlueConfigTree>({
  code: 'BC016',
  title: 'character beyond ASCII',
  level: 'warning',
  category: 'syntax',
  documentation: `Keys, names and the blanks around them are plain ASCII. Letters of other alphabets can look the same and are not: the key is unknown then, and Brion passes over the block. Blanks that came with text copied from a web page (no-break spaces) are letters to neurodamus, which takes key and value for one word.

Values and comments may hold any characters.`,
  examples: {
    good: [
      `
      Report soma
      {
          # µV, for a change
          Unit µV
      }
      `,
    ],
    bad: [
      `
      Report größe
               ^^ U+00F6
      {
          Dt\u00a00.1
            ^ U+00A0
          Unіt mV
            ^ did you mean \`Unit\`
      }
      `,
    ],
  },
  check(context) {
    for (const block of context.tree.blocks) {
      for (const name of block.header.names) checkWord(context, name, 'the name');
      for (const entry of block.entries) checkEntry(context, block, entry);
    }
  },
});

function checkEntry(context: RuleContext<BlueConfigTree>, block: Block, { key, value }: Entry): void {
  const { text } = context;
  const indent = leadingBlanks(text, key.start);
  checkBlanks(context, { start: key.start - indent.length, end: key.start });
  const section = sectionSchema(block.header.type.text);
  if (section && NON_ASCII.test(key.text)) {
    checkWord(context, key, 'the key', () => keyNear(section, key.text, block));
  }
  if (value) checkBlanks(context, { start: key.end, end: value.start });
}

function checkWord(
  { report }: RuleContext<BlueConfigTree>,
  word: Word,
  what: string,
  meant: () => string | undefined = () => undefined,
): void {
  const found = NON_ASCII.exec(word.text);
  if (!found) return;
  const start = word.start + found.index;
  const suggestion = meant();
  const advice = suggestion ? `did you mean ${quoted(suggestion)}?` : 'use ASCII letters only.';
  report({
    span: { start, end: start + found[0].length },
    message: `${codePoints(found[0])} in ${what} ${quoted(word.text)} is no ASCII character, and no reader expects it: ${advice}`,
    fixes: () =>
      suggestion
        ? [
            {
              title: `Change to ${quoted(suggestion)}`,
              changes: [{ span: word, newText: suggestion }],
              preferred: true,
            },
          ]
        : [],
  });
}

function checkBlanks({ text, report }: RuleContext<BlueConfigTree>, span: Span): void {
  const found = NON_ASCII.exec(text.slice(span.start, span.end));
  if (!found) return;
  const at = { start: span.start + found.index, end: span.start + found.index + found[0].length };
  report({
    span: at,
    message: `${codePoints(found[0])} is no blank for neurodamus, although it looks like one: write a space.`,
    fixes: () => [{ title: 'Write a space', changes: [{ span: at, newText: ' ' }], preferred: true, safe: true }],
  });
}

function codePoints(text: string): string {
  const shown = Array.from(text.slice(0, 8));
  return shown.map((each) => `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
}
