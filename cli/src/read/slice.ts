/** `--slice "0:10,:,3"` as h5py would have it: half-open ranges with a step, single rows, negative numbers from the end. */
import type { Hdf5Selection } from '../../../formats/hdf5/api';

export interface Slice {
  readonly selection: Hdf5Selection;
  /** Shape of what is read; a dimension of which one row was named is gone. */
  readonly shape: readonly number[];
  /** Written out: `0:10:1,:`. */
  readonly text: string;
}

/** @returns what is wrong with it as a sentence, where it does not fit the shape */
export function parseSlice(text: string | undefined, shape: readonly number[]): Slice | string {
  const words = text === undefined || text.trim() === '' ? [] : text.split(',');
  if (words.length > shape.length) {
    return `--slice names ${words.length} dimensions; the dataset has ${shape.length}: ${shapeText(shape)}`;
  }
  const selection: { start: number; end: number; step?: number }[] = [];
  const kept: number[] = [];
  const written: string[] = [];
  for (const [dimension, size] of shape.entries()) {
    const range = parseRange(words[dimension]?.trim() ?? ':', size, dimension);
    if (typeof range === 'string') return range;
    const { start, end, step, isRow } = range;
    selection.push({ start, end, ...(step !== 1 && { step }) });
    if (!isRow) kept.push(Math.ceil((end - start) / step));
    written.push(isRow ? String(start) : `${start}:${end}${step === 1 ? '' : `:${step}`}`);
  }
  return { selection, shape: kept, text: written.join(',') };
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly isRow: boolean;
}

function parseRange(word: string, size: number, dimension: number): Range | string {
  const match = /^(-?\d+|(?=:))(?::(-?\d+)?(?::(\d+)?)?)?$/.exec(word);
  if (!match) return `--slice: \`${word}\` is no range: expected 3, 0:10, :10 or ::2`;
  const [, first = '', last = '', stride = ''] = match;
  const from = (number: number): number => (number < 0 ? number + size : number);
  if (!word.includes(':')) {
    const row = from(Number(first));
    if (row < 0 || row >= size) return `--slice: row ${first} of dimension ${dimension} is not in 0 to ${size - 1}`;
    return { start: row, end: row + 1, step: 1, isRow: true };
  }
  const step = stride === '' ? 1 : Number(stride);
  if (step < 1) return `--slice: a step of ${stride} is none: expected 1 or more`;
  const bounded = (number: number): number => Math.min(size, Math.max(0, from(number)));
  const start = first === '' ? 0 : bounded(Number(first));
  const end = last === '' ? size : bounded(Number(last));
  return { start, end: Math.max(start, end), step, isRow: false };
}

export function shapeText(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}
