import type { Morphology } from '../model';
import { defineCheck } from './check';
import { segmentLength } from '../geometry';
import { pointName } from '../places';

/** Pairs of segments that are compared in one section before the rest of it is taken for good. */
const MOST_PAIRS = 5_000_000;

export const hasNoBackTracking = defineCheck({
  neuromName: 'has_no_back_tracking',
  title: 'branch runs back into itself',
  shipped: false,
  criterion: 'no segment ends inside an earlier one of its section',
  documentation:
    'A segment turns back and ends inside the cylinder of an earlier segment of the same section: points are out of order, or were clicked twice.',
  examples: {
    good: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n4 3 0 12 0 1 3\n` }],
    bad: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 15 0 1 2\n4 3 0 9 0 1 3\n^^^^^^^^^^^^^\n` }],
  },
  run: (morphology, report) => {
    const { count, offsets } = morphology.sections;
    for (let section = 0; section < count; section++) {
      const start = offsets[section] ?? 0;
      const end = offsets[section + 1] ?? 0;
      // NeuroM leaves sections of one segment out.
      if (end - start <= 2) continue;
      const found = turningPoint(morphology, start, end);
      if (found !== undefined) {
        report(
          { section, point: found.point },
          () =>
            `Section ${section} runs back here into its own segment before ${pointName(morphology, found.into)}: mend the order of its points.`,
        );
      }
    }
  },
});

/** The first segment (by its end point) that ends inside an earlier one, and that one. */
function turningPoint(
  morphology: Morphology,
  start: number,
  end: number,
): { readonly point: number; readonly into: number } | undefined {
  let pairs = 0;
  for (let later = start + 1; later + 1 < end; later++) {
    if (isZero(morphology, later)) continue;
    for (let earlier = start; earlier < later; earlier++) {
      if (isZero(morphology, earlier)) continue;
      if (++pairs > MOST_PAIRS) return undefined;
      if (endsInside(morphology, later, earlier)) return { point: later + 1, into: earlier + 1 };
    }
  }
  return undefined;
}

/** NumPy's `allclose` has a tolerance of 1e-8 and 1e-5 of the value. */
function isZero({ points }: Morphology, segment: number): boolean {
  for (let axis = 0; axis < 3; axis++) {
    const a = points[3 * segment + axis] ?? 0;
    const b = points[3 * segment + 3 + axis] ?? 0;
    if (Math.abs(a - b) > 1e-8 + 1e-5 * Math.abs(b)) return false;
  }
  return true;
}

function endsInside(morphology: Morphology, later: number, earlier: number): boolean {
  const { points, diameters } = morphology;
  let turn = 0;
  let along = 0;
  let squared = 0;
  for (let axis = 0; axis < 3; axis++) {
    const from = points[3 * earlier + axis] ?? 0;
    const to = points[3 * earlier + 3 + axis] ?? 0;
    const tip = points[3 * later + 3 + axis] ?? 0;
    const fromCenter = tip - (from + to) / 2;
    turn += (to - from) * (tip - (points[3 * later + axis] ?? 0));
    along += fromCenter * (to - from);
    squared += fromCenter * fromCenter;
  }
  if (turn >= 0) return false;
  const length = segmentLength(morphology, earlier);
  const projection = Math.abs(along) / length;
  const radius = (segment: number): number => Math.max(diameters[segment] ?? 0, diameters[segment + 1] ?? 0) / 2;
  const aside = Math.sqrt(Math.max(0, squared - projection * projection));
  return aside <= radius(later) + radius(earlier) && projection < 0.55 * length;
}
