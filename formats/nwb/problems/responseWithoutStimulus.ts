import { defineNwbProblem } from '../problem';

export const responseWithoutStimulus = defineNwbProblem({
  code: 'nwb/response-without-stimulus',
  title: 'response without a stimulus',
  level: 'information',
  category: 'reference',
  documentation:
    'No stimulus belongs to the response: no row of `intracellular_recordings` or of the sweep table, no equal number of sweep and electrode, no name tells one (nwb-schema, `core/nwb.icephys.yaml`). BluePyEfe leaves such sweeps out.',
});
