import { defineProblem } from '../../problem';

export const organelleLayout = defineProblem({
  code: 'morph/organelle-layout',
  title: 'organelles that cannot be read',
  level: 'error',
  category: 'value',
  formats: ['h5'],
  documentation:
    'The groups of `organelles` have a fixed set of datasets: `mitochondria` the tables `points` and `structure`, `endoplasmic_reticulum` four lists, `postsynaptic_density` (required of spines from version 1.3 on) three lists of one length. MorphIO refuses others (`RawDataError`, or an exception of HighFive).',
  examples: { good: [], bad: [] },
});
