/** Which picture is drawn: WebGL, a plain canvas where there is none, and where WebGL is slow one while the cell moves. */
import type { Observable } from '../../common/signal';
import type { Palette } from '../palette';
import type { CameraView } from './cameraState';
import { CanvasPicture } from './canvasPicture';
import type { Drawn, Picture } from './picture';
import type { SceneModel } from './sceneModel';
import { WebglPicture } from './webglPicture';

const NO_WEBGL = 'WebGL is not available: a flat projection is shown instead.';

export class ScenePictures {
  /** Says where the picture is a flat one. */
  readonly notice = document.createElement('div');
  readonly #palette: Observable<Palette>;
  readonly #renew: () => void;
  readonly #ending = new AbortController();
  readonly #webgl: WebglPicture | undefined;
  #flat: CanvasPicture | undefined;
  #picture: Picture;
  #model: SceneModel | undefined;
  #size = { width: 1, height: 1 };
  #isQuick = false;
  #isQuickStale = true;

  /** @param renew called when another picture has taken over: it is to be drawn */
  constructor(palette: Observable<Palette>, renew: () => void) {
    this.#palette = palette;
    this.#renew = renew;
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    this.#webgl = WebglPicture.create(canvas);
    this.#picture = this.#webgl ?? this.#makeFlat();
    this.notice.className = 'scene-notice';
    this.notice.setAttribute('role', 'status');
    this.#showNotice();
    const { signal } = this.#ending;
    canvas.addEventListener('webglcontextlost', (event) => this.#lose(event), { signal });
    canvas.addEventListener('webglcontextrestored', () => this.#use(this.#webgl), { signal });
  }

  /** The canvas that lies in the page; another one after the context was lost, in its place. */
  get canvas(): HTMLCanvasElement {
    return this.#picture.canvas;
  }

  /** What is to be drawn over `canvas`, in its size: a moving picture where WebGL is slow. */
  get quick(): HTMLCanvasElement | undefined {
    return this.#isQuick ? this.#flat?.canvas : undefined;
  }

  get drawn(): Drawn {
    const { drawn } = this.#picture;
    if (!this.#isQuick || !this.#flat) return drawn;
    return { ...drawn, segments: this.#flat.drawn.segments, detail: 'thinned' };
  }

  setModel(model: SceneModel): void {
    this.#model = model;
    this.#isQuickStale = true;
    this.#picture.setModel(model, this.#palette.value);
  }

  refresh(): void {
    this.#isQuickStale = true;
    this.#picture.refresh(this.#palette.value);
  }

  resize(width: number, height: number): void {
    this.#size = { width, height };
    this.#isQuickStale = true;
    this.#picture.resize(width, height, devicePixelRatio);
  }

  draw(view: CameraView, isMoving: boolean): void {
    this.#isQuick = isMoving && this.#picture === this.#webgl && this.#webgl.isSlow;
    if (this.#isQuick) {
      this.#webgl?.giveWay();
      this.#drawQuickly(view);
    } else this.#picture.draw(view, isMoving);
    // A canvas that is covered costs a frame as much as one that is seen.
    this.#webgl?.canvas.classList.toggle('is-covered', this.#isQuick);
  }

  async refine(view: CameraView): Promise<void> {
    if (this.#model) await this.#picture.refine(view);
  }

  /** Puts the best picture on another canvas, which it fills. */
  paintOn(context: CanvasRenderingContext2D, view: CameraView, scale: number): void {
    const { width, height } = this.#size;
    this.#picture.resize(width, height, scale);
    this.#picture.drawBest(view);
    // What WebGL has drawn is there only until this task ends.
    context.drawImage(this.#picture.canvas, 0, 0, context.canvas.width, context.canvas.height);
    this.#picture.resize(width, height, devicePixelRatio);
  }

  dispose(): void {
    this.#ending.abort();
    this.#webgl?.dispose();
    this.#flat?.dispose();
  }

  #drawQuickly(view: CameraView): void {
    const flat = this.#makeFlat();
    if (this.#isQuickStale) {
      this.#isQuickStale = false;
      flat.setModel(this.#model, this.#palette.value);
      flat.resize(this.#size.width, this.#size.height, 1);
    }
    flat.draw(view, true);
  }

  #makeFlat(): CanvasPicture {
    this.#flat ??= new CanvasPicture(document.createElement('canvas'));
    this.#flat.canvas.setAttribute('aria-hidden', 'true');
    return this.#flat;
  }

  #showNotice(): void {
    const isFlat = this.#picture === this.#flat;
    this.notice.hidden = !isFlat;
    this.notice.textContent = isFlat ? NO_WEBGL : '';
  }

  #lose(event: Event): void {
    // Says that the context is wanted back.
    event.preventDefault();
    this.#webgl?.giveWay();
    this.#use(this.#makeFlat());
  }

  #use(picture: Picture | undefined): void {
    if (!picture || picture === this.#picture) return;
    this.#picture.canvas.replaceWith(picture.canvas);
    this.#picture = picture;
    this.#isQuick = false;
    this.#isQuickStale = true;
    this.#webgl?.canvas.classList.remove('is-covered');
    picture.setModel(this.#model, this.#palette.value);
    picture.resize(this.#size.width, this.#size.height, devicePixelRatio);
    this.#showNotice();
    this.#renew();
  }
}
