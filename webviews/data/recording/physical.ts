/** Physical values in the prefixes of the laboratory: mV and pA. */
import type { Trace, TraceValues } from '../../../formats/recording/model';
import { zigzag } from '../plot/lines';

interface Scale {
  readonly unit: string;
  readonly factor: number;
}

const PREFIXES: Readonly<Record<string, number>> = {
  '': 1,
  m: 1e-3,
  u: 1e-6,
  µ: 1e-6,
  μ: 1e-6,
  n: 1e-9,
  p: 1e-12,
  k: 1e3,
};

/** Volts of any prefix are shown in mV, amperes in pA, all else as it is. */
export function scaleOf(unit: string): Scale {
  const text = unit.trim();
  const base = /^volts?$/i.test(text) ? 'V' : /^amp(ere|eres|s)?$/i.test(text) ? 'A' : text;
  const [, prefix, quantity] = /^([munpkµμ]?)([VA])$/.exec(base) ?? [];
  const size = prefix === undefined ? undefined : PREFIXES[prefix];
  if (size === undefined) return { unit: text, factor: 1 };
  // By division: 1e-3 / 1e-3 is 1, and 1e-9 × 1e12 is not quite 1000.
  const target = quantity === 'V' ? 1e-3 : 1e-12;
  return { unit: quantity === 'V' ? 'mV' : 'pA', factor: roundPower(size / target) };
}

function roundPower(factor: number): number {
  return 10 ** Math.round(Math.log10(factor));
}

/** Times in ms of the sweep, values in the trace's shown unit. */
export function traceLine(trace: Trace, values: TraceValues): { readonly x: Float64Array; readonly y: Float64Array } {
  const { factor } = scaleOf(trace.unit);
  const scaled = (list: Float32Array): Float64Array => Float64Array.from(list, (value) => value * factor);
  const { start, step, times, maxima } = values;
  if (maxima) {
    const line = zigzag(scaled(values.values), scaled(maxima), start * 1000, step * 1000);
    if (times) for (const [i] of line.x.entries()) line.x[i] = (times[i >> 1] ?? 0) * 1000;
    return line;
  }
  const x = Float64Array.from(values.values, (_, i) => (times ? (times[i] ?? NaN) : start + i * step) * 1000);
  return { x, y: scaled(values.values) };
}

/** Length of a trace in ms; undefined where its times are not known before they are read. */
export function durationOf({ count, rate }: Trace): number | undefined {
  return rate !== undefined && rate > 0 ? (count / rate) * 1000 : undefined;
}

/** The samples of a trace that lie in a part of the sweep. */
export function sampleRange(
  trace: Trace,
  zoom: { readonly low: number; readonly high: number } | null,
): { readonly start: number; readonly end: number } {
  const { count, rate } = trace;
  if (!zoom || rate === undefined || rate <= 0) return { start: 0, end: count };
  const start = Math.max(0, Math.min(count - 1, Math.floor((zoom.low / 1000) * rate)));
  return { start, end: Math.max(start + 1, Math.min(count, Math.ceil((zoom.high / 1000) * rate) + 1)) };
}
