import { principalExtents } from '../measures/extents';
import { topologyOf } from '../topology';
import { defineCheck } from './check';
import { neuritePoints } from './neuritePoints';
import { micrometres } from '../geometry';

const RATIO = 0.1;

export const hasNoFlatNeurites = defineCheck({
  neuromName: 'has_no_flat_neurites',
  title: 'flat neurite',
  shipped: false,
  criterion: 'the least extent of a neurite is at least a tenth of the next',
  documentation:
    'The points of a neurite lie nearly in a plane: its least principal extent is below a tenth of the second least. Slices shrink; a reconstruction in two dimensions is flat altogether.',
  examples: {
    good: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 4 9 0 1 2\n4 3 0 12 4 1 3\n5 3 -4 16 0 1 4\n` }],
    bad: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n^^^^^^^^^^^^^\n3 3 4 9 0 1 2\n4 3 -4 12 0 1 3\n` }],
  },
  run: ({ sections, points }, report) => {
    const { roots, rootOf } = topologyOf(sections);
    const members = neuritePoints({ sections, points }, rootOf);
    for (const section of roots) {
      const [least = 0, next = 0] = [...principalExtents(members.get(section) ?? new Float32Array(0))].sort(
        (a, b) => a - b,
      );
      if (least / next < RATIO) {
        report(
          { section, point: sections.offsets[section] ?? 0 },
          () =>
            `This neurite is flat: ${micrometres(least)} by ${micrometres(next)} in its least extents; expected a ratio of at least ${RATIO}.`,
        );
      }
    }
  },
});
