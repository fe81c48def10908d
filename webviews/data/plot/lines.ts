/** Lines to draw, from samples or from least and greatest values of parts. */
import type { AlignedData } from 'uplot';

export interface PlotLine {
  readonly title: string;
  readonly color: string;
  /** Rising. */
  readonly x: Float64Array;
  /** NaN is a gap. */
  readonly y: Float64Array;
}

/** Each part becomes its least and its greatest value, at its beginning and its middle. */
export function zigzag(
  minima: ArrayLike<number>,
  maxima: ArrayLike<number>,
  start: number,
  step: number,
): { readonly x: Float64Array; readonly y: Float64Array } {
  const x = new Float64Array(minima.length * 2);
  const y = new Float64Array(minima.length * 2);
  for (let i = 0; i < minima.length; i++) {
    x[2 * i] = start + i * step;
    x[2 * i + 1] = start + (i + 0.5) * step;
    y[2 * i] = minima[i] ?? NaN;
    y[2 * i + 1] = maxima[i] ?? NaN;
  }
  return { x, y };
}

/** One x for all lines: lines of the same x stay as they are, all others meet in one rising x. */
export function alignLines(lines: readonly PlotLine[]): {
  readonly data: AlignedData;
  readonly order: readonly number[];
} {
  const groups: { readonly x: Float64Array; readonly lines: number[] }[] = [];
  for (const [index, { x }] of lines.entries()) {
    const group = groups.find((each) => isSame(each.x, x));
    if (group) group.lines.push(index);
    else groups.push({ x, lines: [index] });
  }
  const order = groups.flatMap((group) => group.lines);
  const [only] = groups;
  const gaps = (y: Float64Array): (number | null)[] => Array.from(y, (value) => (Number.isNaN(value) ? null : value));
  const values = (index: number): (number | null)[] => gaps(lines[index]?.y ?? new Float64Array());
  if (!only) return { data: [[]], order };
  if (groups.length === 1) return { data: [only.x, ...order.map(values)], order };
  const all = Float64Array.from(new Set(groups.flatMap(({ x }) => [...x]))).sort();
  const places = new Map(Array.from(all, (value, place) => [value, place]));
  const joined = order.map((index) => {
    // Where a line has no sample it goes on: undefined is no gap, null is one.
    const y = new Array<number | null | undefined>(all.length);
    const { x } = lines[index] ?? { x: new Float64Array() };
    for (const [i, value] of values(index).entries()) y[places.get(x[i] ?? NaN) ?? 0] = value;
    return y;
  });
  return { data: [all, ...joined], order };
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  return a === b || (a.length === b.length && a.every((value, i) => value === b[i]));
}

/** Least and greatest of all lines; undefined where there is no number. */
export function extent(lines: readonly { readonly y: Float64Array }[]): readonly [number, number] | undefined {
  let [low, high] = [Infinity, -Infinity];
  for (const { y } of lines) {
    for (const value of y) {
      if (value < low && value !== -Infinity) low = value;
      if (value > high && value !== Infinity) high = value;
    }
  }
  return low <= high ? [low, high] : undefined;
}
