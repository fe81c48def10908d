import { defineNwbProblem } from '../problem';

export const tooManySeries = defineNwbProblem({
  code: 'nwb/too-many-series',
  title: 'more than is looked at',
  level: 'information',
  category: 'file',
  documentation: 'The file has more groups than are looked at when it is opened. All of it is in the tree.',
});
