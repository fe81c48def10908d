import { defineProblem } from '../../problem';

export const parentAfterChild = defineProblem({
  code: 'morph/parent-row-after-child',
  title: 'parent after its child',
  level: 'warning',
  category: 'reference',
  formats: ['h5'],
  documentation:
    'The rows of parents stand before those of their children. MorphIO reads any order. Here the sections are put in order, so their ids differ from those of MorphIO.',
  examples: { good: [], bad: [] },
});
