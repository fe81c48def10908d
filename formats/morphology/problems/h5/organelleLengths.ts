import { defineProblem } from '../../problem';

export const organelleLengths = defineProblem({
  code: 'morph/organelle-lengths',
  title: 'lists of different lengths',
  level: 'warning',
  category: 'value',
  formats: ['h5'],
  documentation:
    'The lists of an endoplasmic reticulum have one value for each section that has one. MorphIO does not compare their lengths.',
  examples: { good: [], bad: [] },
});
