/** Lengths and places of points, segments and sections; all in µm. */
import type { Morphology } from './model';

/** Length of the segment from a point to the next, in µm. */
export function segmentLength({ points }: Morphology, point: number): number {
  const at = 3 * point;
  return Math.hypot(
    (points[at + 3] ?? 0) - (points[at] ?? 0),
    (points[at + 4] ?? 0) - (points[at + 1] ?? 0),
    (points[at + 5] ?? 0) - (points[at + 2] ?? 0),
  );
}

export function sectionLength(morphology: Morphology, section: number): number {
  const end = morphology.sections.offsets[section + 1] ?? 0;
  let length = 0;
  for (let point = morphology.sections.offsets[section] ?? 0; point + 1 < end; point++) {
    length += segmentLength(morphology, point);
  }
  return length;
}

/** Coordinates of a point of some list [n, 3], in µm. */
export function pointOf(points: Float32Array, index: number): readonly [number, number, number] {
  return [points[3 * index] ?? 0, points[3 * index + 1] ?? 0, points[3 * index + 2] ?? 0];
}

export function distance(a: readonly [number, number, number], b: readonly [number, number, number]): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** "12.3 µm", with four digits. */
export function micrometres(value: number): string {
  return `${Number(value.toPrecision(4))} µm`;
}
