import { defineProblem } from '../../problem';

export const parsingPoint = defineProblem({
  code: 'morph/parsing-point',
  title: 'malformed point',
  level: 'error',
  category: 'syntax',
  formats: ['asc'],
  documentation:
    'A point is `(x y z diameter)`, four numbers with blanks between, in µm; a slice tag such as `S1` may follow. Only markers and contours may leave the diameter out. Numbers are written `1`, `-1.5`, `1e-3`: not `.5`. MorphIO refuses all else (`RawDataError`, "Error converting"), and numbers beyond the range of a 32-bit float.\n\nThe rest of the file is read; the point is left out unless its numbers are clear.',
  examples: {
    good: [
      { format: 'asc', text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2))\n' },
      { format: 'asc', text: '((Dendrite)\n  (0 0 0 2 S1)\n  (+1 5e0 0 2 S1))\n' },
      { format: 'asc', text: '("pia"\n  (0 0 0)\n  (0 5 0))\n' },
    ],
    bad: [
      { format: 'asc', text: '((Dendrite)\n  (0, 0, 0, 2)\n    ^\n  (0 5 0 2))\n' },
      { format: 'asc', text: '((Dendrite)\n  (0 0 0)\n        ^\n  (0 .5 0 2)\n     ^\n  (0 5 0 2))\n' },
      { format: 'asc', text: '((Dendrite)\n  (0 0 1e60 2)\n       ^^^^\n  (0 5 0 2))\n' },
    ],
  },
});
