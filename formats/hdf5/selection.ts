/** From a selection to the blocks that are read for it, one after the other. */
import type { Hdf5Selection } from './api';

/** What is read at once, in bytes: between two blocks a read can be cancelled. */
const BLOCK_BYTES = 4 * 1024 * 1024;

/** A selection in the terms of the library: all arrays are [rank]. */
export interface Hyperslab {
  readonly offset: readonly number[];
  readonly count: readonly number[];
  readonly stride: readonly number[];
}

/** What is outside of the shape is left out. */
export function hyperslabOf(shape: readonly number[], selection: Hdf5Selection = []): Hyperslab {
  const ranges = shape.map((length, dimension) => {
    const range = selection[dimension];
    const step = Math.max(1, Math.trunc(range?.step ?? 1) || 1);
    const start = clamp(range?.start ?? 0, 0, length);
    const end = clamp(range?.end ?? length, start, length);
    return { start, step, count: Math.ceil((end - start) / step) };
  });
  return {
    offset: ranges.map(({ start }) => start),
    count: ranges.map(({ count }) => count),
    stride: ranges.map(({ step }) => step),
  };
}

function clamp(value: number, least: number, greatest: number): number {
  return Math.min(Math.max(Math.trunc(value) || 0, least), greatest);
}

/** Number of elements. */
export function elementCount({ count }: { readonly count: readonly number[] }): number {
  return count.reduce((product, each) => product * each, 1);
}

/**
 * Cuts a hyperslab into blocks of whole rows of chunks, so that no chunk is unpacked twice. A chunk that is larger than
 * a block is a block of its own.
 */
export function* blocksOf(
  slab: Hyperslab,
  elementBytes: number,
  chunks: readonly number[] | null,
): Generator<Hyperslab> {
  const [start = 0, ...offset] = slab.offset;
  const [rows = 1, ...count] = slab.count;
  const [step = 1, ...stride] = slab.stride;
  if (slab.count.length === 0 || elementCount(slab) === 0) {
    yield slab;
    return;
  }
  // What is touched in a row: unpacking works on whole chunks.
  const rowBytes = count.reduce((bytes, each, index) => {
    const span = (each - 1) * (stride[index] ?? 1) + 1;
    const chunk = chunks?.[index + 1] ?? 1;
    return bytes * Math.ceil(span / chunk) * chunk;
  }, elementBytes);
  const chunkRows = Math.max(1, chunks?.[0] ?? 1);
  const blockRows = Math.max(1, Math.floor(BLOCK_BYTES / rowBytes / chunkRows)) * chunkRows;
  const end = start + (rows - 1) * step + 1;
  for (let first = start; first < end;) {
    const blockEnd = Math.min(end, (Math.floor(first / blockRows) + 1) * blockRows);
    const taken = Math.ceil((blockEnd - first) / step);
    yield { offset: [first, ...offset], count: [taken, ...count], stride: [step, ...stride] };
    first += taken * step;
  }
}
