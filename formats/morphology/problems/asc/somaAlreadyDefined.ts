import { defineProblem } from '../../problem';

export const somaAlreadyDefined = defineProblem({
  code: 'morph/soma-already-defined',
  title: 'second soma',
  level: 'error',
  category: 'value',
  formats: ['asc'],
  documentation:
    'A cell has one soma. MorphIO refuses a second `CellBody` block with points (`SomaError`), although Neurolucida writes one contour a focal plane, each as a block of its own.\n\nThe first contour is kept as the soma; the others are shown as markers. To load the file elsewhere, keep the largest contour and delete the rest.',
  examples: {
    good: [
      {
        format: 'asc',
        text: '("CellBody" (Color Red) (CellBody)\n  (0 1 0 0.1) (1 0 0 0.1) (-1 0 0 0.1))\n((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2))\n',
      },
      {
        format: 'asc',
        text: '("CellBody" (Color Red) (CellBody)\n  (0 1 0 0.1) (1 0 0 0.1) (-1 0 0 0.1))\n("CellBody" (CellBody))\n',
      },
    ],
    bad: [
      {
        format: 'asc',
        text: '("CellBody" (Color Red) (CellBody)\n  (0 1 0 0.1) (1 0 0 0.1) (-1 0 0 0.1))\n("CellBody" (CellBody) (0 2 1 0.1) (2 0 1 0.1) (-2 0 1 0.1))\n             ^^^^^^^^\n',
      },
    ],
  },
});
