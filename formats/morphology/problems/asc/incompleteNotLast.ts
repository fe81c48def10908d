import { defineProblem } from '../../problem';

export const incompleteNotLast = defineProblem({
  code: 'morph/incomplete-not-last',
  title: 'Incomplete before the end',
  level: 'error',
  category: 'syntax',
  formats: ['asc'],
  documentation:
    '`Incomplete` says that the tracing of a branch stops before its end. It is the last word of a branch, before `)` or `|`; MorphIO refuses a file with something behind it (`RawDataError`, "\'Incomplete\' tag must finish the branch").',
  examples: {
    good: [{ format: 'asc', text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2) Incomplete)\n' }],
    bad: [{ format: 'asc', text: '((Dendrite)\n  (0 0 0 2) Incomplete\n            ^^^^^^^^^^\n  (0 5 0 2))\n' }],
  },
});
