import { defineProblem } from '../../problem';

export const unsupportedVersion = defineProblem({
  code: 'morph/unsupported-version',
  title: 'unsupported version',
  level: 'error',
  category: 'value',
  formats: ['h5'],
  documentation:
    'The versions are 1.1, 1.2 and 1.3, and 1.0 where there is no group `metadata`. MorphIO refuses all others (`RawDataError`, "Unsupported h5 version").',
  examples: { good: [], bad: [] },
});
