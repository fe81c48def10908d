import { defineProblem } from '../../problem';

export const selfParent = defineProblem({
  code: 'morph/self-parent',
  title: 'sample that is its own parent',
  level: 'error',
  category: 'reference',
  formats: ['swc'],
  documentation: `
A sample names itself as its parent. MorphIO refuses the file with a \`RawDataError\` ("Parent ID can not be itself").
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 2\n            ^\n' }],
  },
});
