/** What a soma looks like, by its type: plain geometry for either way of drawing. */
import { ShapeUtils, Vector2 } from 'three';
import type { Soma } from '../../../formats/morphology/model';
import type { Vector } from './bounds';
import { finite } from './bounds';

export interface Frustum {
  readonly from: Vector;
  readonly to: Vector;
  /** µm. */
  readonly fromRadius: number;
  readonly toRadius: number;
}

export type SomaShape =
  | { readonly kind: 'none' }
  /** A soma of no known shape: its points. */
  | { readonly kind: 'points'; readonly points: readonly Vector[] }
  | { readonly kind: 'sphere'; readonly centre: Vector; readonly radius: number }
  | { readonly kind: 'frusta'; readonly frusta: readonly Frustum[] }
  /** A closed outline; `triangles` are indices of its points and fill it. */
  | { readonly kind: 'contour'; readonly points: readonly Vector[]; readonly triangles: readonly number[] };

/** More points than any soma has: a file with more is drawn up to here. */
const MOST_POINTS = 2000;

export function somaShape({ type, points: coordinates, diameters }: Soma): SomaShape {
  const points: Vector[] = [];
  const radii: number[] = [];
  for (let i = 0; i < Math.min(diameters.length, MOST_POINTS); i++) {
    const at = coordinates.subarray(i * 3, i * 3 + 3);
    if (!at.every(Number.isFinite)) continue;
    points.push([at[0] ?? 0, at[1] ?? 0, at[2] ?? 0]);
    radii.push(finite(diameters[i]) / 2);
  }
  const [first] = points;
  if (!first) return { kind: 'none' };
  switch (type) {
    case 'SOMA_SINGLE_POINT':
      return { kind: 'sphere', centre: first, radius: radii[0] ?? 0 };
    case 'SOMA_NEUROMORPHO_THREE_POINT_CYLINDERS':
      // The first point is the middle, the others are the ends (NeuroMorpho.org's convention).
      return { kind: 'frusta', frusta: frustaAlong([1, 0, 2], points, radii) };
    case 'SOMA_CYLINDERS':
      return { kind: 'frusta', frusta: frustaAlong([...points.keys()], points, radii) };
    case 'SOMA_SIMPLE_CONTOUR':
      return { kind: 'contour', points, triangles: fill(points) };
    case 'SOMA_UNDEFINED':
      return { kind: 'points', points };
  }
}

function frustaAlong(order: readonly number[], points: readonly Vector[], radii: readonly number[]): Frustum[] {
  return order.slice(1).flatMap((to, i) => {
    const from = order[i] ?? 0;
    const [start, end] = [points[from], points[to]];
    return start && end ? [{ from: start, to: end, fromRadius: radii[from] ?? 0, toRadius: radii[to] ?? 0 }] : [];
  });
}

/** Triangles in the plane of the two axes along which the outline is longest. */
function fill(points: readonly Vector[]): readonly number[] {
  const extents = ([0, 1, 2] as const).map((axis) => {
    const values = points.map((point) => point[axis]);
    return { axis, extent: Math.max(...values) - Math.min(...values) };
  });
  const [first, second] = extents.sort((a, b) => b.extent - a.extent);
  if (!first || !second) return [];
  const flat = points.map((point) => new Vector2(point[first.axis], point[second.axis]));
  // The triangulation takes outlines of one direction only.
  const isClockwise = ShapeUtils.area(flat) < 0;
  const count = flat.length;
  const triangles = ShapeUtils.triangulateShape(isClockwise ? flat.reverse() : flat, []).flat();
  return isClockwise ? triangles.map((index) => count - 1 - index) : triangles;
}
