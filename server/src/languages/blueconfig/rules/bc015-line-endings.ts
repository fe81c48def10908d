import { carriageReturns } from '../../../../../formats/text/carriageReturns';
import { lineFeedFix } from '../../../diagnostics/lineEndings';
import { defineRule } from '../../../diagnostics/rule';
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
    const returns = carriageReturns(text);
    if (!returns) return;
    const isWindows = returns.kind === 'windows';
    report({
      span: returns.word,
      message: isWindows
        ? 'Lines end with CRLF: the carriage return stays in the values that neurodamus reads. Change the line endings of the file to LF.'
        : 'Lines end with carriage returns: neurodamus sees a single line. Change the line endings of the file to LF.',
      ...(!isWindows && { level: 'error' }),
      fixes: () => [lineFeedFix(text)],
    });
  },
});
