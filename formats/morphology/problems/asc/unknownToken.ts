import { defineProblem } from '../../problem';

export const unknownToken = defineProblem({
  code: 'morph/unknown-token',
  title: 'word that is not allowed here',
  level: 'error',
  category: 'syntax',
  formats: ['asc'],
  documentation:
    'Inside of a block stand points, branches, markers, spines, ends of branches (`Normal`, `Incomplete`) and lists that begin with a word, such as `(Color Red)`, which are skipped. MorphIO refuses all else (`RawDataError`, "Unexpected token").\n\nThe name of a neurite inside of another one mostly means that a parenthesis above was not closed. Such a block is read as one of its own.',
  examples: {
    good: [
      {
        format: 'asc',
        text: '("CellBody" (Color Red) (CellBody)\n  (0 1 0 0.1) (1 0 0 0.1) (-1 0 0 0.1))\n((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2))\n',
      },
      { format: 'asc', text: '((Dendrite)\n  (Resolution 1.8)\n  (0 0 0 2)\n  (0 5 0 2) Normal)\n' },
    ],
    bad: [
      { format: 'asc', text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2) Finished)\n            ^^^^^^^^\n' },
      { format: 'asc', text: '(0 5 0 2)\n ^\n' },
      { format: 'asc', text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2)\n\n((Axon)\n  ^^^^\n  (0 0 0 2)\n  (0 -5 0 2))\n' },
    ],
  },
});
