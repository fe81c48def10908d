/** Which section is under the pointer: the distance on the screen to projected segments, through balls around runs of them. */
import type { Morphology } from '../../../formats/morphology/model';
import { finite } from './bounds';

/** What projects points to the screen. */
export interface Projector {
  /** View and projection, 4 × 4, column by column. */
  readonly matrix: ArrayLike<number>;
  /** Of the picture, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** CSS pixels for a µm where the homogeneous coordinate w is 1. */
  readonly pixelScale: number;
}

export interface Picked {
  readonly section: number;
  /** The nearer end of the segment, an index in `Morphology.points`. */
  readonly point: number;
  /** From the pointer to the drawn segment, in pixels; 0 inside of a thick one. */
  readonly distance: number;
}

/** So many segments share a ball. */
const RUN = 32;
/** What is nearer to the eye than this fraction of a µm is not projected. */
const NEAR = 1e-3;
/** Thin segments are drawn at least so many pixels wide. */
const THINNEST = 0.7;

/** Runs of segments and the balls around them. Made once a morphology. */
export class PickIndex {
  readonly points: Float32Array;
  readonly diameters: Float32Array;
  readonly count: number;
  /** [runs]: first point, and last. */
  readonly firsts: Uint32Array;
  readonly lasts: Uint32Array;
  /** [runs]: their section. */
  readonly sections: Uint32Array;
  /** [runs, 4]: middle and radius, µm. */
  readonly balls: Float32Array;

  constructor({ points, diameters, sections }: Morphology) {
    this.points = points;
    this.diameters = diameters;
    let count = 0;
    for (let section = 0; section < sections.count; section++) count += runsOf(sections.offsets, section);
    this.count = count;
    this.firsts = new Uint32Array(count);
    this.lasts = new Uint32Array(count);
    this.sections = new Uint32Array(count);
    this.balls = new Float32Array(count * 4);
    let run = 0;
    for (let section = 0; section < sections.count; section++) {
      const start = sections.offsets[section] ?? 0;
      const end = (sections.offsets[section + 1] ?? 0) - 1;
      const runs = runsOf(sections.offsets, section);
      for (let i = 0; i < runs; i++) {
        this.firsts[run] = start + i * RUN;
        this.lasts[run] = Math.min(end, start + (i + 1) * RUN);
        this.sections[run] = section;
        this.#enclose(run);
        run++;
      }
    }
  }

  #enclose(run: number): void {
    const { points, diameters, balls } = this;
    let [x0, y0, z0, x1, y1, z1] = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
    let thickest = 0;
    const last = this.lasts[run] ?? 0;
    for (let point = this.firsts[run] ?? 0; point <= last; point++) {
      const x = points[point * 3] ?? 0;
      const y = points[point * 3 + 1] ?? 0;
      const z = points[point * 3 + 2] ?? 0;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
      if (z < z0) z0 = z;
      if (z > z1) z1 = z;
      thickest = Math.max(thickest, finite(diameters[point]) / 2);
    }
    balls[run * 4] = (x0 + x1) / 2;
    balls[run * 4 + 1] = (y0 + y1) / 2;
    balls[run * 4 + 2] = (z0 + z1) / 2;
    balls[run * 4 + 3] = Math.hypot(x1 - x0, y1 - y0, z1 - z0) / 2 + thickest;
  }
}

function runsOf(offsets: Uint32Array, section: number): number {
  const points = (offsets[section + 1] ?? 0) - (offsets[section] ?? 0);
  // A section of a single point is picked as a point.
  return points < 1 ? 0 : Math.max(1, Math.ceil((points - 1) / RUN));
}

/**
 * The segment nearest to a place on the screen, the nearer to the eye of two that are hit alike.
 * @param x CSS pixels from the left
 * @param y CSS pixels from the top
 * @param tolerance CSS pixels
 */
export function pick(
  index: PickIndex,
  projector: Projector,
  visible: Uint8Array,
  x: number,
  y: number,
  tolerance: number,
): Picked | undefined {
  const { matrix: m, width, height, pixelScale } = projector;
  const [m0 = 0, m1 = 0, , m3 = 0, m4 = 0, m5 = 0, , m7 = 0, m8 = 0, m9 = 0, , m11 = 0] = Array.from(m);
  const [m12 = 0, m13 = 0, m15 = 1] = [m[12], m[13], m[15]];
  const isPerspective = m3 !== 0 || m7 !== 0 || m11 !== 0;
  const { balls, sections } = index;
  const search = new Search(index, projector, x, y, tolerance);
  for (let run = 0; run < index.count; run++) {
    if (!visible[sections[run] ?? 0]) continue;
    const bx = balls[run * 4] ?? 0;
    const by = balls[run * 4 + 1] ?? 0;
    const bz = balls[run * 4 + 2] ?? 0;
    const radius = balls[run * 4 + 3] ?? 0;
    const w = m3 * bx + m7 * by + m11 * bz + m15;
    let reach = tolerance + THINNEST;
    if (isPerspective) {
      if (w + radius <= NEAR) continue;
      // Seen from near by, a ball may cover anything; off the middle its picture is longer than wide.
      const nearest = w - radius;
      reach = nearest <= NEAR ? Infinity : reach + (1.3 * radius * pixelScale) / nearest;
    } else reach += radius * pixelScale;
    if (reach !== Infinity) {
      const sx = (((m0 * bx + m4 * by + m8 * bz + m12) / w) * 0.5 + 0.5) * width;
      const sy = (0.5 - ((m1 * bx + m5 * by + m9 * bz + m13) / w) * 0.5) * height;
      const far = Math.abs(sx - x) > reach || Math.abs(sy - y) > reach;
      if (far) continue;
    }
    search.run(run);
  }
  return search.best;
}

