import { defineProblem } from '../../problem';

export const cellFamilyMissing = defineProblem({
  code: 'morph/cell-family-missing',
  title: 'metadata without cell family',
  level: 'error',
  category: 'value',
  formats: ['h5'],
  documentation:
    'The group `metadata` has the attribute `cell_family`, an integer: 0 neuron, 1 glia, 2 spine. MorphIO fails without it (an exception of HighFive).',
  examples: { good: [], bad: [] },
});
