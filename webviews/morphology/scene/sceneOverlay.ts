/** The canvas over the picture: it has the focus and the pointer, and shows highlights, problems, scale bar and axes. */
import type { PartContext } from '../part';
import type { CameraView } from './cameraState';
import { drawAxes, drawGlyph, drawHighlight, drawPoint, drawScaleBar } from './overlay';
import { project } from './picking';
import type { Glyph } from './problemGlyphs';
import type { SceneModel } from './sceneModel';

/** What it lies over. */
export interface Overlaid {
  readonly view: CameraView;
  readonly model: SceneModel | undefined;
  readonly glyphs: readonly Glyph[];
  /** Drawn first, over all: one canvas in place of two makes half as much work for whoever puts them together. */
  readonly ground: HTMLCanvasElement | undefined;
}

export class SceneOverlay {
  readonly canvas = document.createElement('canvas');
  readonly #context: PartContext;
  // Drawn by the processor: where WebGL is drawn by it as well, two canvases of the same kind halve the frames.
  readonly #drawing = this.canvas.getContext('2d', { willReadFrequently: true });
  #font = '';

  constructor(context: PartContext) {
    this.#context = context;
    this.canvas.className = 'scene-overlay';
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute('role', 'img');
  }

  resize(width: number, height: number): void {
    this.canvas.width = Math.floor(width * devicePixelRatio);
    this.canvas.height = Math.floor(height * devicePixelRatio);
    this.#font = getComputedStyle(this.canvas).fontFamily;
  }

  draw({ view, model, glyphs, ground }: Overlaid): void {
    const drawing = this.#drawing;
    if (!drawing) return;
    drawing.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    if (ground) drawing.drawImage(ground, 0, 0, view.width, view.height);
    else drawing.clearRect(0, 0, view.width, view.height);
    if (model) this.#drawSections(drawing, view, model);
    for (const { position, level } of glyphs) {
      const place = project(view, ...position);
      if (place) drawGlyph(drawing, place, level, this.#context.palette.value);
    }
    this.drawScales(drawing, view);
  }

  /** Scale bar and axes, also on another canvas. */
  drawScales(drawing: CanvasRenderingContext2D, view: CameraView): void {
    drawScaleBar(drawing, view, this.#context.palette.value, this.#font);
    drawAxes(drawing, view, this.#context.palette.value, this.#font);
  }

  #drawSections(drawing: CanvasRenderingContext2D, view: CameraView, model: SceneModel): void {
    const { state, palette } = this.#context;
    const { background, selection: color, focus } = palette.value;
    const { selection } = state.value;
    const hovered = state.hover.value;
    const { morphology, visible } = model;
    if (hovered !== null && hovered !== selection?.section && visible[hovered]) {
      drawHighlight(drawing, view, morphology, { section: hovered, color: focus, width: 2 }, model.colourOf(hovered));
    }
    if (!selection || !visible[selection.section]) return;
    drawHighlight(drawing, view, morphology, { section: selection.section, color, width: 3 }, color);
    if (selection.point === undefined) return;
    const at = selection.point * 3;
    const { points } = morphology;
    const place = project(view, points[at] ?? 0, points[at + 1] ?? 0, points[at + 2] ?? 0);
    if (place) drawPoint(drawing, place, color, background);
  }
}
