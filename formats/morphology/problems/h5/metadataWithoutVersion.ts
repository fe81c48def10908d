import { defineProblem } from '../../problem';

export const metadataWithoutVersion = defineProblem({
  code: 'morph/metadata-without-version',
  title: 'metadata without version',
  level: 'error',
  category: 'value',
  formats: ['h5'],
  documentation:
    'The group `metadata` has the attribute `version`, two integers such as 1, 3. MorphIO refuses a file without it (`RawDataError`, "Missing version attribute").',
  examples: { good: [], bad: [] },
});
