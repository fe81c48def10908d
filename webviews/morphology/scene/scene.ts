/** The cell in space: what is drawn follows the shared state, and what the user does on the picture sets it. */
import type { Morphology } from '../../../formats/morphology/model';
import { sectionTypeTitle } from '../../../formats/morphology/sectionTypes';
import type { Part, PartContext } from '../part';
import type { CameraState, Selection } from '../state';
import { ballOf, type Bounds, type Vector } from './bounds';
import { CameraControls, type CameraTarget } from './cameraControls';
import * as camera from './cameraState';
import { CanvasPicture } from './canvasPicture';
import { Flight } from './flight';
import { stepFrom, type Step } from './navigation';
import { drawAxes, drawGlyph, drawHighlight, drawScaleBar, GLYPH_SIZE } from './overlay';
import { pick, project, type Picked } from './picking';
import type { Drawn, Picture } from './picture';
import { problemGlyphs, type Glyph } from './problemGlyphs';
import { SceneControls } from './sceneControls';
import { SceneModel } from './sceneModel';
import { WebglPicture } from './webglPicture';
import './scene.css';

/** What tests see of a scene. */
export interface SceneProbe extends Drawn {
  readonly frames: number;
  readonly isResting: boolean;
  /** Drawn without WebGL while it moves. */
  readonly isQuick: boolean;
  readonly visibleSegments: number;
  readonly glyphs: number;
  /** CSS colour of a section. */
  colorOf(section: number): string;
  /** Where a point is drawn, in CSS pixels of the scene. */
  placeOf(point: number): { readonly x: number; readonly y: number } | undefined;
  pick(x: number, y: number): Picked | undefined;
}

export interface ScenePart extends Part {
  /** The whole cell, from where the camera looks. */
  fit(): void;
  /** The whole cell, from the front. */
  resetView(): void;
  view(side: camera.StandardView): void;
  toggleProjection(): void;
  /** @param radius of what is to be seen around the point, µm */
  flyTo(point: Vector, radius: number): void;
  /** The picture with its scale bar, `scale` times as fine as on the screen. */
  png(scale?: number): Promise<Uint8Array>;
  probe(): SceneProbe;
}

export function createScene(context: PartContext): ScenePart {
  return new CellScene(context);
}

/** Milliseconds after the last movement when the picture is at rest. */
const REST_DELAY = 150;
/** Pixels around the pointer in which a section is found. */
const TOLERANCE = 6;
const EMPTY_BOUNDS: Bounds = { minimum: [-10, -10, -10], maximum: [10, 10, 10] };
const NO_WEBGL = 'WebGL is not available: a flat projection is shown instead.';

class CellScene implements ScenePart, CameraTarget {
  readonly element = document.createElement('div');
  readonly #context: PartContext;
  readonly #overlay = document.createElement('canvas');
  readonly #notice = document.createElement('div');
  readonly #tip = document.createElement('div');
  readonly #controls: SceneControls;
  readonly #cameraControls: CameraControls;
  readonly #flight = new Flight();
  readonly #resizing = new ResizeObserver(() => this.#resize());
  readonly #ending = new AbortController();
  readonly #endings: (() => void)[] = [];
  #webgl: WebglPicture | undefined;
  #flat: CanvasPicture | undefined;
  #picture: Picture;
  #model: SceneModel | undefined;
  #glyphs: readonly Glyph[] = [];
  #camera: CameraState = camera.framed(EMPTY_BOUNDS, 1, 'xy');
  /** Whether the camera stands where somebody put it: until then it follows the size of the picture. */
  #isPlaced = false;
  #projection: camera.Projection = 'perspective';
  size = { width: 1, height: 1 };
  #isVisible = true;
  #frame = 0;
  #frames = 0;
  #isMoving = false;
  #isPictureStale = true;
  /** The plain canvas is shown in place of WebGL. */
  #isQuick = false;
  #isQuickStale = true;
  /** The picture is as good as it gets. */
  #isRefined = false;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #pointer: { readonly x: number; readonly y: number } | undefined;
  #isPointerStale = false;

