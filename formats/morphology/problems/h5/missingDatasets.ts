import { defineProblem } from '../../problem';

export const missingDatasets = defineProblem({
  code: 'morph/missing-datasets',
  title: 'points or structure missing',
  level: 'error',
  category: 'file',
  formats: ['h5'],
  documentation:
    'A morphology has the datasets `points` and `structure`. MorphIO refuses a file that lacks one of them (`RawDataError`, "Missing points or structure datasets").',
  examples: { good: [], bad: [] },
});
