/** Measures of a sweep, from the values that were read to draw it. */

interface Line {
  /** ms. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export interface StimulusStep {
  /** ms. */
  readonly start: number;
  readonly end: number;
  /** From the baseline, in the unit of the stimulus. */
  readonly amplitude: number;
}

export interface ResponseMeasures {
  /** What is farthest from the baseline during the step. */
  readonly peak: number;
  /** Mean of the step's last tenth. */
  readonly steady: number;
}

/**
 * The longest time for which the stimulus is more than half as far from its baseline as it ever is. A short test pulse
 * before a longer step is passed over so.
 */
export function stimulusStep({ x, y }: Line): StimulusStep | undefined {
  if (y.length === 0) return undefined;
  const baseline = y.find((value) => Number.isFinite(value)) ?? NaN;
  let farthest = 0;
  for (const value of y) if (Math.abs(value - baseline) > farthest) farthest = Math.abs(value - baseline);
  if (!(farthest > 0)) return undefined;
  const longest = longestRun(x, (i) => Math.abs((y[i] ?? NaN) - baseline) > farthest / 2);
  if (!longest) return undefined;
  const values = y.slice(longest[0], longest[1]).sort();
  const middle = values[values.length >> 1] ?? NaN;
  return { start: x[longest[0]] ?? 0, end: x[longest[1] - 1] ?? 0, amplitude: middle - baseline };
}

function longestRun(x: Float64Array, holds: (index: number) => boolean): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined;
  let length = -1;
  let from = -1;
  for (let i = 0; i <= x.length; i++) {
    if (i < x.length && holds(i)) {
      if (from < 0) from = i;
    } else if (from >= 0) {
      const lasts = (x[i - 1] ?? 0) - (x[from] ?? 0);
      if (lasts > length) [best, length] = [[from, i], lasts];
      from = -1;
    }
  }
  return best;
}

/** undefined where the response has no value during the step. */
export function responseMeasures({ x, y }: Line, { start, end }: StimulusStep): ResponseMeasures | undefined {
  const baseline = y.find((value) => Number.isFinite(value)) ?? NaN;
  const late = end - (end - start) / 10;
  let peak = NaN;
  let [sum, count] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    const [at, value] = [x[i] ?? NaN, y[i] ?? NaN];
    if (at < start || at > end || Number.isNaN(value)) continue;
    if (Number.isNaN(peak) || Math.abs(value - baseline) > Math.abs(peak - baseline)) peak = value;
    if (at >= late) [sum, count] = [sum + value, count + 1];
  }
  return Number.isNaN(peak) ? undefined : { peak, steady: count > 0 ? sum / count : NaN };
}

/**
 * Upward crossings of a threshold. Of parts only the greatest values count: a spike that two parts share falls below the
 * threshold in neither of them.
 * @param isParts y holds the least and the greatest value of each part in turn
 */
export function spikeCount(y: Float64Array, isParts: boolean, threshold: number): number {
  let count = 0;
  let isAbove = true;
  for (let i = isParts ? 1 : 0; i < y.length; i += isParts ? 2 : 1) {
    const value = y[i] ?? NaN;
    if (Number.isNaN(value)) continue;
    if (value >= threshold && !isAbove) count += 1;
    isAbove = value >= threshold;
  }
  return count;
}