  constructor(context: PartContext) {
    this.#context = context;
    this.element.className = 'scene';
    const canvas = document.createElement('canvas');
    this.#webgl = WebglPicture.create(canvas);
    this.#picture = this.#webgl ?? this.#makeFlat();
    this.#overlay.className = 'scene-overlay';
    this.#overlay.tabIndex = 0;
    this.#overlay.setAttribute('role', 'img');
    this.#notice.className = 'scene-notice';
    this.#notice.setAttribute('role', 'status');
    this.#tip.className = 'scene-tip';
    this.#tip.hidden = true;
    this.#controls = new SceneControls(context, this);
    this.element.append(
      this.#picture.canvas,
      this.#overlay,
      this.#controls.top,
      this.#controls.side,
      this.#notice,
      this.#tip,
    );
    this.#picture.canvas.setAttribute('aria-hidden', 'true');
    this.#showNotice();
    this.#cameraControls = new CameraControls(this.#overlay, this);
    const { signal } = this.#ending;
    this.#overlay.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.#webgl?.canvas.addEventListener('webglcontextlost', (event) => this.#lose(event), { signal });
    this.#webgl?.canvas.addEventListener('webglcontextrestored', () => this.#restore(), { signal });
    this.#follow();
    this.#resizing.observe(this.element);
  }

  get camera(): CameraState {
    return this.#camera;
  }

