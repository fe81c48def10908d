/** The cell drawn by WebGL: lines at once, all lines at rest, tubes where a measured trial says that they are quick. */
import { ColorManagement, Group, LinearSRGBColorSpace, Scene, WebGLRenderer, WebGLRenderTarget } from 'three';
import type { Palette } from '../palette';
import type { CameraView } from './cameraState';
import { rgbOf } from './cssColor';
import { FrameClock } from './frameClock';
import { drawGradually, drawSmoothly } from './besideCanvas';
import type { Detail } from './levelOfDetail';
import { isSlow, movingDetail, restingDetail } from './levelOfDetail';
import { Lines } from './lines';
import type { Drawn, Picture } from './picture';
import type { SceneModel } from './sceneModel';
import { pointTangents, pointTints } from './sceneModel';
import { disposeObject, markersObject, somaObject } from './solids';
import { Tubes } from './tubes';

/** How much darker the edges of round things are. */
const RELIEF = 0.5;
/** So many tubes are drawn to see how long all would take. */
const TRIAL_TUBES = 8000;
/** Pixels of the trial's sides. */
const TRIAL_SIZE = 512;
/** More lines are drawn in parts. */
const MANY_LINES = 100_000;
/** More are lines on every machine: their buffers would be too large. */
const MOST_TUBES = 4_000_000;

export class WebglPicture implements Picture {
  readonly #renderer: WebGLRenderer;
  readonly #clock: FrameClock;
  readonly #scene = new Scene();
  readonly #isSmooth: boolean;
  readonly #isSoftware: boolean;
  #model: SceneModel | undefined;
  #palette: Palette | undefined;
  #lines: Lines | undefined;
  #tubes: Tubes | undefined;
  #solids = new Group();
  #hasAll = false;
  #tints: Uint8Array = new Uint8Array(0);
  #times: Partial<Record<Detail, number>> = {};
  /** What frames at rest are drawn with until the camera moves. */
  #resting: Detail = 'thinned';
  #detail: Detail = 'thinned';
  #turn = 0;
  #ratio = 1;
  #width = 1;
  #height = 1;

  constructor(
    readonly canvas: HTMLCanvasElement,
    context: WebGL2RenderingContext,
    isSoftware: boolean,
  ) {
    this.#isSoftware = isSoftware;
    // Colours are what CSS says: nothing is converted on the way.
    ColorManagement.enabled = false;
    this.#renderer = new WebGLRenderer({ canvas, context });
    this.#renderer.outputColorSpace = LinearSRGBColorSpace;
    // Asking for errors of the shaders waits for them.
    this.#renderer.debug.checkShaderErrors = false;
    this.#clock = new FrameClock(context);
    this.#isSmooth = context.getContextAttributes()?.antialias === true;
  }

  /** undefined where the browser has no WebGL, or none that works. */
  static create(canvas: HTMLCanvasElement): WebglPicture | undefined {
    try {
      const isSoftware = isDrawnBySoftware();
      const context = canvas.getContext('webgl2', { antialias: !isSoftware, alpha: false, depth: true });
      return context ? new WebglPicture(canvas, context, isSoftware) : undefined;
    } catch {
      return undefined;
    }
  }

