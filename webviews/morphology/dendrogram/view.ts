/** What of the dendrogram is seen: zoomed around the pointer, dragged about, fitted again. */
import type { DendrogramLayout } from './layout';
import type { DendrogramFrame } from './paint';

/** Room for the axis and around the picture, in pixels. */
export const MARGIN = { left: 56, right: 16, top: 14, bottom: 16 };
const CLOSEST = 400;

export class DendrogramView {
  /** 1: everything is in sight. */
  #zoom = 1;
  /** Shift of the picture, in pixels. */
  #x = 0;
  #y = 0;

  frame(layout: DendrogramLayout, width: number, height: number): DendrogramFrame {
    const across = Math.max(1, width - MARGIN.left - MARGIN.right);
    const up = Math.max(1, height - MARGIN.top - MARGIN.bottom);
    // A few sections would be blown up into bars: a µm of thickness takes at most a few pixels.
    const fitted = Math.min(across / Math.max(layout.width, 1e-6), 12);
    const scaleX = fitted * this.#zoom;
    const scaleY = (up / Math.max(layout.height, 1e-6)) * this.#zoom;
    const centred = (across - layout.width * fitted) / 2;
    return {
      scaleX,
      scaleY,
      left: MARGIN.left + centred * this.#zoom + this.#x,
      bottom: height - MARGIN.bottom + this.#y,
      width,
      height,
    };
  }

  get zoom(): number {
    return this.#zoom;
  }

  fit(): void {
    this.#zoom = 1;
    this.#x = 0;
    this.#y = 0;
  }

  /** By a factor; the place (in pixels) stays where it is. */
  zoomAt(factor: number, x: number, y: number, height: number): void {
    const zoom = Math.min(CLOSEST, Math.max(1, this.#zoom * factor));
    const ratio = zoom / this.#zoom;
    this.#zoom = zoom;
    if (zoom === 1) {
      this.fit();
      return;
    }
    const left = MARGIN.left + this.#x;
    const bottom = height - MARGIN.bottom + this.#y;
    this.#x += (left - x) * (ratio - 1);
    this.#y += (bottom - y) * (ratio - 1);
  }

  move(x: number, y: number): void {
    if (this.#zoom === 1) return;
    this.#x += x;
    this.#y += y;
  }
}
