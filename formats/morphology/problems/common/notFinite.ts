import { defineProblem } from '../../problem';

export const notFinite = defineProblem({
  code: 'morph/not-finite',
  title: 'number that is not finite',
  level: 'warning',
  category: 'value',
  formats: ['swc', 'asc', 'h5'],
  documentation: `
An infinity or a NaN. MorphIO reads it without a word from texts such as \`-inf\` and \`1e999\`; every length, box and picture
of the morphology is then lost. Put the right number in its place, or take the point away.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 1e999 0 1 1\n      ^^^^^\n3 3 -inf 9 0 1 2\n    ^^^^\n' }],
  },
});
