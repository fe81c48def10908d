import { defineAbfProblem } from '../problem';

export const samplingSequence = defineAbfProblem({
  code: 'abf/sampling-sequence',
  title: 'corrupt sampling sequence',
  level: 'warning',
  documentation:
    'Version 1 lists the inputs in the order in which they were sampled. Here one occurs twice, or does not exist, so scales and units cannot be found by it. Inputs 0, 1, 2, … are taken instead: compare the units with the notes of the experiment.',
});
