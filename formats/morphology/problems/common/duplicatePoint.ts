import { defineProblem } from '../../problem';

export const duplicatePoint = defineProblem({
  code: 'morph/duplicate-point',
  title: 'repeated point',
  level: 'information',
  category: 'value',
  formats: ['swc', 'asc', 'h5'],
  documentation: `
A point stands at the very place of the one before it in its section. MorphIO keeps both; the segment between them has
the length zero, which NeuroM's check for segment lengths reports. The first point of a child section, which repeats the
end of its parent, is not meant.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 5 0 1 2\n    ^^^^^\n' }],
  },
});
