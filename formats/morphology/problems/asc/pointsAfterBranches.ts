import { defineProblem } from '../../problem';

export const pointsAfterBranches = defineProblem({
  code: 'morph/points-after-branches',
  title: 'points after branches',
  level: 'warning',
  category: 'value',
  formats: ['asc'],
  documentation:
    'Behind the branches of a section its points go on. MorphIO makes a section of its own of them, which begins where the section before began: a second root, or a further child of the parent. Neurolucida writes no such file; a parenthesis may be misplaced.',
  examples: {
    good: [{ format: 'asc', text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2)\n  ((1 6 0 2) | (-1 6 0 2)) Normal)\n' }],
    bad: [
      {
        format: 'asc',
        text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2)\n  ((1 6 0 2) | (-1 6 0 2))\n  (0 7 0 2)\n  ^\n  (0 8 0 2))\n',
      },
    ],
  },
});
