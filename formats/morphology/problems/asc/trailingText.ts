import { defineProblem } from '../../problem';

export const trailingText = defineProblem({
  code: 'morph/trailing-text',
  title: 'text outside of blocks',
  level: 'warning',
  category: 'syntax',
  formats: ['asc'],
  documentation:
    'Outside of blocks MorphIO skips everything up to the next `(` without a word: a stray `)`, a name that was meant to stand inside, the rest of a cut line. Comments begin with `;`.',
  examples: {
    good: [{ format: 'asc', text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2))\n; written by hand\n' }],
    bad: [
      { format: 'asc', text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2))\ngarbage\n^^^^^^^\n' },
      { format: 'asc', text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2)))\n            ^\n' },
    ],
  },
});
