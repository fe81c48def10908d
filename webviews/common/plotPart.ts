/** A plot in the page: drawn anew for each size, as SVG with text. */
import { element } from './dom';

interface PlotPart {
  readonly element: HTMLElement;
  redraw(): void;
  /** The picture as it is drawn in a size of its own, for a file. */
  picture(width: number, height: number): SVGSVGElement | undefined;
  dispose(): void;
}

/** @param draw undefined: there is nothing to draw */
export function plotPart(
  label: () => string,
  draw: (width: number, height: number) => SVGSVGElement | undefined,
): PlotPart {
  const holder = element('div', { class: 'plot-holder' });
  let frame: number | undefined;
  const paint = (): void => {
    frame = undefined;
    const { clientWidth: width, clientHeight: height } = holder;
    if (width < 80 || height < 60) return;
    const svg = draw(width, height);
    if (svg) {
      svg.setAttribute('role', 'img');
      svg.setAttribute('aria-label', label());
      holder.replaceChildren(svg);
    } else holder.replaceChildren();
  };
  const redraw = (): void => {
    frame ??= requestAnimationFrame(paint);
  };
  const observer = new ResizeObserver(redraw);
  observer.observe(holder);
  return {
    element: holder,
    redraw,
    picture: draw,
    dispose: () => {
      observer.disconnect();
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}
