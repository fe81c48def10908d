import { defineProblem } from '../../problem';

export const somaNonConform = defineProblem({
  code: 'morph/soma-non-conform',
  title: 'soma unlike NeuroMorpho.org',
  level: 'warning',
  category: 'value',
  formats: ['swc'],
  documentation: `
A soma of the three samples 1, 2 and 3 with the parents -1, 1 and 1 stands for a cylinder, as NeuroMorpho.org has it: the
samples 2 and 3 differ from 1 in one coordinate, by the radius of 1, one to each side. MorphIO reads the soma as such a one
and gives its warning \`soma_non_conform\` where the coordinates do not fit.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 1 0 -5 0 5 1\n3 1 0 5 0 5 1\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n^^^^^^^^^^^^^^\n2 1 0 -9 0 5 1\n3 1 0 9 0 5 1\n' }],
  },
});
