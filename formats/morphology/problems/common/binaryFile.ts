import { defineProblem } from '../../problem';

export const binaryFile = defineProblem({
  code: 'morph/binary-file',
  title: 'no text',
  level: 'error',
  category: 'file',
  formats: ['swc', 'asc'],
  documentation: `
The bytes of the file are no text: a file of another format with the wrong ending, or a damaged one. MorphIO refuses it.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '\u0089HDF\u0000\u0000\u0000\n^^^^\n' }],
  },
});
