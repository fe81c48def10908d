import { defineRule } from '../rule';

export const encoding = defineRule<unknown>({
  code: 'FS010',
  title: 'encoding',
  level: 'error',
  category: 'file',
  documentation: `
The simulator and the analysis tools read bytes, and expect ASCII or what extends it, as UTF-8 does. An editor may save a
file in another way, which one does not see in the text: as UTF-16, where every letter has two bytes and no reader finds a
word, or as UTF-8 with a byte order mark, three bytes before the first word. Then the first header is another word, and
its block or target is lost without a message.

The editor shows how a file is encoded in the status bar, and saves it in another way from there: choose UTF-8.
`,
  examples: {
    good: ['# a remark, of Zürich\n'],
    bad: ['\ufeff# a remark\n^ byte order mark\n'],
  },
  check({ encoding: found, text, report }) {
    if (found === undefined) return;
    const word = /\S+/.exec(text);
    const start = word?.index ?? 0;
    report({
      span: { start, end: start + (word?.[0].length ?? 0) },
      message:
        found === 'utf-8-bom'
          ? 'The file starts with a byte order mark: readers take it for a part of the first word, and lose what that begins. Save it as UTF-8 without the mark.'
          : 'The file is saved as UTF-16, which no reader understands. Save it as UTF-8.',
    });
  },
});
