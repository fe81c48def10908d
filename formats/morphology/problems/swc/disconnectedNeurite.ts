import { defineProblem } from '../../problem';

export const disconnectedNeurite = defineProblem({
  code: 'morph/disconnected-neurite',
  title: 'neurite without a soma',
  level: 'warning',
  category: 'reference',
  formats: ['swc'],
  documentation: `
A sample of a neurite has no parent, so that its neurite is not joined to the soma. That is the rule in a file without
a soma; elsewhere the parent was probably lost. MorphIO gives its warning \`disconnected_neurite\`.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 -1\n            ^^\n' }],
  },
});
