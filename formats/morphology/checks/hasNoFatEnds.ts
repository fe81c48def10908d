import { childCount, topologyOf } from '../topology';
import { defineCheck } from './check';
import { micrometres } from '../geometry';

const MULTIPLE = 2;
const LAST_POINTS = 5;

export const hasNoFatEnds = defineCheck({
  neuromName: 'has_no_fat_ends',
  title: 'thick end',
  shipped: false,
  impliedBy: ['morph/zero-diameter'],
  criterion: 'no tip is twice as thick as the points before it',
  documentation: 'The last point of a branch has a radius of at least twice the mean of its last five points.',
  examples: {
    good: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n` }],
    bad: [
      {
        format: 'swc',
        text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n4 3 0 10 0 1 3\n5 3 0 11 0 1 4\n6 3 0 12 0 9 5\n^^^^^^^^^^^^^^\n`,
      },
    ],
  },
  run: ({ sections, diameters }, report) => {
    const topology = topologyOf(sections);
    for (let section = 0; section < sections.count; section++) {
      if (childCount(topology, section) > 0) continue;
      const end = sections.offsets[section + 1] ?? 0;
      const from = Math.max((sections.offsets[section] ?? 0) + 1, end - LAST_POINTS);
      if (from >= end) continue;
      let sum = 0;
      for (let point = from; point < end; point++) sum += diameters[point] ?? 0;
      const mean = sum / (end - from);
      const last = diameters[end - 1] ?? 0;
      if (mean * MULTIPLE <= last) {
        report(
          { section, point: end - 1 },
          () =>
            `The tip has a radius of ${micrometres(last / 2)}; expected less than ${micrometres((MULTIPLE * mean) / 2)}, twice the mean of its last ${end - from} points.`,
        );
      }
    }
  },
});
