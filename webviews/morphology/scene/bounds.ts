/** Where a morphology lies in space. */
import type { Morphology } from '../../../formats/morphology/model';

export type Vector = readonly [number, number, number];

export interface Bounds {
  /** µm. */
  readonly minimum: Vector;
  /** µm. */
  readonly maximum: Vector;
}

/** Of what has no points. */
export const EMPTY_BOUNDS: Bounds = { minimum: [-10, -10, -10], maximum: [10, 10, 10] };

/** Of all finite points of sections and soma; a cube of 20 µm around the origin where there are none. */
export function boundsOf({ points, soma }: Morphology): Bounds {
  const minimum: [number, number, number] = [Infinity, Infinity, Infinity];
  const maximum: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  widen(minimum, maximum, points, () => 0);
  widen(minimum, maximum, soma.points, (point) => finite(soma.diameters[point]) / 2);
  return minimum[0] > maximum[0] ? EMPTY_BOUNDS : { minimum, maximum };
}

/** Of some points of a section, as a ball: what the camera flies to. */
export function ballOf(
  points: Float32Array,
  start: number,
  end: number,
): { readonly centre: Vector; readonly radius: number } {
  const minimum: [number, number, number] = [Infinity, Infinity, Infinity];
  const maximum: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  widen(minimum, maximum, points.subarray(start * 3, end * 3), () => 0);
  if (minimum[0] > maximum[0]) return { centre: [0, 0, 0], radius: 1 };
  return { centre: centreOf({ minimum, maximum }), radius: diagonalOf({ minimum, maximum }) / 2 };
}

export function centreOf({ minimum, maximum }: Bounds): Vector {
  return [(minimum[0] + maximum[0]) / 2, (minimum[1] + maximum[1]) / 2, (minimum[2] + maximum[2]) / 2];
}

export function diagonalOf({ minimum, maximum }: Bounds): number {
  return Math.hypot(maximum[0] - minimum[0], maximum[1] - minimum[1], maximum[2] - minimum[2]);
}

/** A number, and 0 for what is none: NaN and infinities occur in files. */
export function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}

function widen(
  minimum: [number, number, number],
  maximum: [number, number, number],
  points: Float32Array,
  radius: (point: number) => number,
): void {
  for (let i = 0; i + 2 < points.length; i += 3) {
    const x = points[i] ?? 0;
    const y = points[i + 1] ?? 0;
    const z = points[i + 2] ?? 0;
    if (!Number.isFinite(x + y + z)) continue;
    const r = radius(i / 3);
    if (x - r < minimum[0]) minimum[0] = x - r;
    if (y - r < minimum[1]) minimum[1] = y - r;
    if (z - r < minimum[2]) minimum[2] = z - r;
    if (x + r > maximum[0]) maximum[0] = x + r;
    if (y + r > maximum[1]) maximum[1] = y + r;
    if (z + r > maximum[2]) maximum[2] = z + r;
  }
}
