import type { Morphology } from '../model';
import { topologyOf } from '../topology';
import { somaGeometry } from './soma';

export interface ShollOptions {
  /** Only neurites whose root section is of this type. */
  readonly type?: number;
  /** µm. */
  readonly center?: readonly [number, number, number];
}

export interface ShollProfile {
  /** µm. */
  readonly center: readonly [number, number, number];
  /** What the centre is: without a soma, the first point of the first neurite. */
  readonly centerOf: 'soma' | 'neurite';
  /** [n], µm. */
  readonly radii: Float64Array;
  /** [n]. */
  readonly crossings: Uint32Array;
}

/** So many spheres are drawn at most. */
export const RADIUS_LIMIT = 10_000;

const ORIGIN = [0, 0, 0] as const;

/**
 * Segments that cross spheres around the soma's centre: those with one end within or on the sphere and the other beyond
 * or on it. A point exactly on a sphere counts in both of its segments. Source: NeuroM 4.0.4, `sholl_crossings`
 * (`neurom/features/morphology.py`). Without a soma and a centre, the spheres are around the origin.
 *
 * @param radii µm, in any order
 * @returns [radii]
 */
export function shollCrossings(
  morphology: Morphology,
  radii: ArrayLike<number>,
  { type, center = somaGeometry(morphology.soma).center ?? ORIGIN }: ShollOptions = {},
): Uint32Array {
  const { points, sections } = morphology;
  const { rootOf } = topologyOf(sections);
  const order = Uint32Array.from({ length: radii.length }, (_, i) => i).sort(
    (a, b) => (radii[a] ?? 0) - (radii[b] ?? 0),
  );
  const squares = Float64Array.from(order, (index) => (radii[index] ?? 0) ** 2);
  // Where a range of crossed spheres begins, 1 is added; behind its end it is taken away.
  const changes = new Int32Array(radii.length + 1);
  for (let section = 0; section < sections.count; section++) {
    if (type !== undefined && sections.types[rootOf[section] ?? 0] !== type) continue;
    const end = sections.offsets[section + 1] ?? 0;
    let before = NaN;
    for (let i = sections.offsets[section] ?? 0; i < end; i++) {
      const x = (points[3 * i] ?? 0) - center[0];
      const y = (points[3 * i + 1] ?? 0) - center[1];
      const z = (points[3 * i + 2] ?? 0) - center[2];
      const square = x * x + y * y + z * z;
      // The first point of a section has NaN before it, which nothing is less or greater than.
      if (square >= before || square <= before) {
        const first = countBelow(squares, Math.min(square, before));
        const last = countUpTo(squares, Math.max(square, before));
        if (first < last) {
          changes[first] = (changes[first] ?? 0) + 1;
          changes[last] = (changes[last] ?? 0) - 1;
        }
      }
      before = square;
    }
  }
  const crossings = new Uint32Array(radii.length);
  let crossed = 0;
  for (const [rank, index] of order.entries()) {
    crossed += changes[rank] ?? 0;
    crossings[index] = crossed;
  }
  return crossings;
}

/**
 * NeuroM's default profile (`sholl_frequency`): spheres from the soma's radius in steps, as long as they are below that
 * radius plus the greatest distance of a point; steps grow tenfold where there would be more than 10 000.
 *
 * @param step µm
 */
export function shollProfile(morphology: Morphology, type?: number, step = 10): ShollProfile {
  const { points, sections, soma } = morphology;
  const { radius, center: somaCenter } = somaGeometry(soma);
  const first = 3 * (sections.offsets[0] ?? 0);
  const center = somaCenter ?? [points[first] ?? 0, points[first + 1] ?? 0, points[first + 2] ?? 0];
  const reach = greatestDistance(morphology, center, type);
  let steps = step;
  while (reach / steps > RADIUS_LIMIT && Number.isFinite(reach)) steps *= 10;
  const count = Number.isFinite(reach) ? Math.max(0, Math.ceil(reach / steps)) : 0;
  const radii = Float64Array.from({ length: count }, (_, i) => radius + i * steps);
  const crossings = shollCrossings(morphology, radii, { center, ...(type !== undefined && { type }) });
  return { center, centerOf: somaCenter ? 'soma' : 'neurite', radii, crossings };
}

function greatestDistance(
  { points, sections }: Morphology,
  center: readonly [number, number, number],
  type: number | undefined,
): number {
  const { rootOf } = topologyOf(sections);
  let greatest = 0;
  for (let section = 0; section < sections.count; section++) {
    if (type !== undefined && sections.types[rootOf[section] ?? 0] !== type) continue;
    for (let i = sections.offsets[section] ?? 0; i < (sections.offsets[section + 1] ?? 0); i++) {
      const x = (points[3 * i] ?? 0) - center[0];
      const y = (points[3 * i + 1] ?? 0) - center[1];
      const z = (points[3 * i + 2] ?? 0) - center[2];
      const square = x * x + y * y + z * z;
      if (square > greatest) greatest = square;
    }
  }
  // Points are rounded to single precision: what that adds to a distance of 10 µm draws no further sphere.
  return Math.fround(Math.sqrt(greatest));
}

/** How many of the ascending values are below a bound. */
function countBelow(values: Float64Array, bound: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the ascending values are at most a bound. */
function countUpTo(values: Float64Array, bound: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
