/** What of a dataset is read for a view: one range a dimension, and how many bytes that is. */
import type { Hdf5Dataset, Hdf5Selection, Hdf5Type } from '../../../formats/hdf5/api';
import type { Range } from '../host';
import type { DatasetState, ViewName } from '../state';

/** A view that would read more shows a slice, and says so. */
export const GATE_BYTES = 32 * 1024 * 1024;

/** Numbers that can be drawn. */
export function isNumeric({ kind }: Hdf5Type): boolean {
  return kind === 'integer' || kind === 'float' || kind === 'enum' || kind === 'boolean' || kind === 'bitfield';
}

/** The views that fit, the one to begin with first. */
export function viewsOf({ shape, type }: Hdf5Dataset): readonly ViewName[] {
  if (shape === null || shape.includes(0)) return [];
  if (shape.length === 0) return ['value'];
  const text: readonly ViewName[] =
    type.kind === 'string' || type.kind === 'compound' || type.kind === 'vlen' ? ['text'] : [];
  if (!isNumeric(type)) return ['table', ...text];
  const isPlane = shape.filter((length) => length > 1).length >= 2;
  const views: readonly ViewName[] = isPlane
    ? ['table', 'line', 'heatMap', 'histogram']
    : ['table', 'line', 'histogram'];
  const first = type.kind !== 'float' ? 'table' : isPlane && Math.min(...shape.slice(-2)) >= 8 ? 'heatMap' : 'line';
  const count = shape.reduce((product, length) => product * length, 1);
  return count < 2 ? ['table'] : [first, ...views.filter((view) => view !== first)];
}

/** Within 0 and a length; at least one element. */
export function clampRange(range: Range | undefined, length: number): Range {
  if (!range) return { start: 0, end: length };
  const start = Math.max(0, Math.min(length - 1, Math.floor(range.start)));
  return { start, end: Math.max(start + 1, Math.min(length, Math.ceil(range.end))) };
}

/** The ranges of some dimensions; all others are cut at one index. */
export function planeSelection(
  shape: readonly number[],
  fixed: readonly number[] | undefined,
  shown: Readonly<Record<number, Range & { readonly step?: number }>>,
): Hdf5Selection {
  return shape.map((length, dimension) => {
    const range = shown[dimension];
    if (range) return range;
    const at = Math.min(length - 1, fixed?.[dimension] ?? 0);
    return { start: at, end: at + 1 };
  });
}

/** The dimension along which a line is drawn at first: the longest. */
export function lineDimension(shape: readonly number[], { along }: DatasetState): number {
  if (along !== undefined && along < shape.length) return along;
  return shape.indexOf(Math.max(...shape));
}

/** The dimension whose neighbours a line plot overlays; undefined: there is none. */
export function overlayDimension(shape: readonly number[], along: number): number | undefined {
  const others = shape
    .map((length, dimension) => ({ length, dimension }))
    .filter(({ dimension }) => dimension !== along);
  return others.findLast(({ length }) => length > 1)?.dimension;
}

/** The dimensions that a view shows as its axes; all others have a slider. */
export function shownDimensions(shape: readonly number[], view: ViewName, state: DatasetState): readonly number[] {
  const rank = shape.length;
  if (view === 'line') return [lineDimension(shape, state)];
  if (view === 'histogram' || view === 'value') return shape.map((_, dimension) => dimension);
  if (view === 'text') return [0];
  return rank < 2 ? [0] : [rank - 2, rank - 1];
}

/**
 * The block in which a row is read: as long as a chunk where chunks are short, else a part of one, so that no chunk is
 * read for a row that lies in its neighbour.
 */
export function blockOf(index: number, length: number, chunk: number | undefined, wanted: number): Range {
  const step = chunk === undefined || chunk <= 0 ? wanted : chunk;
  if (step > wanted * 4) {
    const base = Math.floor(index / step) * step;
    const start = base + Math.floor((index - base) / wanted) * wanted;
    return { start, end: Math.min(length, base + step, start + wanted) };
  }
  const size = step * Math.ceil(wanted / step);
  const start = Math.floor(index / size) * size;
  return { start, end: Math.min(length, start + size) };
}
