import { defineProblem } from '../../problem';

export const notAMorphology = defineProblem({
  code: 'morph/not-a-morphology',
  title: 'no morphology',
  level: 'error',
  category: 'file',
  formats: ['h5'],
  documentation:
    'The HDF5 file holds something else: a SONATA file, a recording, any data. MorphIO refuses it (`RawDataError`, "Missing points or structure datasets"). Open it as data.',
  examples: { good: [], bad: [] },
});
