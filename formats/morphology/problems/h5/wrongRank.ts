import { defineProblem } from '../../problem';

export const wrongRank = defineProblem({
  code: 'morph/wrong-rank',
  title: 'wrong number of dimensions',
  level: 'error',
  category: 'value',
  formats: ['h5'],
  documentation:
    '`points` is a table of n rows and 4 columns, `structure` one of 3 columns, `perimeters` a list. MorphIO refuses another number of dimensions (`RawDataError`).',
  examples: { good: [], bad: [] },
});
