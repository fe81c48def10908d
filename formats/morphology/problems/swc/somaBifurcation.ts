import { defineProblem } from '../../problem';

export const somaBifurcation = defineProblem({
  code: 'morph/soma-bifurcation',
  title: 'soma that forks',
  level: 'error',
  category: 'value',
  formats: ['swc'],
  documentation: `
A soma of several samples is a row of cylinders: only its first sample may have more than one child in the soma. MorphIO
refuses others with a \`SomaError\`.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 1 0 5 0 5 1\n3 1 0 -5 0 5 1\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 1 0 1 0 5 1\n^\n3 1 0 2 0 5 2\n4 1 0 3 0 5 2\n' }],
  },
});
