import { defineNwbProblem } from '../problem';

export const invalidConversion = defineNwbProblem({
  code: 'nwb/invalid-conversion',
  title: 'conversion that loses the values',
  level: 'warning',
  category: 'value',
  documentation:
    'Physical value = stored value × `conversion` + `offset` (nwb-schema, `core/nwb.base.yaml`, `TimeSeries`). With a `conversion` of 0, or one that is no number, all values are the same.',
});
