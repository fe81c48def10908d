import { somaGeometry } from '../measures/soma';
import { defineCheck } from './check';

export const hasNonzeroSomaRadius = defineCheck({
  neuromName: 'has_nonzero_soma_radius',
  title: 'soma without size',
  shipped: true,
  criterion: 'the radius of the soma is greater than 0 µm',
  impliedBy: ['morph/no-soma-found'],
  documentation:
    'The soma has no size, or there is none. Its radius is NeuroM’s: half the diameter of a sphere, the mean distance to the centre of a contour, the radius of a sphere with the same area for cylinders.',
  examples: {
    good: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n` }],
    bad: [{ format: 'swc', text: `1 1 0 0 0 0 -1\n^^^^^^^^^^^^^^\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n` }],
  },
  run: (morphology, report) => {
    const { radius } = somaGeometry(morphology.soma);
    if (radius > 0) return;
    report({}, () => `The soma (${morphology.soma.type}) has a radius of 0 µm; expected more.`);
  },
});
