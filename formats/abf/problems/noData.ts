import { defineAbfProblem } from '../problem';

export const noData = defineAbfProblem({
  code: 'abf/no-data',
  title: 'no data',
  level: 'warning',
  documentation:
    'The header announces no samples. Such files are left behind when an acquisition stopped before its first sweep, or was not closed (pCLAMP can recover some). Protocols saved as ABF have no data either.',
});
