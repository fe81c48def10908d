import { defineProblem } from '../../problem';

export const perimetersSize = defineProblem({
  code: 'morph/perimeters-size',
  title: 'wrong number of perimeters',
  level: 'warning',
  category: 'value',
  formats: ['h5'],
  documentation:
    '`perimeters` has one value for each point, those of the soma included. MorphIO does not compare the lengths.',
  examples: { good: [], bad: [] },
});
