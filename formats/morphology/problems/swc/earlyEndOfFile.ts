import { defineProblem } from '../../problem';

export const earlyEndOfFile = defineProblem({
  code: 'morph/early-end-of-file',
  title: 'file that ends in a sample',
  level: 'error',
  category: 'syntax',
  formats: ['swc'],
  documentation: `
The file ends before the last sample is whole, as a copy that was interrupted does. MorphIO refuses it with a
\`RawDataError\`.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5\n      ^' }],
  },
});
