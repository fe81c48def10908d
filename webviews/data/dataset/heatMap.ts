/** A plane of numbers as colours: read with steps, so that a pixel has at most one value. */
import type { Hdf5Selection } from '../../../formats/hdf5/api';
import { sharpCanvas } from '../../common/canvas';
import { viridis } from '../../common/colors';
import { element } from '../../common/dom';
import { Loader } from '../../common/loader';
import { formatNumber } from '../../common/numbers';
import { plotBox } from '../../common/plotFrame';
import { Table } from '../../common/table';
import { exportValues, saveText } from '../exports';
import { extent, type PlotLine } from '../plot/lines';
import { plotColors } from '../plot/colors';
import { gatedRange, gateNote } from './gate';
import { drawPlaneAxes } from './planeAxes';
import { clampRange, planeSelection } from './selection';
import { rangeInputs } from './rangeInputs';
import { asNumbers } from './values';
import type { DatasetContext, DatasetView } from './view';

/** Values each way that are read. */
const MOST_PIXELS = 512;
const TABLE_COLUMNS = 24;

interface Plane {
  readonly values: Float64Array;
  readonly rows: number;
  readonly columns: number;
  readonly low: number;
  readonly high: number;
  readonly image: HTMLCanvasElement;
}

export function createHeatMap(context: DatasetContext): DatasetView {
  const { dataset, shape, state, host } = context;
  const { path, type } = dataset;
  const [downDimension, acrossDimension] = [shape.length - 2, shape.length - 1];
  const [height, width] = [shape[downDimension] ?? 1, shape[acrossDimension] ?? 1];
  const loader = new Loader();
  const note = element('div', { class: 'view-notes' });
  const legend = element('p', { class: 'muted', role: 'status' });
  const tableHolder = element('div', { class: 'table-holder' });
  let isOpened = false;
  let plane: Plane | undefined;
  let table: Table | undefined;
  const across = (): { readonly start: number; readonly end: number } => clampRange(state.dataset(path).range, width);
  const wanted = (): { readonly start: number; readonly end: number } => clampRange(state.dataset(path).down, height);
  const rowBytes = (): number => (across().end - across().start) * type.size;
  const down = (): { readonly start: number; readonly end: number } =>
    isOpened ? wanted() : gatedRange(wanted(), rowBytes());
  const stepOf = ({ start, end }: { readonly start: number; readonly end: number }): number =>
    Math.max(1, Math.ceil((end - start) / MOST_PIXELS));

  const selection = (): Hdf5Selection =>
    planeSelection(shape, state.dataset(path).fixed, {
      [downDimension]: { ...down(), step: stepOf(down()) },
      [acrossDimension]: { ...across(), step: stepOf(across()) },
    });

  const holder = element('div', {
    class: 'plot-holder',
    role: 'img',
    'aria-label': `${path} as colours; the table beside it holds the values`,
  });
  const canvas = sharpCanvas(holder, (drawing, roomAcross, roomDown) => {
    if (!plane) return;
    const box = plotBox(roomAcross, roomDown);
    drawing.imageSmoothingEnabled = false;
    drawing.drawImage(plane.image, box.left, box.top, box.right - box.left, box.bottom - box.top);
    drawPlaneAxes(drawing, box, across(), down(), [acrossDimension, downDimension], plotColors());
  });

  const show = (values: Float64Array, rows: number, columns: number): void => {
    const line: Pick<PlotLine, 'y'> = { y: values };
    const [low, high] = extent([line]) ?? [0, 0];
    plane = { values, rows, columns, low, high, image: paint(values, rows, columns, low, high) };
    const [stepDown, stepAcross] = [stepOf(down()), stepOf(across())];
    const steps = stepDown > 1 || stepAcross > 1 ? ` · every ${stepDown} × ${stepAcross}` : '';
    legend.textContent = `${formatNumber(low)} dark to ${formatNumber(high)} bright${steps}`;
    table?.dispose();
    table = new Table({
      label: 'Values of the heat map',
      columns: [
        { title: 'row', align: 'end', width: 5, value: (row) => down().start + row * stepDown },
        ...Array.from({ length: Math.min(columns, TABLE_COLUMNS) }, (_, column) => ({
          title: String(across().start + column * stepAcross),
          align: 'end' as const,
          width: 5,
          value: (row: number) => values[row * columns + column] ?? null,
          text: (row: number) => formatNumber(values[row * columns + column] ?? NaN),
        })),
      ],
    });
    tableHolder.replaceChildren(table.element);
    table.setRows(rows);
    canvas.redraw();
  };

  const update = (): void => {
    note.replaceChildren();
    if (down().end < wanted().end) {
      note.append(
        gateNote(wanted(), down(), rowBytes(), () => {
          isOpened = true;
          update();
        }),
      );
    }
    const chosen = selection();
    loader.run(
      'Reading the plane …',
      async (signal) => host.read(path, chosen, signal),
      (read) => {
        show(asNumbers(read), read.shape[downDimension] ?? 1, read.shape[acrossDimension] ?? 1);
      },
    );
  };
  const png = (): void => {
    const picture = holder.querySelector('canvas');
    picture?.toBlob((blob) => {
      void blob?.arrayBuffer().then((bytes) => {
        saveText(context, 'png', context.name, new Uint8Array(bytes));
      });
    });
  };
  return {
    element: element(
      'div',
      { class: 'dataset-view' },
      note,
      element('div', { class: 'beside' }, element('div', { class: 'plot-area' }, holder, loader.element), tableHolder),
    ),
    controls: [
      rangeInputs('Rows', height, down, (range) => {
        state.updateDataset(path, { down: range });
      }),
      rangeInputs('Columns', width, across, (range) => {
        state.updateDataset(path, { range });
      }),
      legend,
    ],
    update,
    selection,
    exports: () => [
      {
        label: 'Values of the plane (CSV)',
        run: () => {
          saveText(context, 'csv', context.name, table?.csv());
        },
      },
      { label: 'Picture (PNG)', run: png },
      ...exportValues(context, selection),
    ],
    dispose: () => {
      loader.cancel();
      canvas.dispose();
      table?.dispose();
    },
  };
}

/** One pixel a value; what is no number is left clear. */
function paint(values: Float64Array, rows: number, columns: number, low: number, high: number): HTMLCanvasElement {
  const image = element('canvas', { width: columns, height: rows });
  const context = image.getContext('2d');
  if (!context || rows === 0 || columns === 0) return image;
  const pixels = context.createImageData(columns, rows);
  const scale = high > low ? 255 / (high - low) : 0;
  const colors = Array.from({ length: 256 }, (_, i) => viridis(i / 255));
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    if (Number.isNaN(value)) continue;
    const color = colors[Math.max(0, Math.min(255, Math.round((value - low) * scale)))] ?? [0, 0, 0];
    pixels.data.set([color[0], color[1], color[2], 255], i * 4);
  }
  context.putImageData(pixels, 0, 0);
  return image;
}
