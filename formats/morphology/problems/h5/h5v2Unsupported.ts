import { defineProblem } from '../../problem';

export const h5v2Unsupported = defineProblem({
  code: 'morph/h5v2-unsupported',
  title: 'old format h5v2',
  level: 'error',
  category: 'file',
  formats: ['h5'],
  documentation:
    'The group `neuron1` marks version 2 of the format. MorphIO has not read it since 2.6 (`RawDataError`, "h5v2 is no longer supported"). MorphIO 2.5 and morph-tool of that time read it and write version 1.',
  examples: { good: [], bad: [] },
});
