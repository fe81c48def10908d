/** The shapes of a dendrogram, for a canvas and for an SVG file alike. */
import type { Morphology } from '../../../formats/morphology/model';
import type { Colours } from '../scene/colouring';
import type { DendrogramLayout } from './layout';

/** From µm to pixels: `x · scaleX + left`, `bottom − y · scaleY`. */
export interface DendrogramFrame {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly left: number;
  readonly bottom: number;
  /** The part that is seen, in pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Brush {
  /** A closed shape in one colour: x and y in turns. */
  shape(color: string, corners: readonly number[]): void;
  /** Upright or level, one pixel wide: much cheaper than a shape. */
  line(color: string, x0: number, y0: number, x1: number, y1: number): void;
}

/** Thinner sections would vanish. In pixels. */
const THINNEST = 1;
/** Up to this width a run is a mere line. In pixels. */
const LINE_WIDTH = 1.5;

/** Draws what is in the frame; a section takes at most as many pieces as it has pixels. */
export function paintDendrogram(
  morphology: Morphology,
  layout: DendrogramLayout,
  colours: Colours,
  frame: DendrogramFrame,
  brush: Brush,
): void {
  const { count, parents, offsets } = morphology.sections;
  for (let section = 0; section < count; section++) {
    const x = (layout.x[section] ?? NaN) * frame.scaleX + frame.left;
    if (Number.isNaN(x)) continue;
    const foot = frame.bottom - (layout.y[section] ?? 0) * frame.scaleY;
    const parent = parents[section] ?? -1;
    if (parent >= 0) {
      const from = (layout.x[parent] ?? 0) * frame.scaleX + frame.left;
      const isSeen = Math.max(x, from) >= 0 && Math.min(x, from) <= frame.width && foot >= 0 && foot <= frame.height;
      const color = colours.table[colours.ofPoint[offsets[section] ?? 0] ?? 0] ?? '';
      if (isSeen) brush.line(color, from, foot, x, foot);
    }
    const head = foot - (layout.lengths[section] ?? 0) * frame.scaleY;
    if (x < -50 || x > frame.width + 50 || foot < 0 || head > frame.height) continue;
    paintSection(morphology, section, colours, frame, x, foot, brush);
  }
}

/** One shape for each run of points of one colour; points less than a pixel apart are left out. */
function paintSection(
  { points, diameters, sections }: Morphology,
  section: number,
  colours: Colours,
  { scaleX, scaleY }: DendrogramFrame,
  x: number,
  foot: number,
  brush: Brush,
): void {
  const start = sections.offsets[section] ?? 0;
  const end = sections.offsets[section + 1] ?? 0;
  const half = (i: number): number => Math.max(THINNEST, (diameters[i] ?? 0) * scaleX) / 2;
  let left: number[] = [x - half(start), foot];
  let right: number[] = [foot, x + half(start)];
  let at = foot;
  let drawnAt = foot;
  let color = colours.ofPoint[start] ?? 0;
  let runFoot = foot;
  let widest = half(start);
  const flush = (): void => {
    if (left.length <= 2) return;
    if (2 * widest <= LINE_WIDTH) brush.line(colours.table[color] ?? '', x, drawnAt, x, runFoot);
    else brush.shape(colours.table[color] ?? '', [...left, ...right.reverse()]);
  };
  for (let i = start + 1; i < end; i++) {
    const p = i * 3;
    const step = Math.hypot(
      (points[p] ?? 0) - (points[p - 3] ?? 0),
      (points[p + 1] ?? 0) - (points[p - 2] ?? 0),
      (points[p + 2] ?? 0) - (points[p - 1] ?? 0),
    );
    at -= Number.isFinite(step) ? step * scaleY : 0;
    if (drawnAt - at < 1 && i < end - 1) continue;
    drawnAt = at;
    left.push(x - half(i), at);
    right.push(at, x + half(i));
    widest = Math.max(widest, half(i));
    const next = colours.ofPoint[i] ?? 0;
    if (next === color) continue;
    flush();
    color = next;
    left = [x - half(i), at];
    right = [at, x + half(i)];
    runFoot = at;
    widest = half(i);
  }
  flush();
}

/** The section at a place in pixels, within a few of them. */
export function sectionAt(layout: DendrogramLayout, frame: DendrogramFrame, x: number, y: number): number | undefined {
  let found: number | undefined;
  let nearest = 6;
  for (let section = 0; section < layout.x.length; section++) {
    const distance = Math.abs((layout.x[section] ?? NaN) * frame.scaleX + frame.left - x);
    // NaN, of what is hidden, is never nearer.
    if (!(distance < nearest)) continue;
    const foot = frame.bottom - (layout.y[section] ?? 0) * frame.scaleY;
    if (y > foot + 3 || y < foot - (layout.lengths[section] ?? 0) * frame.scaleY - 3) continue;
    nearest = distance;
    found = section;
  }
  return found;
}
