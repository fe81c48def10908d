import { defineCheck } from './check';
import { micrometres } from '../geometry';

/** µm; NeuroM's default is 0, its shipped configuration says 0.007. */
const THRESHOLD = 0.007;

export const hasAllNonzeroNeuriteRadii = defineCheck({
  neuromName: 'has_all_nonzero_neurite_radii',
  title: 'radius near zero',
  shipped: true,
  criterion: 'every radius is greater than 0.007 µm',
  impliedBy: ['morph/zero-diameter'],
  documentation:
    'The radius of a point is at most 0.007 µm: no neurite is that thin, and a simulation takes its resistance for nearly infinite.',
  examples: {
    good: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n` }],
    bad: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 0.005 2\n^^^^^^^^^^^^^^^^^\n` }],
  },
  run: ({ sections, diameters }, report) => {
    for (let section = 0; section < sections.count; section++) {
      const end = sections.offsets[section + 1] ?? 0;
      for (let point = sections.offsets[section] ?? 0; point < end; point++) {
        const radius = (diameters[point] ?? 0) / 2;
        if (radius <= THRESHOLD) {
          report({ section, point }, () => `The radius is ${micrometres(radius)}; expected more than ${THRESHOLD} µm.`);
        }
      }
    }
  },
});
