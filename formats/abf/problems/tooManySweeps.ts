import { defineAbfProblem } from '../problem';

export const tooManySweeps = defineAbfProblem({
  code: 'abf/too-many-sweeps',
  title: 'too many sweeps to list',
  level: 'warning',
  documentation: 'So many sweeps cannot be listed at once: the first of them are shown.',
});
