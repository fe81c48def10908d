/** The cell in space: what is drawn follows the shared state, and what the user does on the picture sets it. */
import type { Morphology } from '../../../formats/morphology/model';
import type { PartContext } from '../part';
import type { CameraState } from '../state';
import type { Bounds, Vector } from './bounds';
import { ballOf, EMPTY_BOUNDS } from './bounds';
import { CameraControls, type CameraTarget } from './cameraControls';
import * as camera from './cameraState';
import { Flight } from './flight';
import type { Step } from './navigation';
import { dropLost, stepFrom } from './navigation';
import { project } from './picking';
import type { Glyph } from './problemGlyphs';
import { pngOf } from './png';
import { problemGlyphs } from './problemGlyphs';
import { SceneControls } from './sceneControls';
import { SceneFrames } from './sceneFrames';
import { actByKey } from './sceneKeys';
import { SceneModel } from './sceneModel';
import { SceneOverlay } from './sceneOverlay';
import { ScenePictures } from './scenePictures';
import type { Pointed } from './scenePointer';
import { ScenePointer } from './scenePointer';
import type { ScenePart, SceneProbe } from './scenePart';
import './scene.css';

export function createScene(context: PartContext): ScenePart {
  return new CellScene(context);
}

class CellScene implements ScenePart, CameraTarget, Pointed {
  readonly element = document.createElement('div');
  readonly #context: PartContext;
  readonly #pictures: ScenePictures;
  readonly #overlay: SceneOverlay;
  readonly #pointer: ScenePointer;
  readonly #controls: SceneControls;
  readonly #cameraControls: CameraControls;
  readonly #frames: SceneFrames;
  readonly #flight = new Flight();
  readonly #resizing = new ResizeObserver(() => this.#resize());
  readonly #endings: (() => void)[] = [];
  model: SceneModel | undefined;
  glyphs: readonly Glyph[] = [];
  #camera: CameraState = camera.framed(EMPTY_BOUNDS, 1, 'xy');
  /** Whether the camera stands where somebody put it: until then it follows the size of the picture. */
  #isPlaced = false;
  #projection: camera.Projection = 'perspective';
  size = { width: 1, height: 1 };

