import { defineAbfProblem } from '../problem';

export const invalidDate = defineAbfProblem({
  code: 'abf/invalid-date',
  title: 'invalid date',
  level: 'information',
  documentation:
    'The header has a date that does not exist in the calendar. Some programs that write ABF files leave it empty.',
});
