import { defineProblem } from '../../problem';

export const wrongEncoding = defineProblem({
  code: 'morph/wrong-encoding',
  title: 'UTF-16',
  level: 'error',
  category: 'file',
  formats: ['swc', 'asc'],
  documentation: `
The text is encoded as UTF-16, two bytes a letter; MorphIO reads one byte a letter and refuses the file. Save it as UTF-8
(in VS Code: **Change File Encoding**, **Save with Encoding**).
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1\u0000 \u00001\u0000 \u00000\u0000\n^\n' }],
  },
});
