/** How often values occur: of all where they are few, else of a sample, which is said. */
import { svgElement, element } from '../../common/dom';
import { Loader } from '../../common/loader';
import { formatCount, formatNumber } from '../../common/numbers';
import { plotAxes, plotBox, plotSvg, scaleX, scaleY, svgText } from '../../common/plotFrame';
import { plotPart } from '../../common/plotPart';
import { Table } from '../../common/table';
import { saveText } from '../exports';
import { plotColors } from '../plot/colors';
import { countValues, type Counts } from './counts';
import { samplePieces } from './samples';
import { asNumbers } from './values';
import type { DatasetContext, DatasetView } from './view';

const BARS = 60;

export function createHistogram(context: DatasetContext): DatasetView {
  const { dataset, shape, host } = context;
  const { path } = dataset;
  const loader = new Loader();
  const note = element('p', { class: 'muted', role: 'status' });
  let counts: Counts | undefined;
  const plot = plotPart(
    () => `Histogram of ${path}; the table beside it holds the counts`,
    (width, height) => counts && draw(counts, width, height),
  );
  const table = new Table({
    label: 'Counts',
    columns: [
      {
        title: 'from',
        align: 'end',
        width: 6,
        value: (row) => counts?.edges[row] ?? null,
        text: (row) => formatNumber(counts?.edges[row] ?? NaN),
      },
      {
        title: 'to',
        align: 'end',
        width: 6,
        value: (row) => counts?.edges[row + 1] ?? null,
        text: (row) => formatNumber(counts?.edges[row + 1] ?? NaN),
      },
      { title: 'count', align: 'end', width: 6, value: (row) => counts?.counts[row] ?? null },
    ],
  });

  const draw = ({ edges, counts: heights }: Counts, width: number, height: number): SVGSVGElement => {
    const box = plotBox(width, height);
    const colors = plotColors();
    const x = { label: path.slice(path.lastIndexOf('/') + 1), low: edges[0] ?? 0, high: edges.at(-1) ?? 1 };
    const y = { label: 'Count', low: 0, high: Math.max(1, ...heights) * 1.05 };
    const [toX, toY] = [scaleX(box, x), scaleY(box, y)];
    const bars = Array.from(heights, (count, i) =>
      svgElement('rect', {
        x: toX(edges[i] ?? 0),
        y: toY(count),
        width: Math.max(0.5, toX(edges[i + 1] ?? 0) - toX(edges[i] ?? 0) - 1),
        height: Math.max(0, box.bottom - toY(count)),
        fill: '#3c8ed4',
      }),
    );
    return plotSvg(box, plotAxes(box, x, y, colors), ...bars);
  };

  const update = (): void => {
    const parts = samplePieces(shape);
    loader.run(
      'Reading values to count …',
      async (signal) => {
        const pieces: Float64Array[] = [];
        for (const part of parts) pieces.push(asNumbers(await host.read(path, part, signal)));
        return pieces;
      },
      (pieces) => {
        counts = countValues(pieces, BARS);
        const all = shape.reduce((product, length) => product * length, 1);
        const sample =
          counts.total < all
            ? `a sample: ${formatCount(counts.total)} of ${formatCount(all)} values, in ${parts.length} pieces`
            : `all ${formatCount(all)} values`;
        const left = counts.total - counts.finite;
        note.textContent = `${sample}${left > 0 ? ` · ${formatCount(left)} not finite, left out` : ''} · mean ${formatNumber(counts.mean)}`;
        table.setRows(counts.counts.length);
        plot.redraw();
      },
    );
  };
  return {
    element: element(
      'div',
      { class: 'dataset-view' },
      element(
        'div',
        { class: 'beside' },
        element('div', { class: 'plot-area' }, plot.element, loader.element),
        element('div', { class: 'table-holder' }, table.element),
      ),
    ),
    controls: [note],
    update,
    selection: () => shape.map(() => undefined),
    exports: () => [
      {
        label: 'Counts (CSV)',
        run: () => {
          saveText(context, 'csv', context.name, table.csv());
        },
      },
      {
        label: 'Picture (SVG)',
        run: () => {
          const svg = plot.picture(800, 500);
          if (svg) saveText(context, 'svg', context.name, svgText(svg, path, plotColors().background));
        },
      },
    ],
    dispose: () => {
      loader.cancel();
      plot.dispose();
      table.dispose();
    },
  };
}
