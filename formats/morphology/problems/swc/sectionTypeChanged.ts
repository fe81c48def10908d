import { defineProblem } from '../../problem';

export const sectionTypeChanged = defineProblem({
  code: 'morph/section-type-changed',
  title: 'type that changes within a section',
  level: 'error',
  category: 'value',
  formats: ['swc'],
  documentation: `
The type changes from a sample to its only child. A section has one type, so MorphIO refuses the file with a \`RawDataError\`,
unless it is loaded with the option \`allow_unifurcated_section_change\`, which begins a new section there. At a fork every
child may have a type of its own.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n4 2 5 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 2 0 9 0 1 2\n  ^\n' }],
  },
});
