import type { Span } from '../../../../../formats/text/span';
import { defineRule } from '../../../diagnostics/rule';
import { lineEnd } from '../insertions';
import type { BlueConfigTree } from '../tree';

export const lineEndings = defineRule<BlueConfigTree>({
  code: 'BC015',
  title: 'Windows line endings',
  level: 'warning',
  category: 'syntax',
  documentation: `Lines end with a line feed (LF), as on Linux.

neurodamus' HOC reader trims blanks, tabs and line feeds only: with Windows line endings (CRLF) a carriage return stays at the end of each value, and targets, files and words are not recognised. With carriage returns alone it sees a single line, and nothing of what is in it. Change the line endings of the file in the editor's status bar, or by the quick fix.`,
  examples: {
    good: ['Run Default\n{\n}\n'],
    bad: ['Run Default\r\n    ^^^^^^^ CRLF\n{\n}\n'],
  },
  check({ text, report }) {
    const first = text.indexOf('\r');
    if (first < 0) return;
    const span = lastWordBefore(text, first);
    const isWindows = text[first + 1] === '\n';
    report({
      span,
      message: isWindows
        ? 'Lines end with CRLF: the carriage return stays in the values that neurodamus reads. Change the line endings of the file to LF.'
        : 'Lines end with carriage returns: neurodamus sees a single line. Change the line endings of the file to LF.',
      ...(!isWindows && { level: 'error' }),
      fixes: () => [
        {
          title: 'Change all line endings to LF',
          changes: [{ span: { start: 0, end: text.length }, newText: text.replace(/\r\n?/g, '\n') }],
          preferred: true,
        },
      ],
    });
  },
});

/** Something to see: the last word of the first such line that is not blank. */
function lastWordBefore(text: string, firstReturn: number): Span {
  const blank = /[^\S]*/y;
  blank.lastIndex = 0;
  blank.exec(text);
  const end = firstReturn > blank.lastIndex ? firstReturn : lineEnd(text, blank.lastIndex);
  let stop = end;
  while (stop > 0 && isBlank(text, stop - 1)) stop--;
  let start = stop;
  while (start > 0 && !isBlank(text, start - 1)) start--;
  return { start, end: stop };
}

function isBlank(text: string, at: number): boolean {
  return text.charCodeAt(at) <= 32;
}
