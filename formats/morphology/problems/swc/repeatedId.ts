import { defineProblem } from '../../problem';

export const repeatedId = defineProblem({
  code: 'morph/repeated-id',
  title: 'repeated id',
  level: 'error',
  category: 'reference',
  formats: ['swc'],
  documentation: `
Two samples have the same id, so that nobody knows which of them their children mean. MorphIO refuses the file with a
\`RawDataError\`.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n2 3 0 9 0 1 1\n^\n' }],
  },
});
