import { defineProblem } from '../../problem';

export const zeroDiameter = defineProblem({
  code: 'morph/zero-diameter',
  title: 'radius of zero',
  level: 'warning',
  category: 'value',
  formats: ['swc'],
  documentation: `
The sixth column is the radius, and this one is zero or negative. MorphIO keeps the value with its warning \`zero_diameter\`
(below a diameter of 1e-6 µm); simulators compute an infinite resistance of it.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 0 1\n          ^\n3 3 0 9 0 -1 2\n          ^^\n' }],
  },
});
