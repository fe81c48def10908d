import { defineCheck } from './check';
import { micrometres, sectionLength } from '../geometry';

/** µm. */
const RADIUS = 0.05;
const LENGTH = 50;

export const hasNoNarrowNeuriteSection = defineCheck({
  neuromName: 'has_no_narrow_neurite_section',
  title: 'narrow section',
  shipped: false,
  criterion: 'the mean radius of sections above 50 µm is at least 0.05 µm',
  documentation: 'A section longer than 50 µm has a mean radius below 0.05 µm.',
  examples: {
    good: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n` }],
    bad: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 0.04 1\n^^^^^^^^^^^^^^^^\n3 3 0 99 0 0.04 2\n` }],
  },
  run: (morphology, report) => {
    const { sections, diameters } = morphology;
    for (let section = 0; section < sections.count; section++) {
      const start = sections.offsets[section] ?? 0;
      const end = sections.offsets[section + 1] ?? 0;
      let sum = 0;
      for (let point = start; point < end; point++) sum += (diameters[point] ?? 0) / 2;
      const mean = sum / (end - start);
      if (mean < RADIUS && sectionLength(morphology, section) > LENGTH) {
        report(
          { section, point: start },
          () =>
            `Section ${section} has a mean radius of ${micrometres(mean)}; expected at least ${RADIUS} µm in a section longer than ${LENGTH} µm.`,
        );
      }
    }
  },
});