  constructor(context: PartContext) {
    this.#context = context;
    this.element.className = 'scene';
    this.#frames = new SceneFrames({
      draw: (isPictureStale) => this.#draw(isPictureStale),
      settle: () => context.state.update({ camera: this.#camera }),
      refine: () => this.#pictures.refine(this.seen()),
    });
    this.#pictures = new ScenePictures(context.palette, () => this.#frames.renew());
    this.#overlay = new SceneOverlay(context);
    this.#pointer = new ScenePointer(context, this);
    this.#controls = new SceneControls(context, this);
    this.element.append(this.#pictures.canvas, this.#overlay.canvas);
    this.element.append(this.#controls.top, this.#controls.side, this.#pictures.notice, this.#pointer.tip);
    this.#cameraControls = new CameraControls(this.#overlay.canvas, this);
    this.#overlay.canvas.addEventListener('keydown', (event) => this.#key(event));
    this.#follow();
    this.#resizing.observe(this.element);
  }

  get camera(): CameraState {
    return this.#camera;
  }

  show(morphology: Morphology): void {
    const { state, palette } = this.#context;
    const hadPoints = (this.model?.morphology.points.length ?? 0) > 0;
    const model = new SceneModel(morphology);
    model.hide(state.value);
    model.colour(state.value, palette.value);
    this.model = model;
    this.#pictures.setModel(model);
    this.#controls.show(morphology);
    this.#controls.showColours(model.colours);
    this.#showProblems();
    dropLost(state, morphology);
    if (!this.#isPlaced || !hadPoints) this.#placeFirst();
    this.#describe();
    this.#frames.renew();
  }

  setVisible(isVisible: boolean): void {
    this.#frames.setVisible(isVisible);
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

  png(scale = 2): Promise<Uint8Array> {
    const view = this.seen();
    return pngOf(view.width, view.height, scale, (context) => {
      this.#pictures.paintOn(context, view, scale);
      context.setTransform(scale, 0, 0, scale, 0, 0);
      this.#overlay.drawScales(context, view);
      this.#frames.renew();
    });
  }

  probe(): SceneProbe {
    const points = this.model?.morphology.points;
    return {
      ...this.#pictures.drawn,
      isQuick: this.#pictures.quick !== undefined,
      frames: this.#frames.count,
      isResting: this.#frames.isResting,
      visibleSegments: this.model?.segments ?? 0,
      glyphs: this.glyphs.length,
      colorOf: (section) => this.model?.colourOf(section) ?? '',
      placeOf: (point) => {
        const at = points?.subarray(point * 3, point * 3 + 3);
        return project(this.seen(), at?.[0] ?? 0, at?.[1] ?? 0, at?.[2] ?? 0);
      },
      pick: (x, y) => this.#pointer.pick(x, y),
    };
  }

  dispose(): void {
    this.#flight.stop();
    this.#frames.dispose();
    this.#resizing.disconnect();
    for (const end of this.#endings) end();
    this.#cameraControls.dispose();
    this.#controls.dispose();
    this.#pictures.dispose();
    this.element.remove();
  }

  moveCamera(state: CameraState): void {
    this.#flight.stop();
    this.#setCamera(state);
  }

  click(x: number, y: number): void {
    this.#pointer.click(x, y);
  }

  doubleClick(x: number, y: number): void {
    this.#pointer.doubleClick(x, y);
  }

  hover(place: { readonly x: number; readonly y: number } | undefined): void {
    this.#pointer.hover(place);
    this.#frames.request();
  }

  seen(): camera.CameraView {
    return camera.viewOf(this.#camera, this.#projection, this.size.width, this.size.height, this.#bounds);
  }

  get #bounds(): Bounds {
    return this.model?.bounds ?? EMPTY_BOUNDS;
  }

  get #aspect(): number {
    return this.size.width / this.size.height;
  }

  #follow(): void {
    const { state, palette, content } = this.#context;
    this.#endings.push(
      state.follow(['projection'], ({ projection }) => {
        this.#projection = projection;
        this.#frames.renew();
      }),
      state.follow(['camera'], ({ camera: kept }) => {
        if (!kept || kept === this.#camera || !camera.isUsable(kept)) return;
        this.#isPlaced = true;
        this.#setCamera(kept);
      }),
      state.follow(['colouring'], () => this.#recolour()),
      state.follow(['hiddenTypes', 'hiddenNeurites'], (kept) => {
        this.model?.hide(kept);
        this.#refresh();
      }),
      state.follow(['selection'], () => {
        this.#describe();
        this.#frames.request();
      }),
      state.hover.subscribe(() => this.#frames.request()),
      palette.subscribe(() => this.#recolour()),
      content.subscribe(() => this.#showProblems()),
    );
  }

  #recolour(): void {
    if (!this.model) return;
    this.model.colour(this.#context.state.value, this.#context.palette.value);
    this.#controls.showColours(this.model.colours);
    this.#refresh();
  }

  #refresh(): void {
    this.#pictures.refresh();
    this.#frames.renew();
  }

  #showProblems(): void {
    const morphology = this.model?.morphology;
    this.glyphs = morphology ? problemGlyphs(this.#context.content.value, morphology) : [];
    this.#frames.request();
  }

  #placeFirst(): void {
    const { camera: kept } = this.#context.state.value;
    if (this.#isPlaced && kept && camera.isUsable(kept)) return;
    this.#camera = camera.framed(this.#bounds, this.#aspect, 'xy');
  }

  #fly(to: CameraState): void {
    this.#isPlaced = true;
    this.#flight.start(this.#camera, to, (state) => this.#setCamera(state));
  }

  #setCamera(state: CameraState): void {
    this.#isPlaced = true;
    this.#camera = state;
    this.#frames.move();
  }

  #draw(isPictureStale: boolean): void {
    const view = this.seen();
    if (isPictureStale) this.#pictures.draw(view, this.#frames.isMoving);
    this.#pointer.look(view, this.#cameraControls.isDragging || this.#frames.isMoving);
    this.#overlay.canvas.classList.toggle('is-over-section', this.#pointer.isOverSection);
    this.#overlay.draw({ view, model: this.model, glyphs: this.glyphs, ground: this.#pictures.quick });
  }

  #step(step: Step): void {
    if (!this.model) return;
    const { sections, points } = this.model.morphology;
    const { selection } = this.#context.state.value;
    const section = stepFrom(sections, this.model.visible, selection?.section ?? null, step);
    if (section === null) return;
    this.#context.state.update({ selection: { section } });
    // What is selected by key is brought into sight, where it is not.
    const { centre, radius } = ballOf(points, sections.offsets[section] ?? 0, sections.offsets[section + 1] ?? 0);
    const place = project(this.seen(), ...centre);
    const isSeen = place && place.x >= 0 && place.y >= 0 && place.x <= this.size.width && place.y <= this.size.height;
    if (!isSeen) this.flyTo(centre, Math.max(radius, this.#camera.halfHeight / 1.6));
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = (to: Step): void => this.#step(to);
    if (this.#cameraControls.key(event) || actByKey(event, this.#context, this, this.#controls, step)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  #resize(): void {
    const { width, height } = this.element.getBoundingClientRect();
    if (width < 1 || height < 1) return;
    this.size = { width, height };
    this.#overlay.resize(width, height);
    this.#pictures.resize(width, height);
    if (!this.#isPlaced) this.#placeFirst();
    this.#frames.drawNow();
  }

  #describe(): void {
    const { content, state } = this.#context;
    const { selection } = state.value;
    const chosen = selection
      ? `section ${selection.section} selected, ${this.#pointer.titleOf(selection.section)}`
      : 'no section selected';
    const count = this.model?.morphology.sections.count ?? 0;
    this.#overlay.canvas.ariaLabel = `${content.value.name} in 3-D: ${count} sections, ${chosen}.`;
  }
}
