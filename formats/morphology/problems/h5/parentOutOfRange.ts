import { defineProblem } from '../../problem';

export const parentOutOfRange = defineProblem({
  code: 'morph/parent-out-of-range',
  title: 'parent does not exist',
  level: 'warning',
  category: 'reference',
  formats: ['h5'],
  documentation:
    'The parent of a section is the row of another section; a root section has 0, the row of the soma, or −1 where there is no such row. MorphIO does not check it: it counts the section and reaches it from no root.',
  examples: { good: [], bad: [] },
});
