/** Values of a trace: sample by sample, or drawn together to least and greatest. */
import { Hdf5Error, type CancelSignal, type Hdf5File, type Hdf5Selection, type Hdf5TypedArray } from '../hdf5/api';
import type { TraceValues } from '../recording/model';
import type { TraceSource } from './traces';
import { numbersOf } from './values';

/** So many values or parts are given at once. */
const BINS_LIMIT = 1_000_000;

/**
 * Where a series has neither rate nor timestamps, times are numbers of samples.
 * @param range samples of the trace
 * @throws Hdf5Error `unreadable-values` where the values are no row of numbers
 */
export async function readTrace(
  file: Hdf5File,
  { trace, part }: TraceSource,
  range: { readonly start: number; readonly end: number },
  bins: number,
  signal?: CancelSignal,
): Promise<TraceValues> {
  const { series, column } = part;
  const shape = series.data?.shape ?? [];
  if (!series.data?.isNumeric || shape.length > 2 || shape.length === 0) {
    throw new Hdf5Error('unreadable-values', `${series.path} has no row of numbers that could be drawn.`);
  }
  const start = Math.max(0, Math.min(Math.trunc(range.start) || 0, trace.count));
  const end = Math.max(start, Math.min(Math.trunc(range.end) || 0, trace.count));
  const most = Math.max(1, Math.min(Math.trunc(bins) || 1, BINS_LIMIT));
  const samples = { start: part.start + start, end: part.start + end };
  const dataPath = `${series.path}/data`;
  const selection: Hdf5Selection =
    shape.length === 1 ? [samples] : [samples, { start: column ?? 0, end: (column ?? 0) + 1 }];
  const sampleStep = trace.rate === undefined ? 1 : 1 / trace.rate;
  const isWhole = end - start <= most;
  const perBin = isWhole ? 1 : Math.ceil((end - start) / most);

  if (isWhole) {
    const { values } = start === end ? { values: new Float32Array() } : await file.read(dataPath, selection, signal);
    return {
      start: start * sampleStep,
      step: sampleStep,
      values: scaled(values, trace.conversion, trace.offset),
      ...(await timesOf(file, { trace, part }, samples, 1, signal)),
    };
  }
  const drawn = await file.minMax(dataPath, selection, most, signal);
  const step = drawn.perBin > 0 ? drawn.perBin : perBin;
  const one = scaled(drawn.minima, trace.conversion, trace.offset);
  const other = scaled(drawn.maxima, trace.conversion, trace.offset);
  // A negative factor turns least and greatest round.
  const [values, maxima] = trace.conversion < 0 ? [other, one] : [one, other];
  return {
    start: start * sampleStep,
    step: step * sampleStep,
    values,
    maxima,
    ...(await timesOf(file, { trace, part }, samples, step, signal)),
  };
}

function scaled(values: Hdf5TypedArray | readonly unknown[], conversion: number, offset: number): Float32Array {
  const result = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) result[i] = Number(values[i]) * conversion + offset;
  return result;
}

/** Of a trace with timestamps: the time of each value, or of the first sample of each part, from the trace's start. */
async function timesOf(
  file: Hdf5File,
  { trace, part }: TraceSource,
  { start, end }: { readonly start: number; readonly end: number },
  step: number,
  signal: CancelSignal | undefined,
): Promise<{ readonly times?: Float64Array }> {
  const { series } = part;
  if (trace.rate !== undefined || series.timestamps === undefined) return {};
  const last = Math.min(end, series.timestamps.count);
  const path = `${series.path}/timestamps`;
  if (last <= start) return {};
  const [{ values }, origin] = await Promise.all([
    file.read(path, [{ start, end: last, step }], signal),
    part.start === 0
      ? Promise.resolve(series.timestamps.first ?? 0)
      : file.read(path, [{ start: part.start, end: part.start + 1 }], signal).then((own) => numbersOf(own)[0] ?? 0),
  ]);
  const times = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) times[i] = Number(values[i]) - origin;
  return { times };
}
