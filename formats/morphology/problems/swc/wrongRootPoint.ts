import { defineProblem } from '../../problem';

export const wrongRootPoint = defineProblem({
  code: 'morph/wrong-root-point',
  title: 'neurite at the side of a soma',
  level: 'warning',
  category: 'reference',
  formats: ['swc'],
  documentation: `
In a soma of three samples as NeuroMorpho.org has it, the second and third only give its extent: neurites belong to the
first. MorphIO reads the file with its warning \`wrong_root_point\`.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 1 0 -5 0 5 1\n3 1 0 5 0 5 1\n4 3 0 9 0 1 1\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 1 0 -5 0 5 1\n^\n3 1 0 5 0 5 1\n4 3 0 9 0 1 2\n' }],
  },
});
