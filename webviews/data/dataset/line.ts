/** A dataset as lines: drawn together to a part a pixel, and read again where it is zoomed. */
import type { Hdf5Selection } from '../../../formats/hdf5/api';
import { categoryColor } from '../../common/colors';
import { choice, element, iconButton } from '../../common/dom';
import { Loader } from '../../common/loader';
import { formatCount, formatNumber } from '../../common/numbers';
import { Table } from '../../common/table';
import { exportValues, saveText } from '../exports';
import type { Range } from '../host';
import { LinePlot, type LinePicture } from '../plot/linePlot';
import { zigzag, type PlotLine } from '../plot/lines';
import { gatedRange, gateNote, LINE_GATE_BYTES } from './gate';
import { clampRange, lineDimension, overlayDimension, planeSelection } from './selection';
import { asNumbers } from './values';
import type { DatasetContext, DatasetView } from './view';
import { resolveAxis, type ChosenAxis } from './xAxis';

const MOST_LINES = 20;

export function createLineView(context: DatasetContext): DatasetView {
  const { dataset, shape, state, host } = context;
  const { path, type } = dataset;
  const loader = new Loader();
  const note = element('div', { class: 'view-notes' });
  let isOpened = false;
  let picture: LinePicture | undefined;
  const along = (): number => lineDimension(shape, state.dataset(path));
  const length = (): number => shape[along()] ?? 1;
  const lineCount = (): number => Math.min(MOST_LINES, state.dataset(path).lines ?? 1);
  const wanted = (): Range => clampRange(state.dataset(path).range, length());
  const lineBytes = (): number => type.size * lineCount();
  const shown = (): Range => (isOpened ? wanted() : gatedRange(wanted(), lineBytes(), LINE_GATE_BYTES));

  const plot = new LinePlot({
    label: () => `${path} as lines; the table beside it holds the values. Arrow keys move, + and − zoom, 0 shows all.`,
    zoom: (range) => {
      state.updateDataset(path, { range: range && indexRange(range, picture, shown(), length()) });
    },
    widened: () => {
      update();
    },
  });
  const table = new Table({
    label: 'Values of the plot',
    columns: [
      {
        title: 'x',
        align: 'end',
        width: 6,
        value: (row) => picture?.lines[0]?.x[row] ?? null,
        text: (row) => shownNumber(picture?.lines[0]?.x[row], 10),
      },
      {
        title: 'value',
        align: 'end',
        width: 7,
        value: (row) => picture?.lines[0]?.y[row] ?? null,
        text: (row) => shownNumber(picture?.lines[0]?.y[row], 7),
      },
    ],
  });

  /** The places of the lines: neighbours of the slice along another dimension. */
  const lineSelections = (): readonly { readonly title: string; readonly at: Hdf5Selection }[] => {
    const range = shown();
    const { fixed } = state.dataset(path);
    const other = overlayDimension(shape, along());
    const base = planeSelection(shape, fixed, { [along()]: range });
    if (other === undefined) return [{ title: 'value', at: base }];
    const first = Math.min((shape[other] ?? 1) - 1, fixed?.[other] ?? 0);
    const count = Math.min(lineCount(), (shape[other] ?? 1) - first);
    return Array.from({ length: count }, (_, i) => ({
      title: `[${first + i}]`,
      at: base.map((one, dimension) => (dimension === other ? { start: first + i, end: first + i + 1 } : one)),
    }));
  };

  async function readLines(bins: number, signal: AbortSignal): Promise<LinePicture> {
    const range = shown();
    const count = range.end - range.start;
    const axisPath = state.dataset(path).x;
    const axis = axisPath === undefined ? undefined : await resolveAxis(host, path, axisPath, length(), signal);
    const lines: PlotLine[] = [];
    for (const [index, { title, at }] of lineSelections().entries()) {
      const values =
        count <= bins * 2
          ? plain(asNumbers(await host.read(path, at, signal)), range.start)
          : await drawn(at, bins, range.start, signal);
      lines.push({ title, color: categoryColor(index + 1), ...values });
    }
    const first = lines[0]?.x ?? new Float64Array();
    const given = axis ? await axis.at(first, range, signal) : undefined;
    const placed = given ? lines.map((line) => onAxis(line, given)) : lines;
    const ends: readonly [number, number] = given
      ? [given.reduce((a, b) => Math.min(a, b), Infinity), given.reduce((a, b) => Math.max(a, b), -Infinity)]
      : [range.start, Math.max(range.start + 1, range.end - 1)];
    return { lines: placed, xTitle: axisTitle(axis), yTitle: path.slice(path.lastIndexOf('/') + 1), x: ends };
  }

  async function drawn(
    at: Hdf5Selection,
    bins: number,
    start: number,
    signal: AbortSignal,
  ): Promise<{ readonly x: Float64Array; readonly y: Float64Array }> {
    const { minima, maxima, perBin } = await host.minMax(path, at, bins, signal);
    return zigzag(minima, maxima, start, perBin);
  }

  const update = (): void => {
    const [range, part] = [wanted(), shown()];
    note.replaceChildren();
    if (part.end < range.end) {
      note.append(
        gateNote(range, part, lineBytes(), () => {
          isOpened = true;
          update();
        }),
      );
    }
    all.disabled = state.dataset(path).range === undefined;
    requestAnimationFrame(() => {
      loader.run('Reading the line …', async (signal) => readLines(plot.bins, signal), showPicture);
    });
  };

  const showPicture = (read: LinePicture): void => {
    picture = read;
    plot.show(read);
    table.setRows(read.lines[0]?.x.length ?? 0);
    const count = shown().end - shown().start;
    const isDrawn = (read.lines[0]?.x.length ?? 0) < count;
    count_.textContent = isDrawn
      ? `${formatCount(count)} values as least and greatest of parts`
      : `${formatCount(count)} values`;
  };

  const all = iconButton('screen-full', 'Show all', () => {
    state.updateDataset(path, { range: undefined });
  });
  const count_ = element('span', { class: 'muted', role: 'status' });
  const axisInput = element('input', {
    class: 'path-input',
    type: 'text',
    placeholder: 'index',
    value: state.dataset(path).x ?? '',
    'aria-label': 'Dataset of the x axis: path, or name beside this one',
    spellcheck: 'false',
    on: {
      change: () => {
        const value = axisInput.value.trim();
        state.updateDataset(path, { x: value === '' ? undefined : value });
      },
    },
  });
  const long = shape.map((size, dimension) => ({ size, dimension })).filter(({ size }) => size > 1);
  const controls: HTMLElement[] = [];
  if (long.length > 1) {
    controls.push(
      choice(
        'Along',
        long.map(({ size, dimension }) => ({ value: String(dimension), title: `${dimension} (${formatCount(size)})` })),
        String(along()),
        (dimension) => {
          state.updateDataset(path, { along: Number(dimension), range: undefined });
        },
      ),
      choice(
        'Lines',
        [1, 2, 5, 10, MOST_LINES].map((count) => ({ value: String(count), title: String(count) })),
        String(lineCount()),
        (count) => {
          state.updateDataset(path, { lines: Number(count) });
        },
      ),
    );
  }
  controls.push(element('label', { class: 'labelled' }, 'x', axisInput), all, count_);

  const selection = (): Hdf5Selection => {
    const lines = lineSelections();
    const first = lines[0]?.at ?? [];
    const other = overlayDimension(shape, along());
    return first.map((range, dimension) =>
      dimension === other && range ? { start: range.start, end: range.start + lines.length } : range,
    );
  };
  return {
    element: element(
      'div',
      { class: 'dataset-view' },
      note,
      element(
        'div',
        { class: 'beside' },
        element('div', { class: 'plot-area' }, plot.element, loader.element),
        element('div', { class: 'table-holder' }, table.element),
      ),
    ),
    controls,
    update,
    selection,
    exports: () => [
      {
        label: 'Values of the plot (CSV)',
        run: () => {
          saveText(context, 'csv', context.name, table.csv());
        },
      },
      {
        label: 'Picture (PNG)',
        run: () =>
          void plot.png().then((png) => {
            saveText(context, 'png', context.name, png);
          }),
      },
      {
        label: 'Picture (SVG)',
        run: () => {
          saveText(context, 'svg', context.name, plot.svg(path));
        },
      },
      ...exportValues(context, selection),
    ],
    dispose: () => {
      loader.cancel();
      plot.dispose();
      table.dispose();
    },
  };
}

function shownNumber(value: number | undefined, digits: number): string {
  return value === undefined ? '' : formatNumber(value, digits);
}

function plain(y: Float64Array, start: number): { readonly x: Float64Array; readonly y: Float64Array } {
  return { x: Float64Array.from(y, (_, i) => start + i), y };
}

function onAxis(line: PlotLine, x: Float64Array): PlotLine {
  return { ...line, x };
}

function axisTitle(axis: ChosenAxis | undefined): string {
  return axis ? axis.name : 'index';
}

/** From places on the axis to elements: the axis may be another dataset. */
function indexRange(
  { low, high }: { readonly low: number; readonly high: number },
  picture: LinePicture | undefined,
  shown: Range,
  length: number,
): Range {
  const [from, to] = picture?.x ?? [shown.start, shown.end];
  const scale = (shown.end - 1 - shown.start) / (to - from || 1);
  const start = shown.start + (low - from) * scale;
  const end = shown.start + (high - from) * scale + 1;
  return clampRange({ start: Math.max(0, start), end: Math.min(length, end) }, length);
}
