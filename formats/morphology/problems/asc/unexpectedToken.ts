import { defineProblem } from '../../problem';

export const unexpectedToken = defineProblem({
  code: 'morph/unexpected-token',
  title: 'misplaced token',
  level: 'error',
  category: 'syntax',
  formats: ['asc'],
  documentation:
    'Something else must stand here: `)` behind the fifth item of a point, behind the name of a neurite and behind a marker; a further block behind one that is skipped, such as `(ImageCoords)`; a point before the first branch of a branch. MorphIO refuses the file (`RawDataError`, "Unexpected token"; `IndexError` for a branch without points).',
  examples: {
    good: [
      { format: 'asc', text: '(ImageCoords)\n((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2))\n' },
      { format: 'asc', text: '((Dendrite)\n  (0 0 0 2)\n  (Cross (0 1 0))\n  (0 5 0 2))\n' },
    ],
    bad: [
      { format: 'asc', text: '((Dendrite)\n  (0 0 0 2 7)\n           ^\n  (0 5 0 2))\n' },
      { format: 'asc', text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2))\n(FooBar (1 2 3 4))\n ^^^^^^\n' },
      { format: 'asc', text: '((Dendrite red)\n           ^^^\n  (0 0 0 2)\n  (0 5 0 2))\n' },
      {
        format: 'asc',
        text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2)\n  (\n    ((1 6 0 2) | (-1 6 0 2))\n    ^\n  |\n    (0 7 0 2)\n  ))\n',
      },
    ],
  },
});
