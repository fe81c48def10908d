import { defineAbfProblem } from '../problem';

export const missingSynchArray = defineAbfProblem({
  code: 'abf/missing-synch-array',
  title: 'lengths of sweeps missing',
  level: 'warning',
  documentation:
    'Sweeps of variable length have their lengths in the synch array. Without a valid one all samples are shown as a single sweep.',
});
