import { defineAbfProblem } from '../problem';

export const stimulusFromFile = defineAbfProblem({
  code: 'abf/stimulus-from-file',
  title: 'stimulus from a file',
  level: 'information',
  documentation:
    'The command was not made by epochs but played from another file, which an ABF file names and does not hold. No command is drawn.',
});
