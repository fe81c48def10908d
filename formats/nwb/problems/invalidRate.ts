import { defineNwbProblem } from '../problem';

export const invalidRate = defineNwbProblem({
  code: 'nwb/invalid-rate',
  title: 'rate that is not positive',
  level: 'error',
  category: 'value',
  documentation:
    '`rate` is the number of samples a second (nwb-schema, `core/nwb.base.yaml`, `starting_time`). Readers divide by it: with 0, a negative number or NaN there are no times.',
});
