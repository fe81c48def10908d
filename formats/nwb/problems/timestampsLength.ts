import { defineNwbProblem } from '../problem';

export const timestampsLength = defineNwbProblem({
  code: 'nwb/timestamps-length',
  title: 'timestamps and samples differ in number',
  level: 'warning',
  category: 'value',
  documentation:
    '`timestamps` has one time for each sample of `data` (nwb-schema, `core/nwb.base.yaml`). PyNWB warns where the lengths differ.',
});
