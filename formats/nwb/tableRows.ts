/** Rows of a table, read when they are shown. */
import type { CancelSignal, Hdf5File } from '../hdf5/api';
import type { NwbTable, TableColumn } from './tables';
import { isReference, numberOf, numbersOf, referenceOf } from './values';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** So many values of a ragged cell are given. */
const CELL_LIMIT = 1000;
/** So many values of a ragged column are read at once. */
const VALUES_LIMIT = 1_000_000;

/**
 * One list a row, one value a column. Text and numbers as they are, references as paths, lists as arrays.
 * @throws Hdf5Error
 */
export async function readTableRows(
  file: Hdf5File,
  { columns, table }: NwbTable,
  range: Range,
  signal?: CancelSignal,
): Promise<readonly (readonly unknown[])[]> {
  const start = Math.max(0, Math.min(range.start, table.rowCount));
  const end = Math.max(start, Math.min(range.end, table.rowCount));
  if (start === end) return [];
  const cells = await Promise.all(columns.map((column) => readCells(file, column, { start, end }, signal)));
  return Array.from({ length: end - start }, (_, row) => cells.map((column) => column[row] ?? null));
}

async function readCells(
  file: Hdf5File,
  { path, indices }: TableColumn,
  range: Range,
  signal: CancelSignal | undefined,
): Promise<readonly unknown[]> {
  if (indices.length === 0) return rowsOf(await readRange(file, path, range, signal));
  return raggedRows(file, path, indices.toReversed(), range, signal);
}

/** @param indices lists of ends, the outermost first */
async function raggedRows(
  file: Hdf5File,
  path: string,
  indices: readonly string[],
  range: Range,
  signal: CancelSignal | undefined,
): Promise<readonly unknown[]> {
  const levels: (readonly Range[])[] = [];
  let current = range;
  for (const index of indices) {
    const parts = await partsOf(file, index, current, signal);
    levels.push(parts);
    const last = parts.at(-1);
    current = { start: parts[0]?.start ?? 0, end: last?.end ?? 0 };
  }
  const end = Math.min(current.end, current.start + VALUES_LIMIT);
  let values = end > current.start ? rowsOf(await readRange(file, path, { start: current.start, end }, signal)) : [];
  for (const parts of levels.toReversed()) {
    const first = parts[0]?.start ?? 0;
    const inner = values;
    values = parts.map((part) => inner.slice(part.start - first, Math.min(part.end, part.start + CELL_LIMIT) - first));
  }
  return values;
}

/** Row r has the values from the end of row r − 1 to its own. */
async function partsOf(
  file: Hdf5File,
  path: string,
  { start, end }: Range,
  signal: CancelSignal | undefined,
): Promise<readonly Range[]> {
  if (end <= start) return [];
  const first = Math.max(0, start - 1);
  const ends = numbersOf(await file.read(path, [{ start: first, end }], signal));
  const before = start === 0 ? 0 : (ends[0] ?? 0);
  const own = start === 0 ? ends : ends.slice(1);
  let previous = before;
  return own.map((stop) => {
    const part = { start: previous, end: Math.max(previous, stop) };
    previous = part.end;
    return part;
  });
}

async function readRange(file: Hdf5File, path: string, range: Range, signal: CancelSignal | undefined) {
  return file.read(path, [range], signal);
}

/** Rows of more than one value are lists. */
function rowsOf({ shape, values }: Awaited<ReturnType<typeof readRange>>): readonly unknown[] {
  const [rows = 0, ...rest] = shape;
  const width = rest.reduce((product, length) => product * length, 1);
  if (rest.length === 0) return Array.from<unknown>(values).map(cellOf);
  return Array.from({ length: rows }, (_, row) =>
    Array.from<unknown>(values.slice(row * width, row * width + Math.min(width, CELL_LIMIT))).map(cellOf),
  );
}

/** References as paths; a part of a series as Python would name it. */
function cellOf(value: unknown): unknown {
  if (isReference(value)) return value.reference;
  if (typeof value !== 'object' || value === null) return value;
  const { idx_start: first, count, timeseries } = value as Readonly<Record<string, unknown>>;
  if (!isReference(timeseries)) return value;
  const path = referenceOf(timeseries);
  const start = numberOf(first) ?? -1;
  const length = numberOf(count) ?? -1;
  return path === undefined || start < 0 || length < 0 ? null : `${path}[${String(start)}:${String(start + length)}]`;
}
