/** A dataset as a table: rows and columns without end, read in blocks that lie like the chunks. */
import type { Hdf5Selection, Hdf5Values } from '../../../formats/hdf5/api';
import { csvText } from '../../common/cells';
import { button, element } from '../../common/dom';
import { messageNotice } from '../../common/notices';
import { WindowGrid, type GridWindow } from '../../common/windowGrid';
import { exportValues, saveText } from '../exports';
import { createSortedWindow } from './sortedWindow';
import { blockOf, isNumeric, planeSelection } from './selection';
import { valueText } from './values';
import type { DatasetContext, DatasetView } from './view';

/** Elements that one block aims at, down and across. */
const BLOCK_ROWS = 256;
const BLOCK_COLUMNS = 64;
/** Blocks that are remembered. */
const MOST_BLOCKS = 64;
/** ms that a window must rest until it is read. */
const REST = 40;

interface Block {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
  readonly values: Hdf5Values;
}

export function createTableView(context: DatasetContext): DatasetView {
  const { dataset, shape, state, host } = context;
  const { path, type } = dataset;
  const rank = shape.length;
  const rowDimension = rank < 2 ? 0 : rank - 2;
  const columnDimension = rank < 2 ? undefined : rank - 1;
  const fields = type.kind === 'compound' ? (type.fields ?? []) : undefined;
  const across = columnDimension === undefined ? 1 : (shape[columnDimension] ?? 1);
  // A compound has a column for each field; in a plane, one text a cell.
  const isRecord = fields !== undefined && fields.length > 0 && columnDimension === undefined;
  const columns = isRecord ? fields.length : across;
  const rows = shape[rowDimension] ?? 1;
  const blocks = new Map<string, Block>();
  let abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: GridWindow | undefined;
  const failure = element('div', { class: 'table-failure' });
  let loading = new Set<string>();

  const select = (rowRange: readonly [number, number], columnRange: readonly [number, number]): Hdf5Selection =>
    planeSelection(shape, state.dataset(path).fixed, {
      [rowDimension]: { start: rowRange[0], end: rowRange[1] },
      ...(columnDimension === undefined ? {} : { [columnDimension]: { start: columnRange[0], end: columnRange[1] } }),
    });

  const keyOf = (
    row: number,
    column: number,
  ): { key: string; rows: readonly [number, number]; columns: readonly [number, number] } => {
    const down = blockOf(row, rows, dataset.chunks?.[rowDimension], BLOCK_ROWS);
    const aside =
      columnDimension === undefined
        ? { start: 0, end: 1 }
        : blockOf(column, across, dataset.chunks?.[columnDimension], BLOCK_COLUMNS);
    return { key: `${down.start} ${aside.start}`, rows: [down.start, down.end], columns: [aside.start, aside.end] };
  };

  const load = (window: GridWindow): void => {
    const lastColumn = isRecord ? 0 : window.columns[1] - 1;
    for (let row = window.rows[0]; row < window.rows[1];) {
      let next = row + 1;
      for (let column = isRecord ? 0 : window.columns[0]; column <= lastColumn;) {
        const block = keyOf(row, column);
        next = block.rows[1];
        column = columnDimension === undefined ? lastColumn + 1 : block.columns[1];
        if (!blocks.has(block.key) && !loading.has(block.key)) void read(block);
      }
      row = Math.max(row + 1, next);
    }
  };

  async function read(block: ReturnType<typeof keyOf>): Promise<void> {
    const { signal } = abort;
    loading.add(block.key);
    grid.element.setAttribute('aria-busy', 'true');
    try {
      const values = await host.read(path, select(block.rows, block.columns), signal);
      if (signal.aborted) return;
      blocks.set(block.key, { ...block, values });
      for (const old of blocks.keys()) {
        if (blocks.size <= MOST_BLOCKS) break;
        blocks.delete(old);
      }
      failure.replaceChildren();
    } catch (error) {
      if (signal.aborted) return;
      const message = error instanceof Error ? error.message : String(error);
      failure.replaceChildren(
        messageNotice('error', 'These rows could not be read', [message], [{ label: 'Retry', run: renew }]),
      );
    } finally {
      if (!signal.aborted) {
        loading.delete(block.key);
        if (loading.size === 0) grid.element.removeAttribute('aria-busy');
        grid.refresh();
      }
    }
  }

  const raw = (row: number, column: number): { readonly value: unknown } | undefined => {
    const { key } = keyOf(row, isRecord ? 0 : column);
    const block = blocks.get(key);
    if (!block) return undefined;
    const index =
      (row - block.rows[0]) * (block.columns[1] - block.columns[0]) + (isRecord ? 0 : column - block.columns[0]);
    const value: unknown = block.values.values[index];
    const field = isRecord ? fields[column] : undefined;
    return {
      value:
        field && typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field.name] : value,
    };
  };

  const cellText = (row: number, column: number): string | undefined => {
    const found = raw(row, column);
    return found && valueText((isRecord ? fields[column]?.type : undefined) ?? type, found.value);
  };

  const columnTitle = (column: number): string => {
    if (isRecord) return fields[column]?.name ?? '';
    return columnDimension === undefined ? 'value' : String(column);
  };

  const grid = new WindowGrid({
    label: `Values of ${path}`,
    rows,
    columns,
    columnTitle,
    rowTitle: String,
    columnWidth: columns === 1 ? 420 : type.kind === 'string' || isRecord ? 180 : 110,
    align: columns > 1 && isNumeric(type) ? 'end' : 'start',
    cell: cellText,
    wanted: (window) => {
      shown = window;
      clearTimeout(timer);
      timer = setTimeout(() => {
        load(window);
      }, REST);
    },
  });

  const renew = (): void => {
    abort.abort();
    abort = new AbortController();
    blocks.clear();
    loading = new Set();
    failure.replaceChildren();
    grid.refresh();
  };

  const sorted = createSortedWindow({
    rows,
    columns,
    columnTitle,
    first: () => grid.firstRow,
    read: async (start, end, most, signal) => {
      const values = await host.read(path, select([start, end], [0, Math.min(across, most)]), signal);
      const width = isRecord ? 1 : Math.min(across, most);
      return (row, column) => {
        const value: unknown = values.values[row * width + (isRecord ? 0 : column)];
        const field = isRecord ? fields[column] : undefined;
        const one =
          field && typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field.name] : value;
        if (typeof one === 'number' && !(field?.type ?? type).members && (field?.type ?? type).kind !== 'boolean')
          return one;
        return one === undefined || one === null ? null : valueText(field?.type ?? type, one);
      };
    },
  });
  const opener = button('Sort and filter', () => {
    const isOpen = sorted.element.hidden;
    sorted.setOpen(isOpen);
    grid.element.hidden = isOpen;
    opener.setAttribute('aria-pressed', String(isOpen));
  });
  opener.setAttribute('aria-pressed', 'false');
  const jump = element('input', {
    class: 'number-input',
    type: 'number',
    min: 0,
    max: rows - 1,
    'aria-label': 'Go to row',
    placeholder: 'row',
    on: {
      change: () => {
        const row = Number(jump.value);
        if (jump.value !== '' && Number.isFinite(row)) grid.showRow(Math.max(0, Math.min(rows - 1, Math.floor(row))));
      },
    },
  });

  const shownCsv = (): string => {
    const [from, to] = shown?.rows ?? [0, 0];
    const [left, right] = isRecord ? [0, columns] : (shown?.columns ?? [0, 0]);
    const titles = ['row', ...Array.from({ length: right - left }, (_, i) => columnTitle(left + i))];
    const lines = Array.from({ length: to - from }, (_, i) => [
      from + i,
      ...Array.from({ length: right - left }, (_unused, j) => cellText(from + i, left + j) ?? null),
    ]);
    return csvText(titles, lines);
  };
  const selection = (): Hdf5Selection => select(shown?.rows ?? [0, Math.min(rows, 100)], shown?.columns ?? [0, across]);
  return {
    element: element('div', { class: 'dataset-view table-view' }, failure, grid.element, sorted.element),
    controls: [element('label', { class: 'labelled' }, 'Row', jump), opener],
    update: renew,
    selection,
    exports: () => [
      {
        label: 'Rows in sight (CSV)',
        run: () => {
          saveText(context, 'csv', context.name, sorted.csv() ?? shownCsv());
        },
      },
      ...exportValues(context, selection),
    ],
    dispose: () => {
      abort.abort();
      clearTimeout(timer);
      grid.dispose();
      sorted.dispose();
    },
  };
}
