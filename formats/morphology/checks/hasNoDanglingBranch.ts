import type { Morphology } from '../model';
import { AXON } from '../sectionTypes';
import { topologyOf } from '../topology';
import { defineCheck } from './check';
import { distance, micrometres, pointOf } from '../geometry';

/** µm. */
const MOST = 12;

export const hasNoDanglingBranch = defineCheck({
  neuromName: 'has_no_dangling_branch',
  title: 'dangling neurite',
  shipped: false,
  criterion: 'every neurite begins within 12 µm of the soma, or an axon on a dendrite',
  documentation:
    'A neurite begins more than 12 µm outside the soma; an axon may begin at a dendrite instead, no farther than its diameter and 2 µm.',
  examples: {
    good: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n` }],
    bad: [{ format: 'swc', text: `1 1 0 0 0 5 -1\n2 3 0 50 0 1 1\n^^^^^^^^^^^^^^\n3 3 0 59 0 1 2\n` }],
  },
  run: ({ sections, points, diameters, soma }, report) => {
    const count = soma.diameters.length;
    if (count === 0) return;
    const center = meanOf(soma.points, count);
    let reach = 0;
    for (let i = 0; i < count; i++) reach = Math.max(reach, distance(pointOf(soma.points, i), center));
    const { rootOf, roots } = topologyOf(sections);
    for (const section of roots) {
      const first = sections.offsets[section] ?? 0;
      const start = pointOf(points, first);
      const gap = distance(start, center) - reach;
      if (gap <= MOST) continue;
      const isAxon = sections.types[section] === AXON;
      if (isAxon && isAtDendrite({ sections, points, diameters }, rootOf, start)) continue;
      report(
        { section, point: first },
        () =>
          `This neurite begins ${micrometres(gap)} outside the soma${isAxon ? ' and at no dendrite' : ''}; expected at most ${MOST} µm.`,
      );
    }
  },
});

/** Mean of the first points of a list [n, 3]. */
function meanOf(points: Float32Array, count: number): readonly [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [x, y, z] = pointOf(points, i);
    sum[0] += x;
    sum[1] += y;
    sum[2] += z;
  }
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

/** Whether a place is nearer to a point of a dendrite than its diameter and 2 µm. */
function isAtDendrite(
  { sections, points, diameters }: Pick<Morphology, 'sections' | 'points' | 'diameters'>,
  rootOf: Uint32Array,
  place: readonly [number, number, number],
): boolean {
  for (let section = 0; section < sections.count; section++) {
    if (sections.types[rootOf[section] ?? 0] === AXON) continue;
    const end = sections.offsets[section + 1] ?? 0;
    for (let point = sections.offsets[section] ?? 0; point < end; point++) {
      if (distance(pointOf(points, point), place) < (diameters[point] ?? 0) + 2) return true;
    }
  }
  return false;
}
