import { defineProblem } from '../../problem';

export const severalSomaRows = defineProblem({
  code: 'morph/several-soma-rows',
  title: 'several soma rows',
  level: 'error',
  category: 'value',
  formats: ['h5'],
  documentation:
    '`structure` has one row of the soma at most. MorphIO refuses a second one (`RawDataError`, "multiple soma sections").',
  examples: { good: [], bad: [] },
});
