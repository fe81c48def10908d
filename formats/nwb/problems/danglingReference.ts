import { defineNwbProblem } from '../problem';

export const danglingReference = defineNwbProblem({
  code: 'nwb/dangling-reference',
  title: 'reference that leads nowhere',
  level: 'warning',
  category: 'reference',
  documentation:
    'A table refers to a series that is not in the file, or to nothing (nwb-schema, `core/nwb.base.yaml`, `TimeSeriesReferenceVectorData`). Its rows cannot be shown.',
});
