import { defineProblem } from '../../problem';

export const lostText = defineProblem({
  code: 'morph/lost-text',
  title: 'second sample on a line',
  level: 'warning',
  category: 'syntax',
  formats: ['swc'],
  documentation: `
MorphIO skips what follows the seventh number of a line. Here it is a whole further sample: a line break was lost.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1 # the soma\n2 3 0 5 0 1 1 0 0 7\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1 2 3 0 5 0 1 1\n               ^^^^^^^^^^^^^\n' }],
  },
});
