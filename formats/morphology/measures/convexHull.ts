import { pointOf } from '../geometry';
import { doubtBelow, exactOrientation } from './orientation';

/** Hulls flatter than this fraction of the greatest coordinate are none, as in Qhull, which SciPy uses. */
const FLAT = 1e-14;

/**
 * Volume of the convex hull of points [n, 3], in the cube of their unit. undefined where there is none: fewer than four
 * points, all in a plane, or not all finite. Quickhull (Barber, Dobkin and Huhdanpaa 1996); sides of planes are
 * decided without error, so that the hull stays closed whatever the points.
 */
export function convexHullVolume(points: Float32Array): number | undefined {
  const simplex = firstSimplex(points);
  if (!simplex) return undefined;
  return new Hull(points, simplex).volume();
}

type Simplex = readonly [number, number, number, number];

/** Four points far apart, or undefined where all lie in a plane. */
function firstSimplex(points: Float32Array): Simplex | undefined {
  const count = Math.floor(points.length / 3);
  if (count < 4) return undefined;
  const extremes = [0, 0, 0, 0, 0, 0];
  let greatest = 0;
  for (let i = 0; i < count; i++) {
    for (let axis = 0; axis < 3; axis++) {
      const value = points[3 * i + axis] ?? 0;
      const size = Math.abs(value);
      if (!(size < Infinity)) return undefined;
      if (size > greatest) greatest = size;
      if (value < (points[3 * (extremes[2 * axis] ?? 0) + axis] ?? 0)) extremes[2 * axis] = i;
      if (value > (points[3 * (extremes[2 * axis + 1] ?? 0) + axis] ?? 0)) extremes[2 * axis + 1] = i;
    }
  }
  const flat = FLAT * greatest;
  let [a, b] = [0, 0];
  let farthest = -1;
  for (const one of extremes) {
    for (const two of extremes) {
      const apart = lengthOf(difference(points, one, two));
      if (apart > farthest) [farthest, a, b] = [apart, one, two];
    }
  }
  if (!(farthest > flat)) return undefined;
  const line = difference(points, a, b);
  const c = farthestFromLine(points, a, line);
  const normal = cross(line, difference(points, a, c));
  const area = lengthOf(normal);
  if (!(area / farthest > flat)) return undefined;
  const d = farthestFromPlane(points, a, normal);
  if (!(Math.abs(dot(normal, difference(points, a, d))) / area > flat)) return undefined;
  // The three are seen turning left from outside.
  return exactOrientation(points, a, b, c, d) < 0 ? [a, b, c, d] : [a, c, b, d];
}

function farthestFromLine(points: Float32Array, from: number, [lx, ly, lz]: Vector): number {
  const [fx, fy, fz] = pointOf(points, from);
  let found = from;
  let greatest = -1;
  for (let at = 0; at + 2 < points.length; at += 3) {
    const x = (points[at] ?? 0) - fx;
    const y = (points[at + 1] ?? 0) - fy;
    const z = (points[at + 2] ?? 0) - fz;
    const cx = ly * z - lz * y;
    const cy = lz * x - lx * z;
    const cz = lx * y - ly * x;
    const square = cx * cx + cy * cy + cz * cz;
    if (square > greatest) {
      greatest = square;
      found = at / 3;
    }
  }
  return found;
}

function farthestFromPlane(points: Float32Array, from: number, [nx, ny, nz]: Vector): number {
  const [fx, fy, fz] = pointOf(points, from);
  let found = from;
  let greatest = -1;
  for (let at = 0; at + 2 < points.length; at += 3) {
    const height = Math.abs(
      nx * ((points[at] ?? 0) - fx) + ny * ((points[at + 1] ?? 0) - fy) + nz * ((points[at + 2] ?? 0) - fz),
    );
    if (height > greatest) {
      greatest = height;
      found = at / 3;
    }
  }
  return found;
}

/** Triangles around the points so far; the points outside hang on one triangle each that they see. */
class Hull {
  readonly #points: Float32Array;
  readonly #doubt: number;
  /** [faces × 3]: corners; the face turns left seen from outside. */
  readonly #corners: number[] = [];
  /** [faces × 3]: the face beyond the edge from corner i to corner i + 1. */
  readonly #neighbours: number[] = [];
  /** [faces × 3]: outward, as long as twice the area. */
  readonly #normals: number[] = [];
  /** [faces]: first point outside, −1 for none; −2 for a face that is gone. */
  readonly #outside: number[] = [];
  /** [faces]: the farthest of them, and its height. */
  readonly #farthest: number[] = [];
  readonly #greatestHeight: number[] = [];
  /** [points]: the next point outside the same face. */
  readonly #next: Int32Array;

