import { defineNwbProblem } from '../problem';

export const missingTime = defineNwbProblem({
  code: 'nwb/missing-time',
  title: 'neither rate nor timestamps',
  level: 'warning',
  category: 'value',
  documentation:
    'A TimeSeries has either `starting_time` with the attribute `rate`, or `timestamps` (nwb-schema, `core/nwb.base.yaml`). Without either its values are shown by number of sample.',
});
