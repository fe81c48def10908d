/** Traces of a recording and where their values are in the file. */
import type { Trace } from '../recording/model';
import { intervalRate } from './channelpedia';
import type { Part } from './pairing';
import type { Series } from './series';
import { scaleOf, type Scale } from './swappedUnits';

export interface TraceSource {
  readonly trace: Trace;
  readonly part: Part;
}

/** All traces by id; the same part of a series is one trace, however often it is met. */
export class TraceList {
  readonly #sources = new Map<string, TraceSource>();

  add(part: Part, scale: Scale = scaleOf(part.series)): Trace {
    const id = idOf(part);
    const known = this.#sources.get(id);
    if (known) return known.trace;
    const { series, column, start, count } = part;
    const rate = rateOf(series, column);
    const first = series.startingTime ?? series.timestamps?.first ?? 0;
    const trace: Trace = {
      id,
      name: column === undefined ? series.name : `${series.name} [${String(column)}]`,
      unit: scale.unit === '' && series.intervals ? 'nA' : scale.unit,
      conversion: scale.conversion,
      offset: scale.offset,
      count,
      rate,
      start: Number.isFinite(first) ? first + (rate === undefined ? 0 : start / rate) : 0,
    };
    this.#sources.set(id, { trace, part });
    return trace;
  }

  get(id: string): TraceSource | undefined {
    return this.#sources.get(id);
  }
}

/** undefined where there are timestamps instead, or what the file has is no rate. */
function rateOf(series: Series, column: number | undefined): number | undefined {
  const rate = series.rate ?? intervalRate(series, column);
  return rate !== undefined && rate > 0 && Number.isFinite(rate) ? rate : undefined;
}

/** `/acquisition/a`; a part of it as Python would name it: `/acquisition/a[100:200]`, a column `/acquisition/a[:,3]`. */
function idOf({ series, start, count, column }: Part): string {
  const length = series.data?.shape[0] ?? 0;
  const rows = start === 0 && count === length ? ':' : `${String(start)}:${String(start + count)}`;
  if (column !== undefined) return `${series.path}[${rows},${String(column)}]`;
  return rows === ':' ? series.path : `${series.path}[${rows}]`;
}
