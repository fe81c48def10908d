/** The traces of the sweeps that are shown, each read once for a window. */
import type { Sweep, Trace } from '../../../formats/recording/model';
import type { Host } from '../host';
import { sampleRange, traceLine } from './physical';

export interface SweepLines {
  readonly sweep: Sweep;
  readonly responses: readonly TraceLine[];
  readonly stimuli: readonly TraceLine[];
}

export interface TraceLine {
  readonly trace: Trace;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Least and greatest values of parts in turn, not samples. */
  readonly isParts: boolean;
}

/** Traces that are asked for at once: the other side reads one after the other. */
const TOGETHER = 4;
/** Lines that are remembered. */
const MOST_KEPT = 400;

export class TraceReader {
  readonly #host: Host;
  readonly #kept = new Map<string, TraceLine>();

  constructor(host: Host) {
    this.#host = host;
  }

  clear(): void {
    this.#kept.clear();
  }

  async read(
    sweeps: readonly Sweep[],
    zoom: { readonly low: number; readonly high: number } | null,
    bins: number,
    signal: AbortSignal,
  ): Promise<readonly SweepLines[]> {
    const traces = sweeps.flatMap(({ responses, stimuli }) => [...responses, ...stimuli]);
    const lines = new Map<string, TraceLine>();
    const left = [...traces];
    const work = async (): Promise<void> => {
      for (let trace = left.shift(); trace; trace = left.shift()) {
        lines.set(trace.id, await this.#line(trace, zoom, bins, signal));
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, work));
    const found = (trace: Trace): TraceLine =>
      lines.get(trace.id) ?? { trace, x: new Float64Array(), y: new Float64Array(), isParts: false };
    return sweeps.map((sweep) => ({
      sweep,
      responses: sweep.responses.map(found),
      stimuli: sweep.stimuli.map(found),
    }));
  }

  async #line(
    trace: Trace,
    zoom: { readonly low: number; readonly high: number } | null,
    bins: number,
    signal: AbortSignal,
  ): Promise<TraceLine> {
    const range = sampleRange(trace, zoom);
    const key = `${trace.id}\n${range.start} ${range.end} ${bins}`;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const values = await this.#host.trace(trace.id, range, bins, signal);
    const line = { trace, ...traceLine(trace, values), isParts: values.maxima !== undefined };
    this.#kept.set(key, line);
    for (const old of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(old);
    }
    return line;
  }
}
