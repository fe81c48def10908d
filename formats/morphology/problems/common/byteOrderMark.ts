import { defineProblem } from '../../problem';

export const byteOrderMark = defineProblem({
  code: 'morph/byte-order-mark',
  title: 'byte order mark',
  level: 'error',
  category: 'syntax',
  formats: ['swc', 'asc'],
  documentation: `
The file begins with the bytes EF BB BF, which some editors on Windows write in front of UTF-8. MorphIO takes them for a
part of the first line, which it cannot parse, and refuses the file. Save it as UTF-8 without a byte order mark.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '\ufeff1 1 0 0 0 5 -1\n^\n' }],
  },
});
