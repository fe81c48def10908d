/**
 * The cell drawn on a plain canvas: where there is no WebGL, and in its place while the picture moves where WebGL is slow.
 * The same camera; lines of one pixel while it moves, as thick as they are at rest.
 */
import type { Palette } from '../palette';
import type { Vector } from './bounds';
import type { CameraView } from './cameraState';
import { rgbOf } from './cssColor';
import { markerLines } from './markerLines';
import { project } from './picking';
import type { Drawn, Picture } from './picture';
import type { Raster } from './rasterLines';
import { drawLines, makeRaster } from './rasterLines';
import type { SceneModel } from './sceneModel';

/** So many segments are drawn at rest. */
const MOST_SEGMENTS = 200_000;
const TAU = 2 * Math.PI;

export class CanvasPicture implements Picture {
  readonly #context: CanvasRenderingContext2D | null;
  #model: SceneModel | undefined;
  #palette: Palette | undefined;
  #width = 1;
  #height = 1;
  #ratio = 1;
  #segments = 0;
  #isThinned = false;
  #raster: Raster | undefined;
  /** The colours of the model, and as pixels. */
  #table: readonly string[] | undefined;
  #pixels = new Uint32Array(0);

  constructor(readonly canvas: HTMLCanvasElement) {
    this.#context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  }

  get drawn(): Drawn {
    return { detail: 'canvas', segments: this.#segments, times: {} };
  }

  setModel(model: SceneModel | undefined, palette: Palette): void {
    this.#model = model;
    this.#palette = palette;
  }

  refresh(palette: Palette): void {
    this.#palette = palette;
  }

  resize(width: number, height: number, ratio: number): void {
    [this.#width, this.#height, this.#ratio] = [width, height, ratio];
    this.canvas.width = Math.max(1, Math.floor(width * ratio));
    this.canvas.height = Math.max(1, Math.floor(height * ratio));
  }

  draw(view: CameraView, isMoving: boolean): void {
    const context = this.#context;
    const palette = this.#palette;
    if (!context || !palette) return;
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    context.fillStyle = palette.background;
    context.fillRect(0, 0, this.#width, this.#height);
    this.#segments = 0;
    const model = this.#model;
    if (!model) return;
    this.#isThinned = isMoving || model.segments > MOST_SEGMENTS;
    if (isMoving) this.#drawQuickly(context, model, view, palette);
    else this.#drawSegments(context, model, view);
    if (model.somaVisible) drawSoma(context, model, view, palette.typeColor(1));
    if (model.markersVisible) drawMarkers(context, model, view, palette.muted);
  }

  drawBest(view: CameraView): void {
    this.draw(view, false);
  }

  refine(view: CameraView): Promise<void> {
    if (this.#isThinned && (this.#model?.segments ?? 0) <= MOST_SEGMENTS) this.draw(view, false);
    return Promise.resolve();
  }

  dispose(): void {
    this.#model = undefined;
  }

  #drawQuickly(context: CanvasRenderingContext2D, model: SceneModel, view: CameraView, palette: Palette): void {
    const { width, height } = this.canvas;
    if (this.#raster?.width !== width || this.#raster.height !== height) this.#raster = makeRaster(width, height);
    const raster = this.#raster;
    const indices = model.thinned;
    const { table, ofPoint } = model.colours;
    if (this.#table !== table) {
      this.#table = table;
      this.#pixels = Uint32Array.from(table, pixelOf);
    }
    const { points } = model.morphology;
    drawLines(raster, view, { indices, points, ofPoint, colors: this.#pixels }, pixelOf(palette.background));
    context.putImageData(raster.image, 0, 0);
    this.#segments = indices.length / 2;
  }

  /** One path a colour: changing the colour is what takes time. */
  #drawSegments(context: CanvasRenderingContext2D, model: SceneModel, view: CameraView): void {
    const indices = this.#isThinned ? model.thinned : model.all;
    const { table, ofPoint } = model.colours;
    const { points, diameters } = model.morphology;
    const paths = new Map<number, Path2D>();
    for (let i = 0; i + 1 < indices.length; i += 2) {
      const [from = 0, to = 0] = [indices[i], indices[i + 1]];
      const start = project(view, points[from * 3] ?? 0, points[from * 3 + 1] ?? 0, points[from * 3 + 2] ?? 0);
      const end = project(view, points[to * 3] ?? 0, points[to * 3 + 1] ?? 0, points[to * 3 + 2] ?? 0);
      if (!start || !end) continue;
      // Half pixels of width, up to 16: as thick as it is, as far as few paths allow.
      const width = (diameters[to] ?? 0) * pixelsPerMicrometre(view);
      const key = ((ofPoint[to] ?? 0) << 5) | Math.min(31, Math.max(2, Math.round(width * 2) || 2));
      let path = paths.get(key);
      if (!path) paths.set(key, (path = new Path2D()));
      path.moveTo(start.x, start.y);
      path.lineTo(end.x, end.y);
      this.#segments++;
    }
    context.lineCap = 'round';
    for (const [key, path] of paths) {
      context.strokeStyle = table[key >> 5] ?? '';
      context.lineWidth = (key & 31) / 2;
      context.stroke(path);
    }
  }
}

/** A colour as the bytes of an image, of which the first is the lowest. */
function pixelOf(color: string): number {
  const { red, green, blue } = rgbOf(color);
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** At the target of the camera. */
export function pixelsPerMicrometre({ height, state }: CameraView): number {
  return height / 2 / state.halfHeight;
}

function drawSoma(context: CanvasRenderingContext2D, { soma }: SceneModel, view: CameraView, color: string): void {
  const scale = pixelsPerMicrometre(view);
  const at = (point: Vector) => project(view, ...point);
  context.fillStyle = color;
  context.strokeStyle = color;
  switch (soma.kind) {
    case 'none':
      break;
    case 'points':
      for (const point of soma.points) disc(context, at(point), 2.5);
      break;
    case 'sphere':
      disc(context, at(soma.centre), soma.radius * scale);
      break;
    case 'frusta':
      context.lineCap = 'butt';
      for (const { from, to, fromRadius, toRadius } of soma.frusta) {
        const [start, end] = [at(from), at(to)];
        if (!start || !end) continue;
        context.lineWidth = Math.max(1, (fromRadius + toRadius) * scale);
        context.beginPath();
        context.moveTo(start.x, start.y);
        context.lineTo(end.x, end.y);
        context.stroke();
      }
      break;
    case 'contour':
      context.beginPath();
      for (const point of soma.points) {
        const place = at(point);
        if (place) context.lineTo(place.x, place.y);
      }
      context.closePath();
      context.globalAlpha = 0.35;
      context.fill();
      context.globalAlpha = 1;
      context.lineWidth = 1.5;
      context.stroke();
      break;
  }
}

function drawMarkers(context: CanvasRenderingContext2D, model: SceneModel, view: CameraView, color: string): void {
  const { segments, points } = markerLines(model.morphology.markers);
  context.strokeStyle = color;
  context.fillStyle = color;
  context.lineWidth = 1;
  context.beginPath();
  for (let i = 0; i + 5 < segments.length; i += 6) {
    const [x = 0, y = 0, z = 0, u = 0, v = 0, w = 0] = segments.slice(i, i + 6);
    const [start, end] = [project(view, x, y, z), project(view, u, v, w)];
    if (!start || !end) continue;
    context.moveTo(start.x, start.y);
    context.lineTo(end.x, end.y);
  }
  context.stroke();
  for (let i = 0; i + 2 < points.length; i += 3) {
    disc(context, project(view, points[i] ?? 0, points[i + 1] ?? 0, points[i + 2] ?? 0), 2.5);
  }
}

function disc(
  context: CanvasRenderingContext2D,
  place: { readonly x: number; readonly y: number } | undefined,
  radius: number,
): void {
  if (!place) return;
  context.beginPath();
  context.arc(place.x, place.y, radius, 0, TAU);
  context.fill();
}