/** Looks through the segments of a run and remembers the best. */
class Search {
  best: Picked | undefined;
  #depth = Infinity;

  constructor(
    readonly index: PickIndex,
    readonly projector: Projector,
    readonly x: number,
    readonly y: number,
    readonly tolerance: number,
  ) {}

  run(run: number): void {
    const first = this.index.firsts[run] ?? 0;
    const last = this.index.lasts[run] ?? 0;
    const section = this.index.sections[run] ?? 0;
    if (first === last) this.#segment(section, first, first);
    for (let point = first; point < last; point++) this.#segment(section, point, point + 1);
  }

  #segment(section: number, from: number, to: number): void {
    const { points, diameters } = this.index;
    const { width, height, pixelScale } = this.projector;
    const start = this.#clip(points, from);
    const end = this.#clip(points, to);
    if (start.w <= NEAR && end.w <= NEAR) return;
    // What is behind the eye is cut away, along the segment.
    if (start.w <= NEAR) cut(start, end);
    else if (end.w <= NEAR) cut(end, start);
    const ax = ((start.x / start.w) * 0.5 + 0.5) * width;
    const ay = (0.5 - (start.y / start.w) * 0.5) * height;
    const dx = ((end.x / end.w) * 0.5 + 0.5) * width - ax;
    const dy = (0.5 - (end.y / end.w) * 0.5) * height - ay;
    const square = dx * dx + dy * dy;
    const along = square > 0 ? Math.min(1, Math.max(0, ((this.x - ax) * dx + (this.y - ay) * dy) / square)) : 0;
    const away = Math.hypot(this.x - ax - along * dx, this.y - ay - along * dy);
    const w = start.w + along * (end.w - start.w);
    const depth = start.z / start.w + along * (end.z / end.w - start.z / start.w);
    const diameter = finite(diameters[from]) * (1 - along) + finite(diameters[to]) * along;
    const distance = Math.max(0, away - Math.max(THINNEST, (diameter / 2) * (pixelScale / w)));
    if (!(distance <= this.tolerance)) return;
    const before = this.best?.distance ?? Infinity;
    const isBetter = Math.abs(distance - before) < 1 ? depth < this.#depth : distance < before;
    if (!isBetter) return;
    this.best = { section, point: along < 0.5 ? from : to, distance };
    this.#depth = depth;
  }

  #clip(points: Float32Array, point: number): Clipped {
    return transform(
      this.projector.matrix,
      points[point * 3] ?? 0,
      points[point * 3 + 1] ?? 0,
      points[point * 3 + 2] ?? 0,
    );
  }
}

interface Clipped {
  x: number;
  y: number;
  z: number;
  w: number;
}

function transform(m: ArrayLike<number>, x: number, y: number, z: number): Clipped {
  return {
    x: (m[0] ?? 0) * x + (m[4] ?? 0) * y + (m[8] ?? 0) * z + (m[12] ?? 0),
    y: (m[1] ?? 0) * x + (m[5] ?? 0) * y + (m[9] ?? 0) * z + (m[13] ?? 0),
    z: (m[2] ?? 0) * x + (m[6] ?? 0) * y + (m[10] ?? 0) * z + (m[14] ?? 0),
    w: (m[3] ?? 0) * x + (m[7] ?? 0) * y + (m[11] ?? 0) * z + (m[15] ?? 0),
  };
}

/** Moves a point behind the eye to just before it. */
function cut(behind: Clipped, before: Clipped): void {
  const t = (2 * NEAR - behind.w) / (before.w - behind.w);
  behind.x += t * (before.x - behind.x);
  behind.y += t * (before.y - behind.y);
  behind.z += t * (before.z - behind.z);
  behind.w = 2 * NEAR;
}

/** Where a point is drawn, in CSS pixels; undefined behind the eye. */
export function project(
  { matrix, width, height }: Projector,
  x: number,
  y: number,
  z: number,
): { readonly x: number; readonly y: number } | undefined {
  const clipped = transform(matrix, x, y, z);
  if (!(clipped.w > NEAR)) return undefined;
  return { x: ((clipped.x / clipped.w) * 0.5 + 0.5) * width, y: (0.5 - (clipped.y / clipped.w) * 0.5) * height };
}
