import { defineProblem } from '../../problem';

export const onlyChild = defineProblem({
  code: 'morph/only-child',
  title: 'only child',
  level: 'information',
  category: 'style',
  formats: ['asc'],
  documentation:
    'A section with a single child is no fork: the two are one process. MorphIO keeps both; its `remove_unifurcations` merges them and notes `SINGLE_CHILD`. Writing SWC refuses them (`WriterError`).',
  examples: {
    good: [{ format: 'asc', text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2)\n  ((1 6 0 2) | (-1 6 0 2)))\n' }],
    bad: [
      {
        format: 'asc',
        text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2)\n  (\n    (1 6 0 2)\n    ^^^^^^^^^\n    (1 7 0 2)\n  |\n  ))\n',
      },
    ],
  },
});
