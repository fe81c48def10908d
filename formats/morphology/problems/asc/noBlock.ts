import { defineProblem } from '../../problem';

export const noBlock = defineProblem({
  code: 'morph/no-block',
  title: 'no block',
  level: 'warning',
  category: 'file',
  formats: ['asc'],
  documentation:
    'A Neurolucida file is made of blocks in parentheses. MorphIO reads one without any as an empty morphology. Other programs write files of this ending, too: PGP keys, AsciiDoc, ESRI grids, oscilloscope data.',
  examples: {
    good: [{ format: 'asc', text: '((Dendrite)\n  (0 0 0 2)\n  (0 5 0 2))\n' }],
    bad: [{ format: 'asc', text: 'ncols 4\n^^^^^^^\nnrows 3\n' }],
  },
});
