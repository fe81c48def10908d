/** The camera's way from one place to another. */
import type { CameraState } from '../state';
import { between } from './cameraState';

/** Milliseconds. */
const DURATION = 350;

export class Flight {
  #frame = 0;

  /** Calls back with every camera on the way; with the last one only, where less motion is wanted. */
  start(from: CameraState, to: CameraState, move: (camera: CameraState) => void): void {
    this.stop();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      move(to);
      return;
    }
    let begin: number | undefined;
    const step = (now: number): void => {
      begin ??= now;
      const fraction = Math.min(1, (now - begin) / DURATION);
      this.#frame = fraction < 1 ? requestAnimationFrame(step) : 0;
      // Slow at both ends.
      move(fraction < 1 ? between(from, to, fraction * fraction * (3 - 2 * fraction)) : to);
    };
    this.#frame = requestAnimationFrame(step);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}
