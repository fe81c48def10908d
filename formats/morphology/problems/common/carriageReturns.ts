import { defineProblem } from '../../problem';

export const carriageReturns = defineProblem({
  code: 'morph/carriage-returns',
  title: 'line ends of old Macs',
  level: 'warning',
  category: 'syntax',
  formats: ['swc', 'asc'],
  documentation: `
The lines end with a carriage return alone, as they did on the Macintosh before 2001. MorphIO takes all of them for one
line: of an SWC it reads the first sample only, and nothing behind a comment. Save the file with LF line ends.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\r\n2 3 0 5 0 1 1\r\n3 3 0 9 0 1 2\n' }],
    bad: [{ format: 'swc', text: '1 1 0 0 0 5 -1\r2 3 0 5 0 1 1\r3 3 0 9 0 1 2\n            ^^' }],
  },
});
