import { defineProblem } from '../../problem';

export const emptyFile = defineProblem({
  code: 'morph/empty-file',
  title: 'empty file',
  level: 'error',
  category: 'file',
  formats: ['asc', 'h5'],
  documentation: `
The file holds nothing, and MorphIO refuses it with a \`RawDataError\`. An empty SWC is read, as a morphology without soma and
sections.
`,
  examples: {
    good: [],
    bad: [],
  },
});
