import { defineProblem } from '../../problem';

export const noSomaFound = defineProblem({
  code: 'morph/no-soma-found',
  title: 'no soma',
  level: 'warning',
  category: 'value',
  formats: ['swc', 'asc', 'h5'],
  documentation: `
The file has no soma: MorphIO loads it with \`SOMA_UNDEFINED\` and its warning \`no_soma_found\`. Whatever is measured from
the soma (radial distances, trunk angles, Sholl crossings) then has no origin.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1 3 0 0 0 1 -1\n  ^\n2 3 0 9 0 1 1\n' }],
  },
});
