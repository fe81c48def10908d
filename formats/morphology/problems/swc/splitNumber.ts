import { defineProblem } from '../../problem';

export const splitNumber = defineProblem({
  code: 'morph/split-number',
  title: 'number that is read as two',
  level: 'warning',
  category: 'syntax',
  formats: ['swc'],
  documentation: `
MorphIO reads a number up to the first character that cannot belong to it, and the next number from there: \`3.0\` as a
type is 3 and then \`.0\`, which becomes x; all columns behind it move by one. Where that makes no further error the file is
read, wrongly, without a word. Write whole numbers for id and type, and blanks between numbers.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3.0 0 5 0 1 1\n  ^^^\n' }],
  },
});
