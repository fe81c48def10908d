/**
 * Lines of one pixel, drawn by the processor. Where WebGL is drawn by it as well, this is several times as fast: it knows
 * nothing but lines. Like lines in WebGL, the later cover the earlier: finding out which is nearer would take most of the
 * time.
 */
import type { SegmentIndices } from './levelOfDetail';
import type { Projector } from './picking';

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** [height × width], bytes red, green, blue, alpha. */
  readonly pixels: Uint32Array;
  /** The same memory. */
  readonly image: ImageData;
}

export interface RasterLines {
  readonly indices: SegmentIndices;
  /** [n, 3], µm. */
  readonly points: Float32Array;
  /** [n], into `colors`. */
  readonly ofPoint: Uint16Array;
  /** As the pixels of the raster. */
  readonly colors: Uint32Array;
}

const NEAR = 1e-3;

export function makeRaster(width: number, height: number): Raster {
  const image = new ImageData(width, height);
  return { width, height, pixels: new Uint32Array(image.data.buffer), image };
}

/** Draws all lines on a background; the projector's size need not be that of the raster. */
export function drawLines(
  { width, height, pixels }: Pick<Raster, 'width' | 'height' | 'pixels'>,
  { matrix }: Projector,
  { indices, points, ofPoint, colors }: RasterLines,
  background: number,
): void {
  pixels.fill(background);
  const [m0 = 0, m1 = 0, , m3 = 0, m4 = 0, m5 = 0, , m7 = 0] = Array.from(matrix);
  const [m8 = 0, m9 = 0, , m11 = 0, m12 = 0, m13 = 0, , m15 = 0] = Array.from(matrix).slice(8);
  const halfWidth = width / 2;
  const halfHeight = height / 2;
  for (let i = 0; i + 1 < indices.length; i += 2) {
    const from = (indices[i] ?? 0) * 3;
    const end = indices[i + 1] ?? 0;
    const to = end * 3;
    let x = points[from] ?? 0;
    let y = points[from + 1] ?? 0;
    let z = points[from + 2] ?? 0;
    let w = m3 * x + m7 * y + m11 * z + m15;
    // A line through the eye is left out: it moves, and nothing is that near for long.
    if (!(w > NEAR)) continue;
    const ax = ((m0 * x + m4 * y + m8 * z + m12) / w + 1) * halfWidth;
    const ay = (1 - (m1 * x + m5 * y + m9 * z + m13) / w) * halfHeight;
    x = points[to] ?? 0;
    y = points[to + 1] ?? 0;
    z = points[to + 2] ?? 0;
    w = m3 * x + m7 * y + m11 * z + m15;
    if (!(w > NEAR)) continue;
    const bx = ((m0 * x + m4 * y + m8 * z + m12) / w + 1) * halfWidth;
    const by = (1 - (m1 * x + m5 * y + m9 * z + m13) / w) * halfHeight;
    const steps = Math.ceil(Math.max(Math.abs(bx - ax), Math.abs(by - ay)));
    if (!(steps < Infinity)) continue;
    const dx = steps > 0 ? (bx - ax) / steps : 0;
    const dy = steps > 0 ? (by - ay) / steps : 0;
    // Only the steps that fall into the picture, also of a line that is far longer.
    const first = Math.max(0, entering(ax, dx, width), entering(ay, dy, height));
    const last = Math.min(steps, leaving(ax, dx, width), leaving(ay, dy, height));
    const color = colors[ofPoint[end] ?? 0] ?? 0;
    for (let step = first; step <= last; step++) {
      const column = (ax + step * dx) | 0;
      const row = (ay + step * dy) | 0;
      if (column >= 0 && row >= 0 && column < width && row < height) pixels[row * width + column] = color;
    }
  }
}

/** The first step of a coordinate that lies between 0 and a size. */
function entering(start: number, step: number, size: number): number {
  if (step === 0) return start >= 0 && start < size ? 0 : Infinity;
  return Math.floor((step > 0 ? -start : size - start) / step);
}

/** The last one. */
function leaving(start: number, step: number, size: number): number {
  if (step === 0) return start >= 0 && start < size ? Infinity : -1;
  return Math.ceil((step > 0 ? size - start : -start) / step);
}
