import { defineProblem } from '../../problem';

export const somaNotFirst = defineProblem({
  code: 'morph/soma-not-first',
  title: 'soma after a neurite',
  level: 'error',
  category: 'value',
  formats: ['h5'],
  documentation:
    'The row of the soma is the first of `structure`. MorphIO refuses a file in which it comes later (`RawDataError`).',
  examples: { good: [], bad: [] },
});
