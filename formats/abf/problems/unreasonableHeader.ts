import { defineAbfProblem } from '../problem';

export const unreasonableHeader = defineAbfProblem({
  code: 'abf/unreasonable-header',
  title: 'header that cannot be',
  level: 'error',
  documentation:
    'A size in the header cannot be true: a section that lies outside the file, a number of channels that no digitiser has, an unknown format of samples. The file is damaged or was written by something else than pCLAMP.',
});
