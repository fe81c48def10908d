import { defineProblem } from '../../problem';

export const notNeurolucida = defineProblem({
  code: 'morph/not-neurolucida',
  title: 'not a Neurolucida file',
  level: 'error',
  category: 'file',
  formats: ['asc'],
  documentation:
    'The file ends on `.asc` but is something else, which MorphIO refuses at its first parenthesis (`RawDataError`).',
  examples: {
    good: [{ format: 'asc', text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2))\n' }],
    bad: [{ format: 'asc', text: '-----BEGIN PGP MESSAGE-----\n^^^^^^^^^^^^^^^^^^^^^^^^^^^\nVersion: GnuPG (1.4)\n' }],
  },
});
