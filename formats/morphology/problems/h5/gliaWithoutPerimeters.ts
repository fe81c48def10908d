import { defineProblem } from '../../problem';

export const gliaWithoutPerimeters = defineProblem({
  code: 'morph/glia-without-perimeters',
  title: 'glia without perimeters',
  level: 'error',
  category: 'value',
  formats: ['h5'],
  documentation:
    'A glial cell with sections has the dataset `perimeters`. MorphIO refuses one without it (`RawDataError`, "No empty perimeters allowed for glia morphology").',
  examples: { good: [], bad: [] },
});
