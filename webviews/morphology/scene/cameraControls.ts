/** Turning, moving and zooming by mouse, finger and key. */
import type { CameraState } from '../state';
import { panned, turned, zoomed } from './cameraState';

export interface CameraTarget {
  readonly camera: CameraState;
  /** Size of the picture in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  moveCamera(camera: CameraState): void;
  /** The pointer was pressed and released on one place. */
  click(x: number, y: number): void;
  doubleClick(x: number, y: number): void;
  /** The pointer is over a place and no button is pressed; undefined when it has left. */
  hover(place: { readonly x: number; readonly y: number } | undefined): void;
}

/** Half a turn across the height of the picture. */
const TURN = Math.PI;
const KEY_TURN = Math.PI / 24;
const KEY_PAN = 0.1;
const KEY_ZOOM = 1.15;
/** A press that moves less, in pixels, is a click. */
const CLICK_TOLERANCE = 4;

export class CameraControls {
  readonly #element: HTMLElement;
  readonly #target: CameraTarget;
  readonly #pointers = new Map<number, { x: number; y: number }>();
  readonly #ending = new AbortController();
  #travelled = 0;

  constructor(element: HTMLElement, target: CameraTarget) {
    this.#element = element;
    this.#target = target;
    const { signal } = this.#ending;
    element.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    element.addEventListener('pointermove', (event) => this.#move(event), { signal });
    element.addEventListener('pointerup', (event) => this.#up(event), { signal });
    element.addEventListener('pointercancel', (event) => this.#pointers.delete(event.pointerId), { signal });
    element.addEventListener('pointerleave', () => target.hover(undefined), { signal });
    element.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
    element.addEventListener('dblclick', (event) => target.doubleClick(event.offsetX, event.offsetY), { signal });
    // The right button moves the picture.
    element.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  }

  /** Whether a button or a finger is down: nothing is under the pointer then. */
  get isDragging(): boolean {
    return this.#pointers.size > 0 && this.#travelled > CLICK_TOLERANCE;
  }

  /** Moves by an arrow or a plus or minus key; false for other keys. */
  key(event: KeyboardEvent): boolean {
    const { camera } = this.#target;
    const [right, up] = ARROWS[event.key] ?? [0, 0];
    if (right !== 0 || up !== 0) {
      this.#target.moveCamera(
        event.shiftKey
          ? panned(camera, right * KEY_PAN, up * KEY_PAN)
          : turned(camera, right * KEY_TURN, up * KEY_TURN),
      );
      return true;
    }
    const zoom = event.key === '+' || event.key === '=' ? 1 / KEY_ZOOM : event.key === '-' ? KEY_ZOOM : 1;
    if (zoom === 1) return false;
    this.#target.moveCamera(zoomed(camera, zoom));
    return true;
  }

  dispose(): void {
    this.#ending.abort();
  }

  #down(event: PointerEvent): void {
    if (this.#pointers.size === 0) this.#travelled = 0;
    this.#pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    this.#element.setPointerCapture(event.pointerId);
    this.#element.focus({ preventScroll: true });
  }

  #move(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    const place = { x: event.offsetX, y: event.offsetY };
    if (!before) {
      this.#target.hover(place);
      return;
    }
    const { height } = this.#target.size;
    const dx = place.x - before.x;
    const dy = place.y - before.y;
    this.#travelled += Math.hypot(dx, dy);
    if (this.#travelled <= CLICK_TOLERANCE) return;
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    let { camera } = this.#target;
    if (other) {
      // Two fingers: each moves the picture by half, their distance zooms.
      const apart = Math.hypot(before.x - other.x, before.y - other.y);
      const now = Math.hypot(place.x - other.x, place.y - other.y);
      camera = panned(camera, -dx / height, dy / height);
      if (apart > 1 && now > 1) camera = zoomed(camera, apart / now);
    } else if (event.buttons & 6 || event.shiftKey) {
      camera = panned(camera, (-2 * dx) / height, (2 * dy) / height);
    } else camera = turned(camera, (dx / height) * TURN, (-dy / height) * TURN);
    this.#pointers.set(event.pointerId, place);
    this.#target.moveCamera(camera);
  }

  #up(event: PointerEvent): void {
    const wasDown = this.#pointers.delete(event.pointerId);
    if (!wasDown || this.#travelled > CLICK_TOLERANCE || event.button !== 0) return;
    this.#target.click(event.offsetX, event.offsetY);
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const { width, height } = this.#target.size;
    // Lines and pages become pixels; one step of a wheel is about 100.
    const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? height : 1);
    const factor = Math.exp(Math.max(-1, Math.min(1, pixels / 500)));
    const right = (event.offsetX - width / 2) / (height / 2);
    const up = (height / 2 - event.offsetY) / (height / 2);
    this.#target.moveCamera(zoomed(this.#target.camera, factor, right, up));
  }
}

const ARROWS: Readonly<Partial<Record<string, readonly [number, number]>>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
