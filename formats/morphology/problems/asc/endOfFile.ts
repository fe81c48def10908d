import { defineProblem } from '../../problem';

export const endOfFile = defineProblem({
  code: 'morph/end-of-file',
  title: 'unclosed parenthesis',
  level: 'error',
  category: 'syntax',
  formats: ['asc'],
  documentation:
    'The file ends within a block. The place is the innermost parenthesis that was opened and not closed. MorphIO refuses such a file (`RawDataError`, "Hit end of file", "Can\'t iterate past the end").\n\nWhat stands before the end is read and shown: the file may have been cut on its way.',
  examples: {
    good: [{ format: 'asc', text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2))\n' }],
    bad: [
      { format: 'asc', text: '((Dendrite)\n^\n  (0 0 0 2)\n  (0 5 0 2)\n' },
      { format: 'asc', text: '((Dendrite)\n  (0 0 0 2)\n  (0 5\n  ^\n' },
    ],
  },
});
