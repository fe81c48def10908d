import { defineProblem } from '../../problem';

export const missingParent = defineProblem({
  code: 'morph/missing-parent',
  title: 'parent that does not exist',
  level: 'error',
  category: 'reference',
  formats: ['swc'],
  documentation: `
No sample has the id that another names as its parent. MorphIO refuses the file with a \`MissingParentError\`. The branch is
shown as if it had no parent.
`,
  examples: {
    good: [
      { format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' },
      { format: 'swc', text: '3 3 0 9 0 1 2\n2 3 0 5 0 1 1\n1 1 0 0 0 5 -1\n' },
    ],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 7\n            ^\n' }],
  },
});
