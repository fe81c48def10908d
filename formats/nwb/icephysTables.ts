/** The tables that say which stimulus belongs to which response, and how recordings form sweeps and protocols. */
import { forEachOf, join, type NwbSource } from './source';
import { isReference, numberOf, numbersOf, referenceOf, textOf } from './values';

const ROOM = '/general/intracellular_ephys';

/** A part of a series; `count` is undefined where the table has all of it. */
export interface SeriesReference {
  readonly path: string;
  readonly start: number;
  readonly count: number | undefined;
}

/** A row of `intracellular_recordings`. */
export interface RecordingRow {
  readonly response: SeriesReference | undefined;
  readonly stimulus: SeriesReference | undefined;
  readonly electrode: string | undefined;
  /** Rows with the same number were recorded at once. */
  readonly simultaneous: number | undefined;
  readonly protocol: string | undefined;
  readonly repetition: string | undefined;
  /** References of this row that lead nowhere, by column. */
  readonly dangling: readonly string[];
}

/** Empty where there is no such table. */
export async function readRecordingRows(source: NwbSource): Promise<readonly RecordingRow[]> {
  const table = join(ROOM, 'intracellular_recordings');
  const own = await namesIn(source, table);
  if (!own.has('responses') && !own.has('stimuli')) return [];
  const [responses, stimuli, electrodes, repetitions, protocols, groups] = await Promise.all([
    columnOf(source, join(table, 'responses/response')),
    columnOf(source, join(table, 'stimuli/stimulus')),
    columnOf(source, join(table, 'electrodes/electrode')),
    own.has('repetition') ? columnOf(source, join(table, 'repetition')) : [],
    own.has('protocol') ? columnOf(source, join(table, 'protocol')) : [],
    readGroups(source),
  ]);
  return Array.from({ length: Math.max(responses.length, stimuli.length) }, (_, row) => {
    const response = seriesReference(responses[row]);
    const stimulus = seriesReference(stimuli[row]);
    const simultaneous = groups.simultaneous.get(row);
    const sequential = simultaneous === undefined ? undefined : groups.sequential.get(simultaneous);
    const repetition = sequential === undefined ? undefined : groups.repetition.get(sequential);
    const own = repetitions[row];
    const type = sequential === undefined ? undefined : groups.stimulusTypes[sequential];
    return {
      response: response === 'dangling' ? undefined : response,
      stimulus: stimulus === 'dangling' ? undefined : stimulus,
      electrode: referenceOf(electrodes[row]),
      simultaneous,
      protocol: nonEmpty(textOf(protocols[row])) ?? nonEmpty(textOf(type)),
      repetition:
        repetitionName(own) ?? (repetition === undefined ? undefined : `repetition ${String(repetition + 1)}`),
      dangling: [...(response === 'dangling' ? ['response'] : []), ...(stimulus === 'dangling' ? ['stimulus'] : [])],
    };
  });
}

/** Series by number of sweep, from the table that came before; empty where there is none. */
export async function readSweepTable(source: NwbSource): Promise<ReadonlyMap<number, readonly string[]>> {
  const table = join(ROOM, 'sweep_table');
  const sweeps = new Map<number, string[]>();
  const names = await namesIn(source, table);
  if (!names.has('sweep_number') || !names.has('series')) return sweeps;
  const [numbers, series, ends] = await Promise.all([
    source.values(join(table, 'sweep_number')),
    columnOf(source, join(table, 'series')),
    names.has('series_index') ? source.values(join(table, 'series_index')) : undefined,
  ]);
  const starts = numbersOf(ends);
  numbersOf(numbers).forEach((number, row) => {
    const [start, end] = ends ? [row === 0 ? 0 : (starts[row - 1] ?? 0), starts[row] ?? 0] : [row, row + 1];
    const paths = series.slice(start, end).flatMap((each) => referenceOf(each) ?? []);
    sweeps.set(number, [...(sweeps.get(number) ?? []), ...paths]);
  });
  return sweeps;
}

/** For each row of a table the row of the next table that holds it. */
async function readGroups(source: NwbSource): Promise<{
  readonly simultaneous: ReadonlyMap<number, number>;
  readonly sequential: ReadonlyMap<number, number>;
  readonly repetition: ReadonlyMap<number, number>;
  readonly stimulusTypes: readonly unknown[];
}> {
  const names = await namesIn(source, ROOM);
  const [simultaneous, sequential, repetition] = await forEachOf(
    [
      ['simultaneous_recordings', 'recordings'],
      ['sequential_recordings', 'simultaneous_recordings'],
      ['repetitions', 'sequential_recordings'],
    ] as const,
    async ([table, column]) =>
      names.has(table) ? await holders(source, join(ROOM, table), column) : new Map<number, number>(),
  );
  const stimulusTypes = names.has('sequential_recordings')
    ? await columnOf(source, join(ROOM, 'sequential_recordings/stimulus_type'))
    : [];
  const none = new Map<number, number>();
  return {
    simultaneous: simultaneous ?? none,
    sequential: sequential ?? none,
    repetition: repetition ?? none,
    stimulusTypes,
  };
}

/** Row r holds `column[index[r − 1]:index[r]]`. */
async function holders(source: NwbSource, table: string, column: string): Promise<Map<number, number>> {
  const [members, ends] = await Promise.all([
    source.values(join(table, column)),
    source.values(join(table, `${column}_index`)),
  ]);
  const holder = new Map<number, number>();
  const rows = numbersOf(members);
  let start = 0;
  numbersOf(ends).forEach((end, row) => {
    for (const member of rows.slice(start, end)) if (!holder.has(member)) holder.set(member, row);
    start = Math.max(start, end);
  });
  return holder;
}

async function namesIn(source: NwbSource, path: string): Promise<ReadonlySet<string>> {
  return new Set((await source.children(path)).map(({ name }) => name));
}

async function columnOf(source: NwbSource, path: string): Promise<readonly unknown[]> {
  return Array.from<unknown>((await source.values(path))?.values ?? []);
}

/** undefined where the row has no series: both numbers are −1 (or 0 of an empty one). */
function seriesReference(value: unknown): SeriesReference | 'dangling' | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (isReference(value)) {
    return value.reference === null ? 'dangling' : { path: value.reference, start: 0, count: undefined };
  }
  const { idx_start: first, count: length, timeseries } = value as Readonly<Record<string, unknown>>;
  const start = numberOf(first) ?? 0;
  const count = numberOf(length) ?? -1;
  if (start < 0 || count < 0) return undefined;
  const path = referenceOf(timeseries);
  return path === undefined ? 'dangling' : { path, start, count };
}

function repetitionName(value: unknown): string | undefined {
  const number = numberOf(value);
  return number === undefined ? nonEmpty(textOf(value)) : `repetition ${String(number)}`;
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}
