import { defineNwbProblem } from '../problem';

export const unknownVersion = defineNwbProblem({
  code: 'nwb/unknown-version',
  title: 'unknown version',
  level: 'information',
  category: 'value',
  documentation:
    'NWB 1.x names its version in the dataset `/nwb_version`, NWB 2.x in the attribute `nwb_version` of the root group (nwb-schema, `core/nwb.file.yaml`). Another version is read as the nearest of the two, so something may be missed.',
});
