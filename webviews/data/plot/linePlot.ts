/** A plot of lines in the colours of the theme, zoomed by pointer and keys; a zoom is asked for, never assumed. */
import uPlot from 'uplot';
import { element, svgElement } from '../../common/dom';
import { formatNumber } from '../../common/numbers';
import { plotAxes, plotBox, plotSvg, scaleX, scaleY, svgText, type PlotColors } from '../../common/plotFrame';
import { observedTheme } from '../../common/theme';
import { plotColors } from './colors';
import { alignLines, extent, type PlotLine } from './lines';

export interface LinePicture {
  readonly lines: readonly PlotLine[];
  readonly xTitle: string;
  readonly yTitle: string;
  readonly x: readonly [low: number, high: number];
  /** What y held to; the lines where it is left out. */
  readonly y?: readonly [low: number, high: number] | undefined;
  /** Upright lines with a word. */
  readonly marks?: readonly { readonly x: number; readonly text: string }[];
}

interface LinePlotOptions {
  readonly label: () => string;
  /** undefined: everything. */
  readonly zoom: (range: { readonly low: number; readonly high: number } | undefined) => void;
  /** What was read for a narrower plot is coarse now. */
  readonly widened?: () => void;
}

const AXIS_HEIGHT = 44;
const AXIS_WIDTH = 62;

export class LinePlot {
  readonly element: HTMLElement;
  readonly #options: LinePlotOptions;
  readonly #readout = element('p', { class: 'plot-readout', 'aria-hidden': 'true' });
  readonly #observer: ResizeObserver;
  readonly #unfollow: () => void;
  #picture: LinePicture | undefined;
  #plot: uPlot | undefined;
  /** When the picture was given. */
  #width = 0;

  constructor(options: LinePlotOptions) {
    this.#options = options;
    this.element = element('div', {
      class: 'plot-holder line-plot',
      role: 'application',
      tabindex: 0,
      on: {
        keydown: (event) => {
          this.#key(event);
        },
      },
    });
    this.#observer = new ResizeObserver(() => {
      this.#resize();
    });
    this.#observer.observe(this.element);
    this.#unfollow = observedTheme().subscribe(() => {
      this.#draw();
    });
  }

  /** How many parts a line may have, so that each has a pixel. */
  get bins(): number {
    return Math.max(100, Math.min(4000, Math.round(this.element.clientWidth - AXIS_WIDTH) || 800));
  }

  show(picture: LinePicture | undefined): void {
    this.#picture = picture;
    this.#width = picture ? this.element.clientWidth : 0;
    this.#draw();
  }

  async png(): Promise<Uint8Array | undefined> {
    const canvas = this.#plot?.ctx.canvas;
    if (!canvas) return undefined;
    const copy = element('canvas', { width: canvas.width, height: canvas.height });
    const context = copy.getContext('2d');
    if (!context) return undefined;
    context.fillStyle = plotColors().background;
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(canvas, 0, 0);
    const blob = await new Promise<Blob | null>((resolve) => {
      copy.toBlob(resolve);
    });
    return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
  }

  svg(title: string): string | undefined {
    if (!this.#picture) return undefined;
    return linesSvg(this.#picture, title);
  }

  dispose(): void {
    this.#observer.disconnect();
    this.#unfollow();
    this.#plot?.destroy();
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (!this.#plot) this.#draw();
    else if (width > 80 && height > 60) this.#plot.setSize({ width, height });
    if (this.#width > 0 && width > this.#width * 1.5) {
      this.#width = width;
      this.#options.widened?.();
    }
  }

  #draw(): void {
    this.#plot?.destroy();
    this.#plot = undefined;
    this.element.setAttribute('aria-label', this.#options.label());
    const picture = this.#picture;
    const { clientWidth: width, clientHeight: height } = this.element;
    if (!picture || width < 80 || height < 60) {
      this.element.replaceChildren();
      return;
    }
    const { data, order } = alignLines(picture.lines);
    this.element.replaceChildren(this.#readout);
    this.#readout.textContent = '';
    this.#plot = new uPlot(this.#settings(picture, order, width, height), data, this.element);
  }

  #settings(picture: LinePicture, order: readonly number[], width: number, height: number): uPlot.Options {
    const colors = plotColors();
    const axis = (label: string): uPlot.Axis => ({
      label,
      labelSize: 18,
      labelGap: 0,
      font: '11px sans-serif',
      labelFont: '11px sans-serif',
      stroke: colors.muted,
      grid: { stroke: colors.grid, width: 1 },
      ticks: { stroke: colors.grid, width: 1, size: 4 },
      values: (_, ticks) => ticks.map((tick) => formatNumber(tick)),
    });
    const y = picture.y ?? paddedExtent(picture.lines);
    return {
      width,
      height,
      legend: { show: false },
      padding: [8, 22, 0, 0],
      cursor: {
        drag: { x: true, y: false, setScale: false },
        points: { show: false },
        bind: {
          dblclick: () => () => {
            this.#options.zoom(undefined);
            return null;
          },
        },
      },
      scales: { x: { time: false, range: () => [...picture.x] }, y: { range: () => [...y] } },
      axes: [
        { ...axis(picture.xTitle), size: AXIS_HEIGHT - 18 },
        { ...axis(picture.yTitle), size: AXIS_WIDTH - 18 },
      ],
      series: [
        {},
        ...order.map((index): uPlot.Series => {
          const line = picture.lines[index];
          return {
            label: line?.title ?? '',
            stroke: line?.color ?? colors.foreground,
            width: 1,
            points: { show: (line?.x.length ?? 0) < 60, size: 4 },
          };
        }),
      ],
      hooks: {
        setSelect: [
          (plot) => {
            const { left, width: across } = plot.select;
            if (across < 4) return;
            this.#options.zoom({ low: plot.posToVal(left, 'x'), high: plot.posToVal(left + across, 'x') });
          },
        ],
        setCursor: [
          (plot) => {
            this.#tell(plot, picture);
          },
        ],
        draw: [
          (plot) => {
            drawMarks(plot, picture.marks ?? [], colors);
          },
        ],
      },
    };
  }

  #tell(plot: uPlot, { xTitle, yTitle }: LinePicture): void {
    const { left = -1, top = -1 } = plot.cursor;
    if (left < 0) this.#readout.textContent = '';
    else {
      const [x, y] = [plot.posToVal(left, 'x'), plot.posToVal(top, 'y')];
      this.#readout.textContent = `${xTitle} ${formatNumber(x, 6)} · ${yTitle} ${formatNumber(y)}`;
    }
  }

  #key(event: KeyboardEvent): void {
    const picture = this.#picture;
    if (!picture || event.ctrlKey || event.metaKey || event.altKey) return;
    const [low, high] = picture.x;
    const span = high - low;
    const moves: Readonly<Record<string, { readonly low: number; readonly high: number }>> = {
      ArrowLeft: { low: low - span / 4, high: high - span / 4 },
      ArrowRight: { low: low + span / 4, high: high + span / 4 },
      '+': { low: low + span / 4, high: high - span / 4 },
      '=': { low: low + span / 4, high: high - span / 4 },
      '-': { low: low - span / 2, high: high + span / 2 },
    };
    if (event.key === '0' || event.key === 'Home') this.#options.zoom(undefined);
    else if (moves[event.key]) this.#options.zoom(moves[event.key]);
    else return;
    event.preventDefault();
  }
}

