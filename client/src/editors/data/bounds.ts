/** How much one answer may hold. What comes from a page is looked at before anything is read for it. */
import { Hdf5Error, type Hdf5Dataset, type Hdf5Selection, type Hdf5Type } from '../../../../formats/hdf5/api';

/** One answer holds at most so many bytes of values. */
export const ANSWER_LIMIT_BYTES = 32 * 1024 * 1024;
/** Text and records have no size beforehand: at most so many of them. */
const ITEM_LIMIT = 1_000_000;
/** Names of a group in one answer. */
export const CHILD_LIMIT = 2000;
export const ROW_LIMIT = 200;
/** Rows of a table, and units with their spikes. */
export const TABLE_ROW_LIMIT = 2000;
export const MATCH_LIMIT = 1000;
export const SEARCH_TEXT_LIMIT = 1000;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range of whole numbers with at most `limit` of them. */
export function boundedRange(range: Range, limit: number): Range {
  const start = wholeNumber(range.start, 0);
  return { start, end: Math.min(Math.max(start, wholeNumber(range.end, start)), start + limit) };
}

/** From 1 to as many as fit into one answer. */
export function boundedBins(bins: number, binBytes: number): number {
  return Math.min(Math.max(1, wholeNumber(bins, 1)), Math.floor(ANSWER_LIMIT_BYTES / binBytes));
}

export function wholeNumber(value: number, otherwise: number): number {
  return Number.isFinite(value) && value >= 0 ? Math.floor(value) : otherwise;
}

/** A selection as it was before JSON: that has null for what is undefined. */
export function selectionOf(selection: readonly (Hdf5Selection[number] | null)[]): Hdf5Selection {
  return selection.map((range) => range ?? undefined);
}

/** @throws {@link Hdf5Error} `too-large`, in words, where a part of a dataset is more than one answer */
export function assertReadable({ path, shape, type }: Hdf5Dataset, selection: Hdf5Selection): void {
  let count = 1;
  for (const [i, length] of (shape ?? [0]).entries()) {
    const { start = 0, end = length, step = 1 } = selection[i] ?? {};
    count *= Math.max(0, Math.ceil((Math.min(end, length) - start) / Math.max(1, step)));
  }
  if (isNumeric(type)) {
    if (count * type.size <= ANSWER_LIMIT_BYTES) return;
    const size = sizeText(count * type.size);
    throw new Hdf5Error('too-large', `This would read ${size} of ${path}: choose a smaller part. ${limitText()}`);
  }
  if (count <= ITEM_LIMIT && (type.kind === 'string' || count * type.size <= ANSWER_LIMIT_BYTES)) return;
  throw new Hdf5Error(
    'too-large',
    `This would read ${count.toLocaleString('en')} elements of ${path}: choose a smaller part. ${limitText()}`,
  );
}

function isNumeric({ kind }: Hdf5Type): boolean {
  return kind === 'integer' || kind === 'float' || kind === 'enum' || kind === 'boolean';
}

function limitText(): string {
  return `One view reads up to ${sizeText(ANSWER_LIMIT_BYTES)}, or a million texts.`;
}

/** "3.1 GB". */
export function sizeText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'];
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${power > 0 && value < 10 ? value.toFixed(1) : value.toFixed(0)} ${units[power] ?? ''}`;
}
