import { defineNwbProblem } from '../problem';

export const lengthMismatch = defineNwbProblem({
  code: 'nwb/length-mismatch',
  title: 'response and stimulus differ in length',
  level: 'information',
  category: 'value',
  documentation:
    'Response and stimulus of a sweep have the same rate, but not the same number of samples. They are drawn from the same start; analyses that put them side by side cut or fail.',
});
