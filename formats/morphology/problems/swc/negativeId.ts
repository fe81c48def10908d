import { defineProblem } from '../../problem';

export const negativeId = defineProblem({
  code: 'morph/negative-id',
  title: 'negative id',
  level: 'error',
  category: 'value',
  formats: ['swc'],
  documentation: `
Ids of samples are 0 or more, and so are those of parents, but for -1, which means none. MorphIO refuses all others with a
\`RawDataError\`.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -2\n            ^^\n-3 3 0 5 0 1 1\n^^\n' }],
  },
});
