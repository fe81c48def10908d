import { defineProblem } from '../../problem';

export const cyclicParents = defineProblem({
  code: 'morph/cyclic-parents',
  title: 'circle of parents',
  level: 'warning',
  category: 'reference',
  formats: ['h5'],
  documentation:
    "Sections that are each other's ancestors hang on no root. MorphIO accepts them, counts them and reaches them from no root. Here the first of them is shown as a root.",
  examples: { good: [], bad: [] },
});