  get drawn(): Drawn {
    const segments = !this.#model
      ? 0
      : this.#detail === 'thinned'
        ? this.#model.thinned.length / 2
        : this.#model.segments;
    return { detail: this.#detail, segments, times: { ...this.#times } };
  }

  /** Whether a moving picture is drawn better without WebGL. */
  get isSlow(): boolean {
    return isSlow(this.#times, this.#model?.segments ?? 0, this.#isSoftware);
  }

  setModel(model: SceneModel | undefined, palette: Palette): void {
    this.#clear();
    this.#model = model;
    this.#times = {};
    if (model) {
      this.#tints = pointTints(model);
      this.#lines = new Lines(model.morphology.points, this.#tints);
      this.#scene.add(this.#lines.thinned, this.#lines.all);
    }
    this.#apply(palette);
  }

  refresh(palette: Palette): void {
    if (this.#model) {
      this.#tints = pointTints(this.#model);
      this.#lines?.setTints(this.#tints);
      this.#tubes?.setTints(this.#tints);
    }
    this.#apply(palette);
  }

  #apply(palette: Palette): void {
    this.#palette = palette;
    const background = rgbOf(palette.background);
    this.#renderer.setClearColor((background.red << 16) | (background.green << 8) | background.blue, 1);
    const model = this.#model;
    if (!model || !this.#lines) return;
    this.#tubes?.set('relief', this.#relief);
    Lines.setSegments(this.#lines.thinned, model.thinned);
    this.#hasAll = false;
    this.#turn++;
    this.#resting = this.#resting === 'tubes' ? 'tubes' : movingDetail({}, model.segments);
    this.#setSolids(model, palette);
  }

  resize(width: number, height: number, ratio: number): void {
    this.#turn++;
    [this.#width, this.#height, this.#ratio] = [width, height, ratio];
    this.#setRatio(ratio);
    // While an edge is dragged, each size is drawn quickly.
    this.#resting = movingDetail(this.#times, this.#model?.segments ?? 0);
  }

  draw(view: CameraView, isMoving: boolean): void {
    const model = this.#model;
    if (isMoving) {
      this.#turn++;
      const detail = movingDetail(this.#times, model?.segments ?? 0);
      this.#resting = detail;
      this.#setRatio(this.#ratio);
      const isMeasured = this.#clock.measure((time) => (this.#times[detail] = time));
      this.#render(view, detail);
      isMeasured?.();
      return;
    }
    this.#setRatio(this.#ratio);
    this.#render(view, this.#resting);
  }

  drawBest(view: CameraView): void {
    this.#setRatio(this.#ratio);
    this.#render(view, restingDetail(this.#times));
  }

  async refine(view: CameraView): Promise<void> {
    const model = this.#model;
    const turn = ++this.#turn;
    const isOver = (): boolean => turn !== this.#turn || !this.#model;
    if (!model || this.#resting === 'tubes') return;
    if (this.#resting !== 'lines' || this.#times.lines === undefined) await this.#refineTo('lines', view);
    if (isOver()) return;
    const share = model.thinned.length / 2 / Math.max(1, model.segments);
    this.#times.thinned ??= (this.#times.lines ?? 0) * share;
    if (this.#times.tubes === undefined && model.segments > 0 && model.segments <= MOST_TUBES) {
      const expected = await this.#tryTubes(model, view);
      if (isOver()) return;
      this.#times.tubes = expected;
    }
    if (restingDetail(this.#times) !== 'tubes') return;
    await this.#refineTo('tubes', view);
    if (isOver() || restingDetail(this.#times) === 'tubes') return;
    // They took longer than the trial promised: back, so that the next frames are quick again.
    await this.#refineTo('lines', view);
  }

  /** Another picture is shown for it: what is being drawn better is out of date. */
  giveWay(): void {
    this.#turn++;
    this.#resting = movingDetail(this.#times, this.#model?.segments ?? 0);
  }

  dispose(): void {
    this.#turn++;
    this.#clear();
    this.#clock.dispose();
    this.#renderer.dispose();
    // The browser allows few contexts at a time: this one is given back now.
    this.#renderer.forceContextLoss();
  }

  async #refineTo(detail: Detail, view: CameraView): Promise<void> {
    this.#setRatio(this.#ratio);
    if (detail === 'lines' && this.#lines && (this.#model?.segments ?? 0) > MANY_LINES) {
      const turn = this.#turn;
      const { geometry } = this.#lines.all;
      const render = (): void => {
        this.#show('lines', view);
        this.#renderer.render(this.#scene, view.camera);
      };
      // The list of pairs is made before, not in the first part.
      this.#show('lines', view);
      const time = await drawGradually(this.#renderer, this.#clock, geometry, render, () => turn !== this.#turn);
      if (time === undefined) return;
      this.#times.lines = time;
      this.#detail = detail;
      this.#resting = detail;
      return;
    }
    this.#resting = detail;
    this.#times[detail] = await this.#clock.time(() => this.#render(view, detail));
  }

  /** How long all tubes would take, from some of them on a small picture that nobody sees. */
  async #tryTubes(model: SceneModel, view: CameraView): Promise<number> {
    const tubes = this.#makeTubes(model);
    const { geometry } = tubes.mesh;
    const all = geometry.instanceCount;
    const target = new WebGLRenderTarget(TRIAL_SIZE, TRIAL_SIZE);
    const draw = (count: number) => () => {
      geometry.instanceCount = count;
      this.#show('tubes', view);
      this.#renderer.setRenderTarget(target);
      this.#renderer.render(this.#scene, view.camera);
      this.#renderer.setRenderTarget(null);
      geometry.instanceCount = all;
    };
    try {
      const trial = Math.min(all, TRIAL_TUBES);
      // The first frame makes the buffers and the program; it is not measured.
      const idle = await this.#clock.time(draw(1)).then(() => this.#clock.time(draw(1)));
      const busy = await this.#clock.time(draw(trial));
      return idle + (Math.max(0, busy - idle) * all) / trial;
    } finally {
      target.dispose();
    }
  }

  #makeTubes({ morphology, segments }: SceneModel): Tubes {
    if (this.#tubes) return this.#tubes;
    const { points, diameters } = morphology;
    const tangents = pointTangents(morphology);
    this.#tubes = new Tubes({ points, diameters, tangents, tints: this.#tints }, segments > 50_000 ? 6 : 8);
    this.#tubes.set('relief', this.#relief);
    this.#scene.add(this.#tubes.mesh);
    return this.#tubes;
  }

  get #relief(): number {
    // High contrast keeps the colours as they are.
    return this.#palette?.kind.startsWith('high-contrast') ? 0 : RELIEF;
  }

  #render(view: CameraView, detail: Detail): void {
    this.#detail = detail;
    this.#show(detail, view);
    // Tubes are drawn at rest, or by hardware that smooths edges by itself.
    const isRough = detail === 'tubes' && !this.#isSmooth;
    if (isRough) drawSmoothly(this.#renderer, () => this.#renderer.render(this.#scene, view.camera));
    else this.#renderer.render(this.#scene, view.camera);
  }

  #show(detail: Detail, view: CameraView): void {
    if (!this.#lines || !this.#model) return;
    if (detail === 'lines' && !this.#hasAll) {
      Lines.setSegments(this.#lines.all, this.#model.all);
      this.#hasAll = true;
    }
    const tubes = detail === 'tubes' ? this.#makeTubes(this.#model) : this.#tubes;
    this.#lines.thinned.visible = detail === 'thinned';
    this.#lines.all.visible = detail === 'lines';
    if (tubes) tubes.mesh.visible = detail === 'tubes';
    tubes?.setPixelScale(view.pixelScale * this.#renderer.getPixelRatio());
  }

  #setRatio(ratio: number): void {
    const size = this.#renderer.domElement;
    const isSame = size.width === Math.floor(this.#width * ratio) && size.height === Math.floor(this.#height * ratio);
    if (!isSame) this.#renderer.setDrawingBufferSize(this.#width, this.#height, ratio);
  }

  #setSolids(model: SceneModel, palette: Palette): void {
    this.#scene.remove(this.#solids);
    disposeObject(this.#solids);
    this.#solids = new Group();
    if (model.somaVisible) {
      this.#solids.add(somaObject(model.soma, rgbOf(palette.typeColor(1)), this.#relief * 0.8));
    }
    if (model.markersVisible) {
      this.#solids.add(markersObject(model.morphology.markers, rgbOf(palette.muted)));
    }
    this.#scene.add(this.#solids);
  }

  #clear(): void {
    this.#turn++;
    this.#scene.clear();
    this.#lines?.dispose();
    this.#tubes?.dispose();
    disposeObject(this.#solids);
    this.#lines = undefined;
    this.#tubes = undefined;
    this.#model = undefined;
  }
}

/** Whether the processor stands in for a graphics card: smooth edges would then halve the frames of a turning picture. */
function isDrawnBySoftware(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  const names = context?.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = names ? context?.getParameter(names.UNMASKED_RENDERER_WEBGL) : '';
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader|llvmpipe|software|basic render/i.test(String(renderer));
}
