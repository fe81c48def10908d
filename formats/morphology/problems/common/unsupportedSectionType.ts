import { defineProblem } from '../../problem';

export const unsupportedSectionType = defineProblem({
  code: 'morph/unsupported-section-type',
  title: 'unsupported section type',
  level: 'error',
  category: 'value',
  formats: ['swc', 'h5'],
  documentation: `
MorphIO knows the types 1 (soma), 2 (axon), 3 (basal dendrite), 4 (apical dendrite) and 5 to 19 (custom), and refuses all
others with a \`RawDataError\`: also 0, which the SWC specification calls undefined. Give the sample the type of its
neurite, or a custom one.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 19 0 5 0 1 1\n3 19 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 0 0 5 0 1 1\n  ^\n3 20 0 9 0 1 1\n  ^^\n' }],
  },
});
