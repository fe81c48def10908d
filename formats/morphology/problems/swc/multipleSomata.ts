import { defineProblem } from '../../problem';

export const multipleSomata = defineProblem({
  code: 'morph/multiple-somata',
  title: 'several somata',
  level: 'error',
  category: 'value',
  formats: ['swc'],
  documentation: `
More than one sample of type 1 has no parent: a file holds one cell, and MorphIO refuses it with a \`SomaError\`.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 1 9 9 9 5 -1\n            ^^\n' }],
  },
});