  constructor(points: Float32Array, simplex: Simplex) {
    this.#points = points;
    const count = Math.floor(points.length / 3);
    this.#next = new Int32Array(count).fill(-1);
    let extent = 0;
    for (let axis = 0; axis < 3; axis++) {
      let least = Infinity;
      let greatest = -Infinity;
      for (let i = axis; i < 3 * count; i += 3) {
        const value = points[i] ?? 0;
        if (value < least) least = value;
        if (value > greatest) greatest = value;
      }
      if (greatest - least > extent) extent = greatest - least;
    }
    this.#doubt = doubtBelow(extent);
    const [a, b, c, d] = simplex;
    this.#addFace(a, b, c, 1, 2, 3);
    this.#addFace(b, a, d, 0, 3, 2);
    this.#addFace(c, b, d, 0, 1, 3);
    this.#addFace(a, c, d, 0, 2, 1);
    const all = [0, 1, 2, 3];
    for (let i = 0; i < count; i++) this.#hang(i, all);
    const open = [...all];
    for (let face = open.pop(); face !== undefined; face = open.pop()) {
      if ((this.#outside[face] ?? -1) >= 0) open.push(...this.#extend(face));
    }
  }

  volume(): number {
    const origin = this.#corners[0] ?? 0;
    let six = 0;
    for (const [face, outside] of this.#outside.entries()) {
      if (outside !== -2) six += this.#height(face, origin);
    }
    // The origin lies below every face.
    return -six / 6;
  }

  #addFace(a: number, b: number, c: number, ab: number, bc: number, ca: number): number {
    const normal = cross(difference(this.#points, a, b), difference(this.#points, a, c));
    this.#corners.push(a, b, c);
    this.#neighbours.push(ab, bc, ca);
    this.#normals.push(...normal);
    this.#farthest.push(-1);
    this.#greatestHeight.push(-Infinity);
    return this.#outside.push(-1) - 1;
  }

  /** Height of a point over a face's plane, times twice the face's area. */
  #height(face: number, point: number): number {
    const points = this.#points;
    const corner = 3 * (this.#corners[3 * face] ?? 0);
    const at = 3 * point;
    return (
      (this.#normals[3 * face] ?? 0) * ((points[at] ?? 0) - (points[corner] ?? 0)) +
      (this.#normals[3 * face + 1] ?? 0) * ((points[at + 1] ?? 0) - (points[corner + 1] ?? 0)) +
      (this.#normals[3 * face + 2] ?? 0) * ((points[at + 2] ?? 0) - (points[corner + 2] ?? 0))
    );
  }

  /** Whether a point lies outside a face's plane, not in it. */
  #sees(face: number, point: number, height: number): boolean {
    if (height > this.#doubt) return true;
    if (height < -this.#doubt) return false;
    const [a = 0, b = 0, c = 0] = this.#corners.slice(3 * face, 3 * face + 3);
    return point !== a && point !== b && point !== c && exactOrientation(this.#points, a, b, c, point) > 0;
  }

  /** Hangs a point on the first of some faces that it sees; on none where it is inside. */
  #hang(point: number, faces: readonly number[]): void {
    for (const face of faces) {
      const height = this.#height(face, point);
      if (!this.#sees(face, point, height)) continue;
      if (height > (this.#greatestHeight[face] ?? -Infinity)) {
        this.#greatestHeight[face] = height;
        this.#farthest[face] = point;
      }
      this.#next[point] = this.#outside[face] ?? -1;
      this.#outside[face] = point;
      return;
    }
  }

  /** Takes the farthest point of a face into the hull: what it sees goes, a cone from the edge of that comes. */
  #extend(face: number): readonly number[] {
    const point = this.#farthest[face] ?? 0;
    const seen = [face];
    const orphans = [this.#outside[face] ?? -1];
    this.#outside[face] = -2;
    // Edges between what is seen and what is not: from, to, the face beyond.
    const horizon: number[] = [];
    // Grows while it is walked.
    for (const current of seen) {
      for (let edge = 0; edge < 3; edge++) {
        const beyond = this.#neighbours[3 * current + edge] ?? 0;
        if (this.#outside[beyond] === -2) continue;
        if (this.#sees(beyond, point, this.#height(beyond, point))) {
          orphans.push(this.#outside[beyond] ?? -1);
          this.#outside[beyond] = -2;
          seen.push(beyond);
        } else {
          horizon.push(
            this.#corners[3 * current + edge] ?? 0,
            this.#corners[3 * current + ((edge + 1) % 3)] ?? 0,
            beyond,
          );
        }
      }
    }
    const faces = this.#cone(point, horizon);
    for (const first of orphans) {
      for (let orphan = first; orphan >= 0;) {
        const next = this.#next[orphan] ?? -1;
        if (orphan !== point) this.#hang(orphan, faces);
        orphan = next;
      }
    }
    return faces;
  }

  #cone(point: number, horizon: readonly number[]): readonly number[] {
    const faces: number[] = [];
    const byStart = new Map<number, number>();
    for (let i = 0; i < horizon.length; i += 3) {
      const from = horizon[i] ?? 0;
      const to = horizon[i + 1] ?? 0;
      const beyond = horizon[i + 2] ?? 0;
      const face = this.#addFace(from, to, point, beyond, -1, -1);
      for (let edge = 0; edge < 3; edge++) {
        if (this.#corners[3 * beyond + edge] === to && this.#corners[3 * beyond + ((edge + 1) % 3)] === from) {
          this.#neighbours[3 * beyond + edge] = face;
        }
      }
      byStart.set(from, face);
      faces.push(face);
    }
    for (const face of faces) {
      const follower = byStart.get(this.#corners[3 * face + 1] ?? 0) ?? 0;
      this.#neighbours[3 * face + 1] = follower;
      this.#neighbours[3 * follower + 2] = face;
    }
    return faces;
  }
}

type Vector = readonly [number, number, number];

/** From one point to another. */
function difference(points: Float32Array, from: number, to: number): Vector {
  return [
    (points[3 * to] ?? 0) - (points[3 * from] ?? 0),
    (points[3 * to + 1] ?? 0) - (points[3 * from + 1] ?? 0),
    (points[3 * to + 2] ?? 0) - (points[3 * from + 2] ?? 0),
  ];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function lengthOf(vector: Vector): number {
  return Math.sqrt(dot(vector, vector));
}
