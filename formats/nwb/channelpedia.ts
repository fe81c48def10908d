/**
 * Voltage clamp recordings of Channelpedia: `/acquisition/timeseries/<protocol>/repetitions/repetition<n>/data`, one
 * column for each level of voltage, in nA, with its own sampling interval.
 */
import type { SweepDraft } from './pairing';
import type { Series } from './series';

const PLACE = /^\/acquisition\/timeseries\/([^/]+)\/repetitions\/([^/]+)$/;

/** So many columns become sweeps. */
const COLUMN_LIMIT = 1000;

export function isChannelpedia({ path }: Series): boolean {
  return PLACE.test(path);
}

/** One sweep for each column. */
export function channelpediaDrafts(series: Series, stimuli: readonly Series[]): readonly SweepDraft[] {
  const [, protocol = '', name = ''] = PLACE.exec(series.path) ?? [];
  const [samples = 0, columns = 1] = series.data?.shape ?? [];
  const tail = `/${protocol}/repetitions/${name}`;
  const stimulus = stimuli.find(
    ({ path, data }) => path.endsWith(tail) && String(data?.shape) === String(series.data?.shape),
  );
  return Array.from({ length: Math.min(columns, COLUMN_LIMIT) }, (_, index) => {
    const column = series.data?.shape.length === 1 ? undefined : index;
    const part = (each: Series) => ({ series: each, start: 0, count: samples, column });
    return {
      pairs: [{ response: part(series), stimulus: stimulus && part(stimulus), electrode: series.electrode }],
      number: index + 1,
      protocol,
      repetition: name.replace(/^repetition[ _]?(?=\d)/i, 'repetition '),
    };
  });
}

/** Samples a second of a column. */
export function intervalRate({ intervals }: Series, column: number | undefined): number | undefined {
  const interval = intervals?.[column ?? 0] ?? intervals?.[0];
  return interval !== undefined && interval > 0 ? 1 / interval : undefined;
}
