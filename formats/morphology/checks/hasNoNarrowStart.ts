import { topologyOf } from '../topology';
import { defineCheck } from './check';
import { micrometres } from '../geometry';

const FRACTION = 0.9;

export const hasNoNarrowStart = defineCheck({
  neuromName: 'has_no_narrow_start',
  title: 'narrow start',
  shipped: false,
  criterion: 'no neurite begins with less than 0.9 of its second radius',
  documentation: 'The first point of a neurite is thinner than 0.9 of the second.',
  examples: {
    good: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n` }],
    bad: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 0.5 1\n^^^^^^^^^^^^^^^\n3 3 0 9 0 1 2\n` }],
  },
  run: ({ sections, diameters }, report) => {
    for (const section of topologyOf(sections).roots) {
      const point = sections.offsets[section] ?? 0;
      if (point + 1 >= (sections.offsets[section + 1] ?? 0)) continue;
      const first = (diameters[point] ?? 0) / 2;
      const second = (diameters[point + 1] ?? 0) / 2;
      if (first < FRACTION * second) {
        report(
          { section, point },
          () =>
            `The neurite begins with a radius of ${micrometres(first)}; expected at least ${micrometres(FRACTION * second)}, ${FRACTION} of its second point’s.`,
        );
      }
    }
  },
});
