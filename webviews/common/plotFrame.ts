/** Axes of a plot, for the page and for a file: plain SVG with text, its colours in attributes. */
import { svgElement } from './dom';
import { axisTicks, formatNumber } from './numbers';

export interface Axis {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  /** No ticks: a mere order. */
  readonly bare?: boolean;
}

export interface PlotColors {
  readonly foreground: string;
  readonly muted: string;
  readonly grid: string;
  readonly background: string;
}

interface PlotBox {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const PLOT_FONT = 'sans-serif';
const FONT_SIZE = 11;

export function plotBox(width: number, height: number): PlotBox {
  return { width, height, left: 56, right: width - 12, top: 10, bottom: height - 36 };
}

export function scaleX({ left, right }: PlotBox, { low, high }: Axis): (value: number) => number {
  const factor = high > low ? (right - left) / (high - low) : 0;
  return (value) => left + (value - low) * factor;
}

export function scaleY({ top, bottom }: PlotBox, { low, high }: Axis): (value: number) => number {
  const factor = high > low ? (bottom - top) / (high - low) : 0;
  return (value) => bottom - (value - low) * factor;
}

/** Grid, ticks and labels of both axes. */
export function plotAxes(box: PlotBox, x: Axis, y: Axis, colors: PlotColors): SVGGElement {
  const group = svgElement('g', { 'font-family': PLOT_FONT, 'font-size': FONT_SIZE, fill: colors.muted });
  const toX = scaleX(box, x);
  const toY = scaleY(box, y);
  if (!x.bare) {
    for (const tick of axisTicks(x.low, x.high, Math.max(2, (box.right - box.left) / 90))) {
      const at = toX(tick);
      group.append(
        line(at, box.top, at, box.bottom, colors.grid),
        text(at, box.bottom + 14, 'middle', formatNumber(tick)),
      );
    }
  }
  if (!y.bare) {
    for (const tick of axisTicks(y.low, y.high, Math.max(2, (box.bottom - box.top) / 45))) {
      const at = toY(tick);
      group.append(
        line(box.left, at, box.right, at, colors.grid),
        text(box.left - 6, at + 4, 'end', formatNumber(tick)),
      );
    }
  }
  group.append(
    line(box.left, box.top, box.left, box.bottom, colors.muted),
    line(box.left, box.bottom, box.right, box.bottom, colors.muted),
    text((box.left + box.right) / 2, box.height - 6, 'middle', x.label),
  );
  const middle = (box.top + box.bottom) / 2;
  const label = text(12, middle, 'middle', y.label);
  label.setAttribute('transform', `rotate(-90 12 ${middle})`);
  group.append(label);
  return group;
}

function line(x1: number, y1: number, x2: number, y2: number, stroke: string): SVGElement {
  return svgElement('line', { x1, y1, x2, y2, stroke, 'stroke-width': 1, 'shape-rendering': 'crispEdges' });
}

function text(x: number, y: number, anchor: string, content: string): SVGElement {
  return svgElement('text', { x, y, 'text-anchor': anchor }, content);
}

export function plotSvg(box: PlotBox, ...children: readonly SVGElement[]): SVGSVGElement {
  return svgElement(
    'svg',
    { width: box.width, height: box.height, viewBox: `0 0 ${box.width} ${box.height}` },
    ...children,
  );
}

/** A file of its own: with its ground, so that it can be read wherever it is put. */
export function svgText(svg: SVGSVGElement, title: string, background: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const { width, height } = copy.viewBox.baseVal;
  copy.prepend(svgElement('title', {}, title), svgElement('rect', { x: 0, y: 0, width, height, fill: background }));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
