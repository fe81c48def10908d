import { defineProblem } from '../../problem';

export const emptyStructure = defineProblem({
  code: 'morph/empty-structure',
  title: 'structure without rows',
  level: 'error',
  category: 'value',
  formats: ['h5'],
  documentation:
    '`structure` has one row for the soma and one for each section. Without a row MorphIO reads beyond its memory.',
  examples: { good: [], bad: [] },
});
