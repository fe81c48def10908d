import { defineProblem } from '../../problem';

export const parentAfterChild = defineProblem({
  code: 'morph/parent-after-child',
  title: 'parent behind its child',
  level: 'hint',
  category: 'style',
  formats: ['swc'],
  documentation: `
A sample stands before its parent. MorphIO reads samples in any order; the SWC specification wants parents first, and
other readers (Arbor among them) refuse the file. Said once a file.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n3 3 0 9 0 1 2\n            ^\n2 3 0 5 0 1 1\n' }],
  },
});
