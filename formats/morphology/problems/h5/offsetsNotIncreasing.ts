import { defineProblem } from '../../problem';

export const offsetsNotIncreasing = defineProblem({
  code: 'morph/offsets-not-increasing',
  title: 'section without points',
  level: 'warning',
  category: 'value',
  formats: ['h5'],
  documentation:
    'A section has the points from its own offset to that of the next row. Offsets grow from row to row and end within `points`. MorphIO does not check it and gives such a section no points, or those of others.',
  examples: { good: [], bad: [] },
});
