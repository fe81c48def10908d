import { defineNwbProblem } from '../problem';

export const emptyData = defineNwbProblem({
  code: 'nwb/empty-data',
  title: 'no data',
  level: 'information',
  category: 'value',
  documentation:
    'The series has no values: `data` is empty or is not there. `data` is required (nwb-schema, `core/nwb.base.yaml`); only an ImageSeries may have its images in other files instead.',
});
