import { defineNwbProblem } from '../problem';

export const stimulusWithoutResponse = defineNwbProblem({
  code: 'nwb/stimulus-without-response',
  title: 'stimulus without a response',
  level: 'information',
  category: 'reference',
  documentation:
    'No response belongs to the stimulus: no row of `intracellular_recordings` or of the sweep table, no equal number of sweep and electrode, no name tells one (nwb-schema, `core/nwb.icephys.yaml`).',
});
