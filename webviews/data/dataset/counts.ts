/** Counts of values in bars of equal width. */

export interface Counts {
  /** One more than bars. */
  readonly edges: Float64Array;
  readonly counts: Uint32Array;
  readonly total: number;
  readonly finite: number;
  readonly mean: number;
}

/** Few whole numbers have a bar each. */
export function countValues(pieces: readonly Float64Array[], bars: number): Counts {
  let [low, high, sum, finite, total] = [Infinity, -Infinity, 0, 0, 0];
  let isWhole = true;
  for (const values of pieces) {
    total += values.length;
    for (const value of values) {
      if (!Number.isFinite(value)) continue;
      finite += 1;
      sum += value;
      if (value < low) low = value;
      if (value > high) high = value;
      isWhole &&= Number.isInteger(value);
    }
  }
  if (finite === 0) return { edges: new Float64Array(), counts: new Uint32Array(), total, finite, mean: NaN };
  const isFew = isWhole && high - low < bars;
  const from = isFew || high === low ? low - 0.5 : low;
  const to = isFew || high === low ? high + 0.5 : high;
  const count = isFew ? high - low + 1 : bars;
  const counts = new Uint32Array(count);
  const scale = count / (to - from);
  for (const values of pieces) {
    for (const value of values) {
      if (!Number.isFinite(value)) continue;
      const bar = Math.min(count - 1, Math.floor((value - from) * scale));
      counts[bar] = (counts[bar] ?? 0) + 1;
    }
  }
  const edges = Float64Array.from({ length: count + 1 }, (_, i) => from + i / scale);
  return { edges, counts, total, finite, mean: sum / finite };
}
