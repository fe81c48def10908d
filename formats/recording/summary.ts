/** What `bbp inspect` prints of a recording. */
import type { Recording, Trace } from './model';

export interface RecordingSummary {
  readonly version: string;
  readonly sweeps: number;
  /** The most responses that one sweep has. */
  readonly channels: number;
  /** Samples a second: one number where all traces agree, else all that occur, least first; null where there is none. */
  readonly rate: number | readonly number[] | null;
  /** Of responses, then of stimuli, each once. */
  readonly units: readonly string[];
  /** Each once, in the order of the file. */
  readonly protocols: readonly string[];
  /** Of the longest sweep in s; null where no trace has a rate. */
  readonly duration: number | null;
  /** Series that belong to no sweep. */
  readonly otherSeries: number;
  readonly spikingUnits: number;
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
}

export function summariseRecording(recording: Recording): RecordingSummary {
  const { sweeps, loose, tables, unitCount, version } = recording;
  const responses = sweeps.flatMap((sweep) => sweep.responses);
  const stimuli = sweeps.flatMap((sweep) => sweep.stimuli);
  const traces = sweeps.length > 0 ? [...responses, ...stimuli] : loose.map(({ trace }) => trace);
  const rates = [...new Set(traces.flatMap(({ rate }) => rate ?? []))].sort((a, b) => a - b);
  return {
    version,
    sweeps: sweeps.length,
    channels: sweeps.reduce((most, { responses: own }) => Math.max(most, own.length), 0),
    rate: rates.length > 1 ? rates : (rates[0] ?? null),
    units: [...new Set(traces.map(({ unit }) => unit).filter((unit) => unit !== ''))],
    protocols: [...new Set(sweeps.map(({ protocol }) => protocol))],
    duration: longest(traces),
    otherSeries: loose.length,
    spikingUnits: unitCount,
    tables: tables.map(({ name, rowCount }) => ({ name, rows: rowCount })),
  };
}

function longest(traces: readonly Trace[]): number | null {
  let duration: number | null = null;
  for (const { count, rate } of traces) {
    if (rate !== undefined && rate > 0) duration = Math.max(duration ?? 0, count / rate);
  }
  return duration;
}
