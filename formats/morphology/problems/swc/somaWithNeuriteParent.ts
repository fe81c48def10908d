import { defineProblem } from '../../problem';

export const somaWithNeuriteParent = defineProblem({
  code: 'morph/soma-with-neurite-parent',
  title: 'soma behind a neurite',
  level: 'error',
  category: 'value',
  formats: ['swc'],
  documentation: `
A sample of the soma has a parent that belongs to a neurite. MorphIO refuses the file with a \`SomaError\`. Either the type
of one of the two is wrong, or the parent.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 1 0 9 0 1 2\n            ^\n' }],
  },
});
