/** Spike times of units: the table of NWB 2, or one dataset a unit as before. */
import type { Hdf5File } from '../hdf5/api';
import { numbersOf, firstText } from './values';
import { join, type NwbSource } from './source';

export interface SpikeSource {
  readonly unitCount: number;
  /** Spike times, s; one list a unit. @throws Hdf5Error */
  read(range: { readonly start: number; readonly end: number }): Promise<readonly Float64Array[]>;
}

/** So many spikes of a unit are read. */
const SPIKE_LIMIT = 4_000_000;

export async function findSpikes(source: NwbSource, spikeTrains: readonly string[]): Promise<SpikeSource> {
  const { file } = source;
  const names = new Set((await source.children('/units')).map(({ name }) => name));
  if (names.has('spike_times') && names.has('spike_times_index')) return unitsTable(source);
  return {
    unitCount: spikeTrains.length,
    read: ({ start, end }) =>
      Promise.all(spikeTrains.slice(Math.max(0, start), Math.max(0, end)).map((path) => readTrain(file, path))),
  };
}

async function unitsTable(source: NwbSource): Promise<SpikeSource> {
  const { file } = source;
  const times = join('/units', 'spike_times');
  const index = join('/units', 'spike_times_index');
  const entity = await source.entity(index);
  const unitCount = entity?.kind === 'dataset' ? (entity.shape?.[0] ?? 0) : 0;
  return {
    unitCount,
    read: async (range) => {
      const start = Math.max(0, Math.min(range.start, unitCount));
      const end = Math.max(start, Math.min(range.end, unitCount));
      if (start === end) return [];
      const ends = numbersOf(await file.read(index, [{ start: Math.max(0, start - 1), end }]));
      let first = start === 0 ? 0 : (ends[0] ?? 0);
      const own = start === 0 ? ends : ends.slice(1);
      const parts = own.map((stop) => {
        const part = { start: first, end: Math.max(first, stop) };
        first = part.end;
        return part;
      });
      return Promise.all(
        parts.map(async (part) =>
          part.end > part.start
            ? Float64Array.from(
                numbersOf(
                  await file.read(times, [{ start: part.start, end: Math.min(part.end, part.start + SPIKE_LIMIT) }]),
                ),
              )
            : new Float64Array(),
        ),
      );
    },
  };
}

/** Some say that their times are milliseconds. */
async function readTrain(file: Hdf5File, path: string): Promise<Float64Array> {
  const [values, attributes] = await Promise.all([
    file.read(path, [{ start: 0, end: SPIKE_LIMIT }]),
    file.attributes(path),
  ]);
  const unit = firstText(attributes.find(({ name }) => name === 'unit')) ?? '';
  const scale = /^(?:ms|milli)/i.test(unit) ? 1e-3 : 1;
  return Float64Array.from(numbersOf(values), (time) => time * scale);
}
