import { defineProblem } from '../../problem';

export const lineNonParsable = defineProblem({
  code: 'morph/line-non-parsable',
  title: 'line that is no sample',
  level: 'error',
  category: 'syntax',
  formats: ['swc'],
  documentation: `
A line holds seven numbers with blanks between them: id, type, x, y, z, radius, parent. MorphIO refuses a file at the first
character that begins no number (a letter, a comma, also \`nan\` and \`inf\`) and at a line that ends too early
(\`RawDataError\`, "Unable to parse this line"). Comments have lines of their own, which begin with \`#\`.
`,
  examples: {
    good: [
      { format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' },
      { format: 'swc', text: '# a comment\n1 1 0 0 0 5 -1 and what follows is skipped\n2 3 0 5 .5 1e0 1\n' },
    ],
    bad: [
      {
        format: 'swc',
        text: '1 1 0 0 0 5 -1\n2 3 0 x 0 1 1\n      ^\n3 3 0 9 0 1\n          ^\n4 3 0 9,5 0 1 2\n      ^^^\n',
      },
      { format: 'swc', text: '1 1 0 0 0 5 -1\n2.0 3 0 5 0 1 1\n^^^\n' },
    ],
  },
});
