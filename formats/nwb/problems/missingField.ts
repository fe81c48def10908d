import { defineNwbProblem } from '../problem';

export const missingField = defineNwbProblem({
  code: 'nwb/missing-field',
  title: 'required field is missing',
  level: 'warning',
  category: 'value',
  documentation:
    'A NWB 2 file has `/identifier`, `/session_description`, `/session_start_time`, `/timestamps_reference_time` and `/file_create_date` (nwb-schema, `core/nwb.file.yaml`, `NWBFile`). PyNWB does not open a file that lacks one of the first three; readers that only look for series do.',
});
