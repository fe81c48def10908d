/** Sorting and filtering of a part of a long table: what is too long to be read whole is never said to be sorted whole. */
import type { Cell } from '../../common/cells';
import { element } from '../../common/dom';
import { Loader } from '../../common/loader';
import { formatCount } from '../../common/numbers';
import { Table } from '../../common/table';

const MOST_ROWS = 10_000;
const MOST_COLUMNS = 40;

interface SortedWindow {
  readonly element: HTMLElement;
  setOpen(isOpen: boolean): void;
  /** undefined while it is closed. */
  csv(): string | undefined;
  dispose(): void;
}

export function createSortedWindow(options: {
  readonly rows: number;
  readonly columns: number;
  readonly columnTitle: (column: number) => string;
  /** The row at which the part begins where it is not all. */
  readonly first: () => number;
  readonly read: (
    start: number,
    end: number,
    columns: number,
    signal: AbortSignal,
  ) => Promise<(row: number, column: number) => Cell>;
}): SortedWindow {
  const columns = Math.min(options.columns, MOST_COLUMNS);
  const loader = new Loader();
  let start = 0;
  let count = 0;
  let cell: (row: number, column: number) => Cell = () => null;
  let kept: readonly number[] = [];
  const note = element('p', { class: 'view-note', role: 'status' });
  const filter = element('input', {
    class: 'search-input',
    type: 'search',
    placeholder: 'Filter: text, or > 3, <= 0.5, = 7',
    'aria-label': 'Filter the rows',
    on: {
      input: () => {
        apply();
      },
    },
  });
  const table = new Table({
    label: 'Sorted and filtered rows',
    columns: [
      { title: 'row', align: 'end', width: 6, value: (row) => start + (kept[row] ?? 0) },
      ...Array.from({ length: columns }, (_, column) => ({
        title: options.columnTitle(column),
        align: 'end' as const,
        width: 7,
        value: (row: number) => cell(kept[row] ?? 0, column),
        text: (row: number) => {
          const value = cell(kept[row] ?? 0, column);
          return value === null ? '' : String(value);
        },
      })),
    ],
  });

  const apply = (): void => {
    const test = rowFilter(filter.value);
    kept = Array.from({ length: count }, (_, row) => row).filter((row) => {
      for (let column = 0; column < columns; column++) if (test(cell(row, column))) return true;
      return false;
    });
    table.setRows(kept.length);
    const part =
      count < options.rows
        ? `rows ${formatCount(start)} to ${formatCount(start + count - 1)} of ${formatCount(options.rows)} only`
        : `all ${formatCount(count)} rows`;
    const aside = columns < options.columns ? `, the first ${columns} of ${formatCount(options.columns)} columns` : '';
    note.textContent = `Sorts and filters ${part}${aside}: ${formatCount(kept.length)} shown.`;
  };

  const holder = element(
    'div',
    { class: 'sorted-window', hidden: true },
    element('div', { class: 'toolbar' }, filter, note),
    table.element,
    loader.element,
  );
  return {
    element: holder,
    setOpen: (isOpen) => {
      holder.hidden = !isOpen;
      loader.cancel();
      if (!isOpen) return;
      start = options.rows <= MOST_ROWS ? 0 : Math.min(options.first(), options.rows - MOST_ROWS);
      const end = Math.min(options.rows, start + MOST_ROWS);
      loader.run(
        'Reading the rows to sort …',
        async (signal) => options.read(start, end, columns, signal),
        (read) => {
          cell = read;
          count = end - start;
          apply();
        },
      );
    },
    csv: () => (holder.hidden ? undefined : table.csv()),
    dispose: () => {
      loader.cancel();
      table.dispose();
    },
  };
}

/** A comparison of numbers, or a text that the cell holds. */
export function rowFilter(text: string): (cell: Cell) => boolean {
  const trimmed = text.trim();
  const [, operator, number] = /^(>=|<=|=|>|<)\s*(-?[\d.]+(?:e[+-]?\d+)?)$/i.exec(trimmed) ?? [];
  if (operator !== undefined) {
    const limit = Number(number);
    return (cell) => {
      if (cell === null || cell === '') return false;
      const value = Number(cell);
      if (operator === '>') return value > limit;
      if (operator === '<') return value < limit;
      if (operator === '>=') return value >= limit;
      return operator === '<=' ? value <= limit : value === limit;
    };
  }
  const wanted = trimmed.toLowerCase();
  return (cell) => cell !== null && String(cell).toLowerCase().includes(wanted);
}
