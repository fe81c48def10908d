import { defineCheck } from './check';
import { micrometres, segmentLength } from '../geometry';

/** µm; NeuroM's default is 0, its shipped configuration says 0.01. */
const THRESHOLD = 0.01;

export const hasAllNonzeroSegmentLengths = defineCheck({
  neuromName: 'has_all_nonzero_segment_lengths',
  title: 'segment without length',
  shipped: true,
  criterion: 'every segment is longer than 0.01 µm',
  impliedBy: ['morph/duplicate-point'],
  documentation:
    'Two consecutive points lie at the same place or less than 0.01 µm apart. Features that divide by lengths fail on them.',
  examples: {
    good: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n` }],
    bad: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 5.005 0 1 2\n^^^^^^^^^^^^^^^^^\n` }],
  },
  run: (morphology, report) => {
    const { offsets, count } = morphology.sections;
    for (let section = 0; section < count; section++) {
      const end = offsets[section + 1] ?? 0;
      for (let point = offsets[section] ?? 0; point + 1 < end; point++) {
        const length = segmentLength(morphology, point);
        if (length <= THRESHOLD) {
          report(
            { section, point: point + 1 },
            () =>
              `The segment that ends here is ${micrometres(length)} long; expected more than ${THRESHOLD} µm: remove one of its points.`,
          );
        }
      }
    }
  },
});
