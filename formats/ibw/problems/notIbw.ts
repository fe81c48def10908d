import { defineIbwProblem } from '../problem';

export const notIbw = defineIbwProblem({
  code: 'ibw/not-ibw',
  title: 'not an Igor binary wave',
  level: 'error',
  documentation:
    'The first two bytes are the version of an Igor binary wave: 1, 2, 3 or 5, in either byte order. Anything else is another format with the ending `.ibw`, or a pointer of Git LFS whose file was not downloaded.',
});