  show(morphology: Morphology): void {
    const { state, palette } = this.#context;
    const hadPoints = (this.#model?.morphology.points.length ?? 0) > 0;
    this.#model = new SceneModel(morphology);
    this.#model.hide(state.value);
    this.#model.colour(state.value, palette.value);
    this.#picture.setModel(this.#model, palette.value);
    this.#isQuickStale = true;
    this.#controls.show(morphology);
    this.#controls.showColours(this.#model.colours);
    this.#showProblems();
    this.#dropLost(morphology);
    if (!this.#isPlaced || !hadPoints) this.#placeFirst();
    this.#describe();
    this.#redraw();
    this.#restLater();
  }

  setVisible(isVisible: boolean): void {
    this.#isVisible = isVisible;
    if (isVisible) this.#redraw();
  }

  fit(): void {
    this.#fly(camera.refit(this.#camera, this.#bounds, this.#aspect));
  }

  resetView(): void {
    this.#fly(camera.framed(this.#bounds, this.#aspect, 'xy'));
  }

  view(side: camera.StandardView): void {
    this.#fly(camera.seenFrom(this.#camera, side));
  }

  toggleProjection(): void {
    const { state } = this.#context;
    state.update({ projection: state.value.projection === 'perspective' ? 'orthographic' : 'perspective' });
  }

  flyTo(point: Vector, radius: number): void {
    this.#fly(camera.centred(this.#camera, point, radius));
  }

  async png(scale = 2): Promise<Uint8Array> {
    const { width, height } = this.size;
    const target = document.createElement('canvas');
    target.width = Math.round(width * scale);
    target.height = Math.round(height * scale);
    const context = target.getContext('2d');
    if (context) {
      const view = this.#view();
      this.#picture.resize(width, height, scale);
      this.#picture.drawBest(view);
      // What WebGL has drawn is there only until this task ends.
      context.drawImage(this.#picture.canvas, 0, 0, target.width, target.height);
      context.setTransform(scale, 0, 0, scale, 0, 0);
      drawScaleBar(context, view, this.#context.palette.value, this.#font);
      drawAxes(context, view, this.#context.palette.value, this.#font);
      this.#picture.resize(width, height, devicePixelRatio);
      this.#redraw();
      this.#restLater();
    }
    const blob = await new Promise<Blob | null>((resolve) => target.toBlob(resolve, 'image/png'));
    return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
  }

  probe(): SceneProbe {
    const points = this.#model?.morphology.points;
    return {
      ...this.#picture.drawn,
      ...(this.#isQuick && this.#flat && { segments: this.#flat.drawn.segments, detail: 'thinned' as const }),
      isQuick: this.#isQuick,
      frames: this.#frames,
      isResting: !this.#isMoving && this.#frame === 0 && this.#isRefined,
      visibleSegments: this.#model?.segments ?? 0,
      glyphs: this.#glyphs.length,
      colorOf: (section) => this.#model?.colourOf(section) ?? '',
      placeOf: (point) => {
        const at = points?.subarray(point * 3, point * 3 + 3);
        return project(this.#view(), at?.[0] ?? 0, at?.[1] ?? 0, at?.[2] ?? 0);
      },
      pick: (x, y) => this.#pick(x, y),
    };
  }

  dispose(): void {
    this.#ending.abort();
    this.#flight.stop();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#restTimer);
    this.#resizing.disconnect();
    for (const end of this.#endings) end();
    this.#cameraControls.dispose();
    this.#controls.dispose();
    this.#webgl?.dispose();
    this.#flat?.dispose();
    this.element.remove();
  }

  moveCamera(state: CameraState): void {
    this.#flight.stop();
    this.#setCamera(state);
  }

  click(x: number, y: number): void {
    const glyph = this.#glyphAt(x, y);
    if (glyph) {
      this.#select(glyph.selection);
      return;
    }
    const picked = this.#pick(x, y);
    this.#select(picked ? { section: picked.section, point: picked.point } : null);
  }

  doubleClick(x: number, y: number): void {
    const picked = this.#pick(x, y);
    if (picked) this.#context.host.pickSection(picked.section, picked.point, true);
  }

  hover(place: { readonly x: number; readonly y: number } | undefined): void {
    this.#pointer = place;
    this.#isPointerStale = true;
    this.#request();
  }

  get #bounds(): Bounds {
    return this.#model?.bounds ?? EMPTY_BOUNDS;
  }

  get #aspect(): number {
    return this.size.width / this.size.height;
  }

  get #font(): string {
    return getComputedStyle(this.element).fontFamily;
  }

  #view(): camera.CameraView {
    return camera.viewOf(this.#camera, this.#projection, this.size.width, this.size.height, this.#bounds);
  }

  #follow(): void {
    const { state, palette, content } = this.#context;
    this.#endings.push(
      state.follow(['projection'], ({ projection }) => {
        this.#projection = projection;
        this.#redraw();
        this.#restLater();
      }),
      state.follow(['camera'], ({ camera: kept }) => {
        if (!kept || kept === this.#camera || !camera.isUsable(kept)) return;
        this.#isPlaced = true;
        this.#setCamera(kept);
      }),
      state.follow(['colouring'], () => this.#recolour()),
      state.follow(['hiddenTypes', 'hiddenNeurites'], (kept) => {
        this.#model?.hide(kept);
        this.#refresh();
      }),
      state.follow(['selection'], () => {
        this.#describe();
        this.#request();
      }),
      state.hover.subscribe(() => this.#request()),
      palette.subscribe(() => this.#recolour()),
      content.subscribe(() => this.#showProblems()),
    );
  }

  #recolour(): void {
    if (!this.#model) return;
    this.#model.colour(this.#context.state.value, this.#context.palette.value);
    this.#controls.showColours(this.#model.colours);
    this.#refresh();
  }

  #refresh(): void {
    this.#picture.refresh(this.#context.palette.value);
    this.#isQuickStale = true;
    this.#redraw();
    this.#restLater();
  }

  #showProblems(): void {
    const morphology = this.#model?.morphology;
    this.#glyphs = morphology ? problemGlyphs(this.#context.content.value, morphology) : [];
    this.#request();
  }

  /** What was selected may be gone after an edit. */
  #dropLost({ sections, diameters }: Morphology): void {
    const { state } = this.#context;
    const { selection } = state.value;
    if (state.hover.value !== null && state.hover.value >= sections.count) state.hover.set(null);
    if (!selection) return;
    if (selection.section >= sections.count) state.update({ selection: null });
    else if ((selection.point ?? 0) >= diameters.length) state.update({ selection: { section: selection.section } });
  }

  #placeFirst(): void {
    const kept = this.#context.state.value.camera;
    if (kept && camera.isUsable(kept) && this.#isPlaced) return;
    this.#camera = camera.framed(this.#bounds, this.#aspect, 'xy');
  }

  #fly(to: CameraState): void {
    this.#isPlaced = true;
    this.#flight.start(this.#camera, to, (state) => this.#setCamera(state));
  }

  #setCamera(state: CameraState): void {
    this.#isPlaced = true;
    this.#camera = state;
    this.#isMoving = true;
    // The picture comes to rest some time after its last frame, not after the last movement: frames may be slow.
    clearTimeout(this.#restTimer);
    this.#redraw();
    if (!this.#isVisible) this.#restLater();
  }

  #restLater(): void {
    this.#isRefined = false;
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => this.#rest(), REST_DELAY);
  }

  #rest(): void {
    if (this.#isMoving) {
      this.#isMoving = false;
      this.#context.state.update({ camera: this.#camera });
      // A picture that was drawn smaller while it moved is drawn in full size.
      this.#redraw();
    }
    if (!this.#model || !this.#isVisible) return;
    const timer = this.#restTimer;
    void this.#picture.refine(this.#view()).then(() => {
      if (timer === this.#restTimer) this.#isRefined = true;
    });
  }

  #redraw(): void {
    this.#isPictureStale = true;
    this.#request();
  }

  #request(): void {
    if (!this.#isVisible || this.#ending.signal.aborted) return;
    this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    this.#frame = 0;
    const view = this.#view();
    if (this.#isPictureStale) {
      this.#isPictureStale = false;
      this.#drawPicture(view);
      this.#frames++;
    }
    if (this.#isPointerStale) this.#lookUnderPointer();
    this.#drawOverlay(view);
    if (this.#isMoving) this.#restLater();
  }

  #drawPicture(view: camera.CameraView): void {
    const isQuick = this.#isMoving && this.#picture === this.#webgl && this.#webgl.isSlow;
    if (isQuick) {
      this.#webgl?.giveWay();
      this.#quickPicture().draw(view, true);
    } else this.#picture.draw(view, this.#isMoving);
    this.#showQuick(isQuick);
  }

  /** The plain canvas in place of WebGL, while the picture moves. */
  #quickPicture(): CanvasPicture {
    const flat = this.#makeFlat();
    if (this.#isQuickStale) {
      this.#isQuickStale = false;
      flat.setModel(this.#model, this.#context.palette.value);
      flat.resize(this.size.width, this.size.height, 1);
    }
    return flat;
  }

  #showQuick(isQuick: boolean): void {
    this.#isQuick = isQuick;
    if (this.#flat && this.#flat !== this.#picture) this.#flat.canvas.hidden = !isQuick;
    // A canvas that is covered costs a frame as much as one that is seen.
    this.#webgl?.canvas.classList.toggle('is-covered', isQuick);
  }

  #drawOverlay(view: camera.CameraView): void {
    // Drawn by the processor: where WebGL is drawn by it as well, two canvases of the same kind halve the frames.
    const context = this.#overlay.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    const { state, palette } = this.#context;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    if (this.#isQuick && this.#flat) context.drawImage(this.#flat.canvas, 0, 0, view.width, view.height);
    else context.clearRect(0, 0, view.width, view.height);
    const model = this.#model;
    if (model) {
      const { background, selection: color, focus } = palette.value;
      const selected = state.value.selection?.section;
      const hovered = state.hover.value;
      const isShown = (section: number): boolean => model.visible[section] === 1;
      if (hovered !== null && hovered !== selected && isShown(hovered)) {
        const core = model.colourOf(hovered);
        drawHighlight(context, view, model.morphology, { section: hovered, color: focus, width: 2 }, core);
      }
      if (selected !== undefined && isShown(selected)) {
        drawHighlight(context, view, model.morphology, { section: selected, color, width: 3 }, color);
        this.#drawPoint(context, view, color, background);
      }
    }
    for (const { position, level } of this.#glyphs) {
      const place = project(view, ...position);
      if (place) drawGlyph(context, place, level, palette.value);
    }
    drawScaleBar(context, view, palette.value, this.#font);
    drawAxes(context, view, palette.value, this.#font);
  }

  /** The selected point, as a ring. */
  #drawPoint(context: CanvasRenderingContext2D, view: camera.CameraView, color: string, background: string): void {
    const point = this.#context.state.value.selection?.point;
    const points = this.#model?.morphology.points;
    if (point === undefined || !points) return;
    const place = project(view, points[point * 3] ?? 0, points[point * 3 + 1] ?? 0, points[point * 3 + 2] ?? 0);
    if (!place) return;
    context.beginPath();
    context.arc(place.x, place.y, 4, 0, 2 * Math.PI);
    context.fillStyle = background;
    context.fill();
    context.strokeStyle = color;
    context.lineWidth = 2;
    context.stroke();
  }

  #pick(x: number, y: number): Picked | undefined {
    const model = this.#model;
    return model && pick(model.pickIndex, this.#view(), model.visible, x, y, TOLERANCE);
  }

  #glyphAt(x: number, y: number): Glyph | undefined {
    const view = this.#view();
    return this.#glyphs.findLast(({ position }) => {
      const place = project(view, ...position);
      return place && Math.hypot(place.x - x, place.y - y) <= GLYPH_SIZE + 2;
    });
  }

