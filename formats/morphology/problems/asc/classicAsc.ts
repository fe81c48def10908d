import { defineProblem } from '../../problem';

export const classicAsc = defineProblem({
  code: 'morph/classic-asc',
  title: 'old or binary Neurolucida format',
  level: 'error',
  category: 'file',
  formats: ['asc'],
  documentation:
    'Neurolucida has three formats: text of version 3, which is read here and by MorphIO; "classic" text with a line `[major,minor] (x,y,z) diameter` a point; and binary `.DAT` files. The latter two must be opened in Neurolucida (or its free viewer) and saved as "Neurolucida ASCII".',
  examples: {
    good: [{ format: 'asc', text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2))\n' }],
    bad: [{ format: 'asc', text: '[2,1] (0,0,0) 2\n^^^^^\n[2,2] (0,5,0) 2\n' }],
  },
});
