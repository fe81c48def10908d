import { defineProblem } from '../../problem';

export const tooLarge = defineProblem({
  code: 'morph/too-large',
  title: 'file too large',
  level: 'error',
  category: 'file',
  formats: ['swc', 'asc'],
  documentation: `
Text files of more than 512 MB are not read: their points would not fit into memory beside them. Convert the file to H5
with MorphIO on a machine with more memory, or split it.
`,
  examples: {
    good: [],
    bad: [],
  },
});
