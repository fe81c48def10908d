import { defineAbfProblem } from '../problem';

export const userList = defineAbfProblem({
  code: 'abf/user-list',
  title: 'command varied by a list',
  level: 'information',
  documentation:
    'A user list changes a parameter of the protocol from sweep to sweep. The command is drawn by the epochs alone and may differ from what was applied.',
});
