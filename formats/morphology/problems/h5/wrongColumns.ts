import { defineProblem } from '../../problem';

export const wrongColumns = defineProblem({
  code: 'morph/wrong-columns',
  title: 'wrong number of columns',
  level: 'error',
  category: 'value',
  formats: ['h5'],
  documentation:
    '`points` has the columns x, y, z and diameter; `structure` has the first point, the type and the parent of each section. MorphIO refuses another number of columns (`RawDataError`).',
  examples: { good: [], bad: [] },
});
