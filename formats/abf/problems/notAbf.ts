import { defineAbfProblem } from '../problem';

export const notAbf = defineAbfProblem({
  code: 'abf/not-abf',
  title: 'not an ABF file',
  level: 'error',
  documentation:
    'An ABF file begins with `ABF ` (version 1) or `ABF2`. Anything else is another format with the ending `.abf`, an empty file, or a pointer of Git LFS whose file was not downloaded.',
});
