/** A canvas that has as many pixels as the screen, and draws once a frame at most. */
import { element } from './dom';

interface SharpCanvas {
  /** Draws with the next frame. */
  readonly redraw: () => void;
  dispose(): void;
}

/** @param draw in CSS pixels; not called while the canvas has no size */
export function sharpCanvas(
  holder: HTMLElement,
  draw: (context: CanvasRenderingContext2D, width: number, height: number) => void,
): SharpCanvas {
  const canvas = element('canvas', { class: 'fill' });
  holder.append(canvas);
  let frame: number | undefined;
  const paint = (): void => {
    frame = undefined;
    const { clientWidth: width, clientHeight: height } = holder;
    // Tens of thousands of small shapes are drawn faster by the processor than by a graphics card that is made up by it.
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context || width === 0 || height === 0) return;
    const ratio = window.devicePixelRatio;
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== across) canvas.width = across;
    if (canvas.height !== down) canvas.height = down;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    draw(context, width, height);
  };
  const redraw = (): void => {
    frame ??= requestAnimationFrame(paint);
  };
  const observer = new ResizeObserver(redraw);
  observer.observe(holder);
  return {
    redraw,
    dispose: () => {
      observer.disconnect();
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}