  /** At most once a frame. */
  #lookUnderPointer(): void {
    this.#isPointerStale = false;
    const place = this.#cameraControls.isDragging || this.#isMoving ? undefined : this.#pointer;
    const glyph = place && this.#glyphAt(place.x, place.y);
    const section = glyph?.selection.section ?? (place && this.#pick(place.x, place.y)?.section);
    this.#context.state.hover.set(section ?? null);
    this.#overlay.classList.toggle('is-over-section', section !== undefined);
    this.#tip.hidden = !place || section === undefined;
    if (!place || section === undefined) return;
    this.#tip.textContent = glyph?.message ?? `Section ${section} · ${this.#typeTitle(section)}`;
    const { width, height } = this.size;
    const x = Math.min(place.x + 14, Math.max(0, width - this.#tip.offsetWidth - 4));
    const y = Math.min(place.y + 16, Math.max(0, height - this.#tip.offsetHeight - 4));
    this.#tip.style.transform = `translate(${x}px, ${y}px)`;
  }

  #typeTitle(section: number): string {
    const morphology = this.#model?.morphology;
    return sectionTypeTitle(morphology?.sections.types[section] ?? 0, morphology?.family);
  }

  #select(selection: Selection | null): void {
    this.#context.state.update({ selection });
  }

  #step(step: Step): void {
    const model = this.#model;
    if (!model) return;
    const { sections, points } = model.morphology;
    const section = stepFrom(sections, model.visible, this.#context.state.value.selection?.section ?? null, step);
    if (section === null) return;
    this.#select({ section });
    // What is selected by key is brought into sight, where it is not.
    const { centre, radius } = ballOf(points, sections.offsets[section] ?? 0, sections.offsets[section + 1] ?? 0);
    const place = project(this.#view(), ...centre);
    const isSeen = place && place.x >= 0 && place.y >= 0 && place.x <= this.size.width && place.y <= this.size.height;
    if (!isSeen) this.flyTo(centre, Math.max(radius, this.#camera.halfHeight / 1.6));
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.#cameraControls.key(event) || this.#act(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  #act({ key, shiftKey }: KeyboardEvent): boolean {
    const { selection } = this.#context.state.value;
    const actions: Readonly<Partial<Record<string, () => void>>> = {
      f: () => this.fit(),
      home: () => this.resetView(),
      1: () => this.view('xy'),
      2: () => this.view('xz'),
      3: () => this.view('yz'),
      p: () => this.toggleProjection(),
      n: () => this.#step(shiftKey ? 'previous' : 'next'),
      '[': () => this.#step('parent'),
      ']': () => this.#step('child'),
      h: () => (shiftKey ? this.#controls.showNeurites() : this.#controls.hideNeurite()),
      ...(selection && {
        escape: () => this.#select(null),
        enter: () => this.#context.host.pickSection(selection.section, selection.point, true),
      }),
    };
    const action = actions[key.toLowerCase()];
    action?.();
    return action !== undefined;
  }

  #resize(): void {
    const { width, height } = this.element.getBoundingClientRect();
    if (width < 1 || height < 1) return;
    this.size = { width, height };
    this.#overlay.width = Math.floor(width * devicePixelRatio);
    this.#overlay.height = Math.floor(height * devicePixelRatio);
    this.#picture.resize(width, height, devicePixelRatio);
    this.#isQuickStale = true;
    if (!this.#isPlaced) this.#placeFirst();
    // A canvas that changes its size is empty: it is drawn before it is seen.
    cancelAnimationFrame(this.#frame);
    this.#isPictureStale = true;
    this.#draw();
    this.#restLater();
  }

  #describe(): void {
    const { content, state } = this.#context;
    const sections = this.#model?.morphology.sections;
    const { selection } = state.value;
    const chosen = selection
      ? `section ${selection.section} selected, ${this.#typeTitle(selection.section)}`
      : 'no section selected';
    const label = `${content.value.name} in 3-D: ${sections?.count ?? 0} sections, ${chosen}.`;
    this.#overlay.setAttribute('aria-label', label);
  }

  #makeFlat(): CanvasPicture {
    this.#flat ??= new CanvasPicture(document.createElement('canvas'));
    this.#flat.canvas.setAttribute('aria-hidden', 'true');
    return this.#flat;
  }

  #showNotice(): void {
    const isFlat = this.#picture === this.#flat;
    this.#notice.hidden = !isFlat;
    this.#notice.textContent = isFlat ? NO_WEBGL : '';
  }

  #lose(event: Event): void {
    // Says that the context is wanted back.
    event.preventDefault();
    this.#use(this.#makeFlat());
  }

  #restore(): void {
    if (this.#webgl) this.#use(this.#webgl);
  }

  #use(picture: Picture): void {
    if (picture === this.#picture) return;
    this.#flat?.canvas.remove();
    this.#picture.canvas.replaceWith(picture.canvas);
    picture.canvas.hidden = false;
    this.#picture = picture;
    this.#isQuick = false;
    this.#isQuickStale = true;
    const { width, height } = this.size;
    picture.setModel(this.#model, this.#context.palette.value);
    picture.resize(width, height, devicePixelRatio);
    this.#showNotice();
    this.#redraw();
    this.#restLater();
  }
}
