import { topologyOf } from '../topology';
import { defineCheck } from './check';
import { micrometres } from '../geometry';

/** µm. */
const MOST = 30;

export const hasNoJumps = defineCheck({
  neuromName: 'has_no_jumps',
  title: 'jump in depth',
  shipped: false,
  criterion: 'no segment spans more than 30 µm in z',
  documentation:
    'Consecutive points lie more than 30 µm apart in z: slices were stacked wrongly, or a point belongs elsewhere. The first segment of a neurite is left out.',
  examples: {
    good: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n4 3 0 9 9 1 3\n` }],
    bad: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n4 3 0 9 40 1 3\n^^^^^^^^^^^^^^\n` }],
  },
  run: ({ sections, points }, report) => {
    const { rootOf } = topologyOf(sections);
    let neurite = -1;
    let isFirst = true;
    for (let section = 0; section < sections.count; section++) {
      if (rootOf[section] !== neurite) isFirst = true;
      neurite = rootOf[section] ?? -1;
      const end = sections.offsets[section + 1] ?? 0;
      for (let point = sections.offsets[section] ?? 0; point + 1 < end; point++) {
        const jump = Math.abs((points[3 * point + 5] ?? 0) - (points[3 * point + 2] ?? 0));
        if (jump > MOST && !isFirst) {
          report(
            { section, point: point + 1 },
            () => `This point lies ${micrometres(jump)} from the one before it in z; expected at most ${MOST} µm.`,
          );
        }
        isFirst = false;
      }
    }
  },
});
