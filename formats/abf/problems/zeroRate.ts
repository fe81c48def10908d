import { defineAbfProblem } from '../problem';

export const zeroRate = defineAbfProblem({
  code: 'abf/zero-rate',
  title: 'no sampling rate',
  level: 'error',
  documentation:
    'The interval between samples is zero, negative or not a number, so samples have no time. They are shown by their number.',
});
