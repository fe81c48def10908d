import { defineAbfProblem } from '../problem';

export const truncated = defineAbfProblem({
  code: 'abf/truncated',
  title: 'data cut off',
  level: 'error',
  documentation:
    'The header announces more samples than the file has. Mostly a copy or a download was interrupted. The samples that are there are shown; sweeps beyond the end are left out.',
});
