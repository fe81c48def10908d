/** What lies over the picture and is drawn anew with every frame: highlights, problems, scale bar, axes. */
import type { Morphology } from '../../../formats/morphology/model';
import type { Palette } from '../palette';
import type { CameraView } from './cameraState';
import { axesOf } from './cameraState';
import { finite } from './bounds';
import { pixelsPerMicrometre } from './canvasPicture';
import { project } from './picking';
import type { Glyph } from './problemGlyphs';
import { scaleBar } from './scaleBar';

/** Pixels from the edges. */
const EDGE = 16;
const LONGEST_BAR = 140;
const AXIS_LENGTH = 22;
/** Half the size of a sign, in pixels. */
export const GLYPH_SIZE = 7;

const TAU = 2 * Math.PI;

export interface Highlight {
  readonly section: number;
  readonly color: string;
  /** Pixels beyond the section's own thickness. */
  readonly width: number;
}

/** A section, as thick as it is and a little more: a halo, and a bright line in it. */
export function drawHighlight(
  context: CanvasRenderingContext2D,
  view: CameraView,
  { points, diameters, sections }: Morphology,
  { section, color, width }: Highlight,
  core: string,
): void {
  const start = sections.offsets[section] ?? 0;
  const end = sections.offsets[section + 1] ?? 0;
  const line = new Path2D();
  let thickness = 0;
  let before: { readonly x: number; readonly y: number } | undefined;
  for (let point = start; point < end; point++) {
    const place = project(view, points[point * 3] ?? 0, points[point * 3 + 1] ?? 0, points[point * 3 + 2] ?? 0);
    thickness += finite(diameters[point]) / (end - start);
    // Points that fall on one another would only make the path long.
    const isNear = place && before && point < end - 1 && Math.hypot(place.x - before.x, place.y - before.y) < 0.7;
    if (isNear) continue;
    if (place && before) line.lineTo(place.x, place.y);
    else if (place) line.moveTo(place.x, place.y);
    if (place && end - start === 1) line.lineTo(place.x + 0.01, place.y);
    before = place;
  }
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = color;
  context.globalAlpha = 0.55;
  context.lineWidth = Math.max(3, thickness * pixelsPerMicrometre(view)) + 2 * width;
  context.stroke(line);
  context.globalAlpha = 1;
  context.strokeStyle = core;
  context.lineWidth = 1.5;
  context.stroke(line);
}

/** The selected point, as a ring. */
export function drawPoint(
  context: CanvasRenderingContext2D,
  { x, y }: { readonly x: number; readonly y: number },
  color: string,
  background: string,
): void {
  context.beginPath();
  context.arc(x, y, 4, 0, TAU);
  context.fillStyle = background;
  context.fill();
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.stroke();
}

/** A round sign for errors, a triangle for warnings. */
export function drawGlyph(
  context: CanvasRenderingContext2D,
  { x, y }: { readonly x: number; readonly y: number },
  level: Glyph['level'],
  palette: Palette,
): void {
  const size = GLYPH_SIZE;
  context.beginPath();
  if (level === 'error') context.arc(x, y, size, 0, TAU);
  else {
    context.moveTo(x, y - size);
    context.lineTo(x + size, y + size * 0.8);
    context.lineTo(x - size, y + size * 0.8);
    context.closePath();
  }
  context.fillStyle = level === 'error' ? palette.error : palette.warning;
  context.strokeStyle = palette.background;
  context.lineWidth = 2;
  context.lineJoin = 'round';
  context.stroke();
  context.fill();
  context.lineWidth = 1.6;
  context.lineCap = 'round';
  context.beginPath();
  if (level === 'error') {
    context.moveTo(x - 2.5, y - 2.5);
    context.lineTo(x + 2.5, y + 2.5);
    context.moveTo(x + 2.5, y - 2.5);
    context.lineTo(x - 2.5, y + 2.5);
  } else {
    context.moveTo(x, y - 2.5);
    context.lineTo(x, y + 1);
    context.moveTo(x, y + 3.4);
    context.lineTo(x, y + 3.5);
  }
  context.stroke();
}

/** Length of what is seen at the middle of the picture. */
export function drawScaleBar(
  context: CanvasRenderingContext2D,
  view: CameraView,
  palette: Palette,
  font: string,
): void {
  const bar = scaleBar(1 / pixelsPerMicrometre(view), Math.min(LONGEST_BAR, view.width / 3));
  const left = EDGE + 2 * AXIS_LENGTH + 20;
  const y = view.height - EDGE - 4;
  context.strokeStyle = palette.foreground;
  context.fillStyle = palette.foreground;
  context.lineWidth = 1.5;
  context.lineCap = 'butt';
  context.beginPath();
  context.moveTo(left, y - 4);
  context.lineTo(left, y + 4);
  context.moveTo(left, y);
  context.lineTo(left + bar.pixels, y);
  context.moveTo(left + bar.pixels, y - 4);
  context.lineTo(left + bar.pixels, y + 4);
  context.stroke();
  context.font = `12px ${font}`;
  context.textAlign = 'center';
  context.textBaseline = 'bottom';
  context.fillText(bar.label, left + bar.pixels / 2, y - 4);
}

/** Which way x, y and z go. */
export function drawAxes(context: CanvasRenderingContext2D, view: CameraView, palette: Palette, font: string): void {
  const { right, up, toEye } = axesOf(view.state);
  const [x0, y0] = [EDGE + AXIS_LENGTH + 4, view.height - EDGE - AXIS_LENGTH - 4];
  const axes = (['x', 'y', 'z'] as const)
    .map((name) => ({ name, dx: right[name], dy: -up[name], depth: toEye[name] }))
    .sort((a, b) => a.depth - b.depth);
  context.font = `11px ${font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineCap = 'round';
  context.lineWidth = 1.5;
  for (const { name, dx, dy, depth } of axes) {
    // An axis that points away is fainter; one along the line of sight is a dot with its letter beside it.
    context.globalAlpha = depth < -0.3 ? 0.5 : 1;
    context.strokeStyle = palette.muted;
    context.fillStyle = palette.foreground;
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x0 + dx * AXIS_LENGTH, y0 + dy * AXIS_LENGTH);
    context.stroke();
    const isShort = Math.hypot(dx, dy) < 0.25;
    context.fillText(
      name,
      x0 + dx * (AXIS_LENGTH + 8) - (isShort ? 7 : 0),
      y0 + dy * (AXIS_LENGTH + 8) + (isShort ? 7 : 0),
    );
  }
  context.globalAlpha = 1;
}
