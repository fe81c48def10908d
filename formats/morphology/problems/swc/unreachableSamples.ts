import { defineProblem } from '../../problem';

export const unreachableSamples = defineProblem({
  code: 'morph/unreachable-samples',
  title: 'samples in a circle',
  level: 'warning',
  category: 'reference',
  formats: ['swc'],
  documentation: `
Samples that are each other's ancestors hang on nothing. MorphIO drops them, and all that hangs on them, without a word.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 3\n            ^\n3 3 0 9 0 1 2\n' }],
  },
});