function paddedExtent(lines: readonly PlotLine[]): readonly [number, number] {
  const [low, high] = extent(lines) ?? [0, 1];
  const pad = high > low ? (high - low) * 0.05 : Math.abs(high) * 0.05 || 1;
  return [low - pad, high + pad];
}

function drawMarks(plot: uPlot, marks: readonly { x: number; text: string }[], colors: PlotColors): void {
  const { ctx, bbox } = plot;
  const ratio = window.devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = colors.muted;
  ctx.fillStyle = colors.foreground;
  ctx.setLineDash([4 * ratio, 3 * ratio]);
  ctx.textAlign = 'left';
  for (const { x, text } of marks) {
    const at = plot.valToPos(x, 'x', true);
    if (at < bbox.left || at > bbox.left + bbox.width) continue;
    ctx.beginPath();
    ctx.moveTo(at, bbox.top);
    ctx.lineTo(at, bbox.top + bbox.height);
    ctx.stroke();
    ctx.fillText(text, at + 3 * ratio, bbox.top + 12 * ratio);
  }
  ctx.restore();
}

function linesSvg({ lines, xTitle, yTitle, x, y }: LinePicture, title: string): string {
  const box = plotBox(900, 500);
  const [low, high] = y ?? paddedExtent(lines);
  const across = { label: xTitle, low: x[0], high: x[1] };
  const down = { label: yTitle, low, high };
  const [toX, toY] = [scaleX(box, across), scaleY(box, down)];
  const colors = plotColors();
  const paths = lines.map((line) => {
    let path = '';
    let isGap = true;
    for (let i = 0; i < line.x.length; i++) {
      const [at, value] = [line.x[i] ?? NaN, line.y[i] ?? NaN];
      if (Number.isNaN(value) || at < x[0] || at > x[1]) {
        isGap = true;
        continue;
      }
      path += `${isGap ? 'M' : 'L'}${toX(at).toFixed(1)},${toY(value).toFixed(1)}`;
      isGap = false;
    }
    return svgElement('path', { d: path, fill: 'none', stroke: line.color, 'stroke-width': 1 });
  });
  return svgText(plotSvg(box, plotAxes(box, across, down, colors), ...paths), title, colors.background);
}
