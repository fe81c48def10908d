import { defineProblem } from '../../problem';

export const cannotOpen = defineProblem({
  code: 'morph/cannot-open',
  title: 'file that cannot be opened',
  level: 'error',
  category: 'file',
  formats: ['h5'],
  documentation:
    'The file cannot be opened as HDF5: it is missing, cut off, or something else with the ending `.h5`. MorphIO refuses it (`RawDataError`, "Could not open morphology file").',
  examples: { good: [], bad: [] },
});
