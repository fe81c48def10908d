import { defineIbwProblem } from '../problem';

export const unreadableFile = defineIbwProblem({
  code: 'ibw/unreadable',
  title: 'file that cannot be read',
  level: 'error',
  documentation:
    'The file was found and could not be read: it was removed, is locked, or lies on a disk that does not answer.',
});
