import { defineProblem } from '../../problem';

export const unknownCellFamily = defineProblem({
  code: 'morph/unknown-cell-family',
  title: 'unknown cell family',
  level: 'warning',
  category: 'value',
  formats: ['h5'],
  documentation:
    'The cell families are 0 neuron, 1 glia and 2 spine. MorphIO reads any number and treats what it does not know like a neuron.',
  examples: { good: [], bad: [] },
});
