import { defineProblem } from '../../problem';

export const unsupportedNeuriteName = defineProblem({
  code: 'morph/unsupported-neurite-name',
  title: 'neurite of an unknown name',
  level: 'warning',
  category: 'value',
  formats: ['asc'],
  documentation:
    'The block branches like a neurite, but none of `(Axon)`, `(Dendrite)` and `(Apical)` says what it is. MorphIO reads it without a word as markers: the neurite is lost.\n\nGive it one of the three names.',
  examples: {
    good: [
      { format: 'asc', text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2))\n' },
      { format: 'asc', text: '("pia"\n  (0 0 0)\n  (0 5 0))\n' },
    ],
    bad: [{ format: 'asc', text: '("MyAxon"\n ^^^^^^^^\n  (0 0 0 2)\n  (0 5 0 2)\n  ((1 6 0 2) | (-1 6 0 2)))\n' }],
  },
});
