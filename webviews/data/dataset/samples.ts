/** Which values of a long dataset stand for all. */
import type { Hdf5Selection } from '../../../formats/hdf5/api';

const MOST_VALUES = 1_000_000;
const PIECES = 8;

/** All, or neighbouring values from places that lie evenly along the first dimension. */
export function samplePieces(shape: readonly number[]): readonly Hdf5Selection[] {
  const count = shape.reduce((product, length) => product * length, 1);
  if (count <= MOST_VALUES) return [shape.map(() => undefined)];
  const length = shape[0] ?? 1;
  const perRow = count / length;
  const rows = Math.max(1, Math.floor(MOST_VALUES / PIECES / perRow));
  // A single row may be too long as well: then a part of it stands for it.
  const cut = shape.map((size, dimension) =>
    dimension === shape.length - 1 && perRow > MOST_VALUES / PIECES && dimension > 0
      ? { start: 0, end: Math.max(1, Math.min(size, Math.floor(size / (perRow / (MOST_VALUES / PIECES))))) }
      : undefined,
  );
  const pieces = Math.min(PIECES, Math.ceil(length / rows));
  return Array.from({ length: pieces }, (_, piece) => {
    const start = pieces === 1 ? 0 : Math.floor((piece * (length - rows)) / (pieces - 1));
    return cut.map((range, dimension) => (dimension === 0 ? { start, end: Math.min(length, start + rows) } : range));
  });
}
