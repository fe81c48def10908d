import { defineNwbProblem } from '../problem';

export const unreadableObject = defineNwbProblem({
  code: 'nwb/unreadable-object',
  title: 'object that cannot be read',
  level: 'warning',
  category: 'file',
  documentation:
    'A part of the file cannot be read: it is damaged, or packed with a filter that is not here. The rest is shown.',
});
