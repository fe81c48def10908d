import { defineIbwProblem } from '../problem';

export const unreasonableHeader = defineIbwProblem({
  code: 'ibw/unreasonable-header',
  title: 'header that cannot be',
  level: 'error',
  documentation:
    'The number of points is negative or the type of numbers is none that Igor writes. The file is damaged.',
});
