import { defineNwbProblem } from '../problem';

export const missingUnit = defineNwbProblem({
  code: 'nwb/missing-unit',
  title: 'unit is missing',
  level: 'warning',
  category: 'value',
  documentation:
    'The attribute `unit` of `data` is required in every TimeSeries (nwb-schema, `core/nwb.base.yaml`). Without it values of a clamp recording cannot be told to be voltage or current.',
});
