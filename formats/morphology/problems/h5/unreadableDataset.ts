import { defineProblem } from '../../problem';

export const unreadableDataset = defineProblem({
  code: 'morph/unreadable-dataset',
  title: 'dataset that cannot be read',
  level: 'error',
  category: 'file',
  formats: ['h5'],
  documentation:
    'A dataset of the morphology cannot be read: it is damaged, packed with a filter that is not here, too large, or holds no numbers. MorphIO fails on it as well.',
  examples: { good: [], bad: [] },
});
