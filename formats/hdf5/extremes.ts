/** Least and greatest values of equal parts of a long row, gathered piece by piece. */
import type { Hdf5MinMax, Hdf5TypedArray } from './api';

/** How a row of values is cut into at most `bins` equal parts. */
export function binsOf(length: number, bins: number): { readonly perBin: number; readonly count: number } {
  const perBin = Math.max(1, Math.ceil(length / Math.max(1, Math.trunc(bins) || 1)));
  return { perBin, count: Math.ceil(length / perBin) };
}

export class Extremes {
  readonly #perBin: number;
  readonly #minima: Float64Array;
  readonly #maxima: Float64Array;

  constructor(perBin: number, count: number) {
    this.#perBin = perBin;
    this.#minima = new Float64Array(count).fill(Infinity);
    this.#maxima = new Float64Array(count).fill(-Infinity);
  }

  /** @param start place of the first of these values in the row */
  add(values: Hdf5TypedArray | readonly number[], start: number): void {
    const perBin = this.#perBin;
    for (let at = 0; at < values.length;) {
      const bin = Math.floor((start + at) / perBin);
      const end = Math.min(values.length, (bin + 1) * perBin - start);
      const isBig = values instanceof BigInt64Array || values instanceof BigUint64Array;
      const { least, greatest } = isBig ? bigExtremes(values, at, end) : extremes(values, at, end);
      this.#minima[bin] = Math.min(this.#minima[bin] ?? Infinity, least);
      this.#maxima[bin] = Math.max(this.#maxima[bin] ?? -Infinity, greatest);
      at = end;
    }
  }

  result(): Hdf5MinMax {
    for (let bin = 0; bin < this.#minima.length; bin++) {
      if ((this.#minima[bin] ?? 0) <= (this.#maxima[bin] ?? 0)) continue;
      this.#minima[bin] = NaN;
      this.#maxima[bin] = NaN;
    }
    return { minima: this.#minima, maxima: this.#maxima, perBin: this.#perBin };
  }
}

type Numbers = Exclude<Hdf5TypedArray, BigInt64Array | BigUint64Array> | readonly number[];

/** Of the finite ones: an infinite value would flatten the line that is drawn of the others. */
function extremes(values: Numbers, start: number, end: number): { least: number; greatest: number } {
  let least = Infinity;
  let greatest = -Infinity;
  for (let at = start; at < end; at++) {
    const value = values[at] ?? NaN;
    // False for NaN, and for what is infinite.
    if (value < least && value > -Infinity) least = value;
    if (value > greatest && value < Infinity) greatest = value;
  }
  return { least, greatest };
}

function bigExtremes(
  values: BigInt64Array | BigUint64Array,
  start: number,
  end: number,
): { least: number; greatest: number } {
  let least = values[start] ?? 0n;
  let greatest = least;
  for (let at = start; at < end; at++) {
    const value = values[at] ?? 0n;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return { least: Number(least), greatest: Number(greatest) };
}
