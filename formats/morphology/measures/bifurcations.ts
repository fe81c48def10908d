import type { Morphology } from '../model';
import type { Topology } from '../topology';

/** What is measured where a section has exactly two children; all arrays are [sections], 0 elsewhere. */
export interface BifurcationMeasures {
  /** |n − m| / (n + m) of the sections in the two subtrees; 0 where both are one. */
  readonly partitionAsymmetries: Float64Array;
  /** µm: difference of the lengths of the two subtrees. */
  readonly lengthDifferences: Float64Array;
  /** rad. */
  readonly localAngles: Float64Array;
  /** rad. */
  readonly remoteAngles: Float64Array;
  readonly siblingRatios: Float64Array;
  readonly diameterPowers: Float64Array;
}

/** @param lengths [sections], µm */
export function measureBifurcations(
  morphology: Morphology,
  { childOffsets, children }: Topology,
  lengths: Float64Array,
): BifurcationMeasures {
  const { points, diameters, sections } = morphology;
  const { count, offsets, parents } = sections;
  const partitionAsymmetries = new Float64Array(count);
  const lengthDifferences = new Float64Array(count);
  const localAngles = new Float64Array(count);
  const remoteAngles = new Float64Array(count);
  const siblingRatios = new Float64Array(count);
  const diameterPowers = new Float64Array(count);
  // Of a section and all below it: children stand behind their parents.
  const subtreeSections = new Float64Array(count).fill(1);
  const subtreeLengths = lengths.slice();
  for (let section = count - 1; section >= 0; section--) {
    const parent = parents[section] ?? -1;
    if (parent >= 0) {
      subtreeSections[parent] = (subtreeSections[parent] ?? 0) + (subtreeSections[section] ?? 0);
      subtreeLengths[parent] = (subtreeLengths[parent] ?? 0) + (subtreeLengths[section] ?? 0);
    }
    const at = childOffsets[section] ?? 0;
    if ((childOffsets[section + 1] ?? 0) - at !== 2) continue;
    const one = children[at] ?? 0;
    const two = children[at + 1] ?? 0;
    const n = subtreeSections[one] ?? 0;
    const m = subtreeSections[two] ?? 0;
    partitionAsymmetries[section] = n === 1 && m === 1 ? 0 : Math.abs(n - m) / (n + m);
    lengthDifferences[section] = Math.abs((subtreeLengths[one] ?? 0) - (subtreeLengths[two] ?? 0));
    const fork = (offsets[section + 1] ?? 0) - 1;
    localAngles[section] = angle(points, fork, firstElsewhere(morphology, one), firstElsewhere(morphology, two));
    remoteAngles[section] = angle(points, fork, (offsets[one + 1] ?? 0) - 1, (offsets[two + 1] ?? 0) - 1);
    const diameter = diameters[fork] ?? 0;
    const first = diameters[secondPoint(morphology, one)] ?? 0;
    const second = diameters[secondPoint(morphology, two)] ?? 0;
    siblingRatios[section] = Math.min(first, second) / Math.max(first, second);
    diameterPowers[section] = (diameter / first) ** 1.5 + (diameter / second) ** 1.5;
  }
  return { partitionAsymmetries, lengthDifferences, localAngles, remoteAngles, siblingRatios, diameterPowers };
}

/** The first is the parent's last; a section of one point has no other. */
function secondPoint({ sections: { offsets } }: Morphology, section: number): number {
  const start = offsets[section] ?? 0;
  return Math.min(start + 1, Math.max(start, (offsets[section + 1] ?? 0) - 1));
}

/** The first point of a section that lies elsewhere than its first; the second where there is none. */
function firstElsewhere({ points, sections: { offsets } }: Morphology, section: number): number {
  const start = offsets[section] ?? 0;
  const end = offsets[section + 1] ?? 0;
  for (let i = start + 1; i < end; i++) {
    const isSame =
      points[3 * i] === points[3 * start] &&
      points[3 * i + 1] === points[3 * start + 1] &&
      points[3 * i + 2] === points[3 * start + 2];
    if (!isSame) return i;
  }
  return Math.min(start + 1, Math.max(start, end - 1));
}

/** In rad, at a point between the lines to two others; 0 where one of them lies on it. */
function angle(points: Float32Array, at: number, one: number, two: number): number {
  const x = points[3 * at] ?? 0;
  const y = points[3 * at + 1] ?? 0;
  const z = points[3 * at + 2] ?? 0;
  const ax = (points[3 * one] ?? 0) - x;
  const ay = (points[3 * one + 1] ?? 0) - y;
  const az = (points[3 * one + 2] ?? 0) - z;
  const bx = (points[3 * two] ?? 0) - x;
  const by = (points[3 * two + 1] ?? 0) - y;
  const bz = (points[3 * two + 2] ?? 0) - z;
  const cross = Math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx);
  return Math.atan2(cross, ax * bx + ay * by + az * bz);
}
