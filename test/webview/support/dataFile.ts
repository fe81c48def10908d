/** Made-up files: their values follow from their index, so that a test can say what must be seen. */
import type {
  Hdf5Attribute,
  Hdf5Child,
  Hdf5Dataset,
  Hdf5Entity,
  Hdf5Selection,
  Hdf5Type,
  Hdf5Values,
} from '../../../formats/hdf5/api';
import type { Recording, Sweep, Trace, TraceValues } from '../../../formats/recording/model';
import type { DataContent, TreeRow } from '../../../protocol/dataView';

interface MadeUpDataset {
  readonly type: Hdf5Type;
  readonly shape: readonly number[] | null;
  readonly chunks?: readonly number[];
  readonly value: (index: number) => unknown;
  readonly attributes?: readonly Hdf5Attribute[];
}

export interface MadeUpFile {
  readonly content: DataContent;
  children(path: string, start: number, end: number): { total: number; children: readonly Hdf5Child[] };
  row(path: string): TreeRow;
  entity(path: string): { entity: Hdf5Entity; attributes: readonly Hdf5Attribute[] };
  read(asked: { path: string; selection: Hdf5Selection }): Hdf5Values;
  minMax(asked: { path: string; selection: Hdf5Selection; bins: number }): {
    minima: Float64Array;
    maxima: Float64Array;
    perBin: number;
  };
  search(text: string, limit: number): { matches: { path: string; kind: Hdf5Child['kind'] }[]; isCut: boolean };
  trace(asked: { id: string; range: { start: number; end: number }; bins: number }): TraceValues;
  tableRows(asked: { name: string; range: { start: number; end: number } }): readonly (readonly unknown[])[];
  unitSpikes(asked: { range: { start: number; end: number } }): readonly Float64Array[];
}

const type = (kind: Hdf5Type['kind'], name: string, size: number, more: Partial<Hdf5Type> = {}): Hdf5Type => ({
  kind,
  name,
  size,
  littleEndian: true,
  ...more,
});
const FLOAT = type('float', 'float32', 4);
const INT64 = type('integer', 'int64', 8);
const TEXT = type('string', 'str', 16);
const REFERENCE = type('reference', 'object reference', 8);
const SIDE = type('enum', 'enum', 1, { members: { left: 0, right: 1 } });
const POINT = type('compound', 'compound', 12, {
  fields: [
    { name: 'x', type: FLOAT },
    { name: 'side', type: SIDE },
  ],
});
const attribute = (name: string, kind: Hdf5Type, ...values: unknown[]): Hdf5Attribute => ({
  name,
  type: kind,
  shape: [],
  values,
});

const MANY = 100_000;

const DATASETS: Readonly<Record<string, MadeUpDataset>> = {
  // A triangle of 1000 up and 1000 down, −1 to 1, with one NaN.
  '/cells/voltage': {
    type: FLOAT,
    shape: [10_000_000],
    chunks: [65_536],
    value: (i) => (i === 7 ? NaN : Math.fround(Math.abs((i % 2000) - 1000) / 500 - 1)),
    attributes: [
      attribute('unit', TEXT, 'mV'),
      attribute('about', TEXT, '<b id="planted">not HTML</b>'),
      attribute('side', SIDE, 1),
      attribute('times', REFERENCE, { reference: '/cells/ids' }),
      attribute('history', TEXT, 'x'.repeat(500)),
    ],
  },
  '/cells/ids': { type: INT64, shape: [1000], value: (i) => 9_007_199_254_740_993n + BigInt(i) },
  '/cells/points': { type: POINT, shape: [50], value: (i) => ({ x: i / 2, side: i % 2 }) },
  '/cells/report': { type: FLOAT, shape: [3, 64, 32], chunks: [1, 64, 32], value: (i) => i % 32 },
  '/cells/notes': { type: TEXT, shape: [], value: () => '{"a": [1, 2]}' },
  '/cells/nothing': { type: FLOAT, shape: null, value: () => 0 },
  '/cells/huge': { type: type('float', 'float64', 8), shape: [400_000_000], value: (i) => i },
};

const GROUPS: Readonly<Record<string, readonly Hdf5Child[]>> = {
  '/': [
    { name: 'cells', kind: 'group' },
    { name: 'many', kind: 'group' },
    { name: 'gone', kind: 'link', target: { file: 'other.h5', path: '/edges' } },
  ],
  '/cells': Object.keys(DATASETS).map((path) => ({ name: path.slice(7), kind: 'dataset' })),
};

function datasetEntity(path: string, { type: kind, shape, chunks }: MadeUpDataset): Hdf5Dataset {
  return {
    kind: 'dataset',
    path,
    type: kind,
    shape,
    layout: chunks ? 'chunked' : 'contiguous',
    ...(chunks ? { chunks } : {}),
    filters: chunks ? [{ id: 1, name: 'gzip', isAvailable: true }] : [],
  };
}

function entityOf(path: string): Hdf5Entity {
  const dataset = DATASETS[path];
  if (dataset) return datasetEntity(path, dataset);
  if (path === '/gone') return { kind: 'unresolved', path, reason: 'The file other.h5 is missing.' };
  if (path.startsWith('/many/')) return datasetEntity(path, { type: INT64, shape: [1], value: () => 0 });
  return { kind: 'group', path, childCount: path === '/many' ? MANY : (GROUPS[path]?.length ?? 0) };
}

const ARRAYS: Readonly<Record<string, new (length: number) => Float32Array | Float64Array | BigInt64Array>> = {
  float32: Float32Array,
  float64: Float64Array,
  int64: BigInt64Array,
};

/** Indices of a selection, row by row. */
function indicesOf(shape: readonly number[], selection: Hdf5Selection): { indices: number[]; shape: number[] } {
  let indices = [0];
  const found: number[] = [];
  for (const [dimension, length] of shape.entries()) {
    const { start = 0, end = length, step = 1 } = selection[dimension] ?? {};
    const places: number[] = [];
    for (let i = start; i < end; i += step) places.push(i);
    found.push(places.length);
    indices = indices.flatMap((base) => places.map((place) => base * length + place));
  }
  return { indices, shape: found };
}

function sweep(number: number, protocol: string, repetition: string): Sweep {
  const trace = (name: string, unit: string): Trace => ({
    id: `/acquisition/${name}${number}`,
    name: `${name}${number}`,
    unit,
    conversion: 1,
    offset: 0,
    count: 20_000,
    rate: 10_000,
    start: number * 10,
  });
  return {
    id: `sweep ${number}`,
    name: `sweep ${number}`,
    number,
    protocol,
    repetition,
    mode: 'current clamp',
    responses: [trace('response', 'V')],
    stimuli: [trace('stimulus', 'A')],
  };
}

const SWEEPS = [
  ...[0, 1, 2].map((number) => sweep(number, 'IDrest', 'repetition 1')),
  ...[3, 4].map((number) => sweep(number, 'IDrest', 'repetition 2')),
  ...Array.from({ length: 60 }, (_, i) => sweep(5 + i, 'APWaveform', 'repetition 1')),
];

/**
 * 0.5 to 1.5 s: (n + 1) × 100 pA; the response rests at −70 mV, sits at −60 mV + n during the step, and spikes n times
 * to +30 mV.
 */
function traceValue(id: string, sample: number): number {
  const number = Number(/\d+$/.exec(id)?.[0]);
  const isStep = sample >= 5000 && sample < 15_000;
  if (id.includes('stimulus')) return isStep ? (number + 1) * 100e-12 : 0;
  if (!isStep) return -0.07;
  for (let spike = 0; spike < number % 5; spike++) if (Math.abs(sample - 6000 - spike * 1500) < 10) return 0.03;
  return -0.06 + number * 1e-3;
}

const RECORDING: Recording = {
  kind: 'nwb',
  title: 'NWB 2.5 · intracellular · 65 sweeps',
  version: '2.5.0',
  session: [{ title: 'Session', facts: [{ label: 'Description', value: '<i>made up</i>' }] }],
  sweeps: SWEEPS,
  loose: [],
  tables: [
    {
      name: 'intracellular_recordings',
      columns: [
        { name: 'id', description: '' },
        { name: 'protocol', description: '' },
      ],
      rowCount: 65,
    },
  ],
  unitCount: 3,
  tags: [{ time: 0.25, text: 'drug on' }],
  problems: [{ code: 'nwb/swapped-units', level: 'warning', message: 'The units are swapped.', path: '/cells/ids' }],
};

function contentOf(name: string): DataContent {
  const base = { name: `${name}.h5`, path: `/data/${name}.h5`, size: 104_000_000 };
  if (name === 'failure') {
    return {
      ...base,
      kind: 'hdf5',
      title: '',
      facts: [],
      failure: { code: 'not-downloaded', message: 'It is a pointer of Git LFS.' },
    };
  }
  if (name === 'abf') {
    return {
      ...base,
      kind: 'abf',
      title: 'ABF 2.0 · 65 sweeps',
      facts: [],
      recording: { ...RECORDING, kind: 'abf', unitCount: 0, tables: [] },
    };
  }
  if (name === 'nwb') return { ...base, kind: 'nwb', title: RECORDING.title, facts: [], recording: RECORDING };
  const notice = name === 'changed' ? { notice: 'The file is being written.' } : {};
  return {
    ...base,
    kind: 'hdf5',
    title: 'HDF5 · 3 objects at the root',
    facts: [{ label: 'Library', value: 'latest' }],
    ...notice,
  };
}

export function madeUpFile(name: string): MadeUpFile {
  const file: MadeUpFile = {
    content: contentOf(name),
    children: (path, start, end) => {
      if (path === '/many') {
        const count = Math.max(0, Math.min(MANY, end) - start);
        return {
          total: MANY,
          children: Array.from({ length: count }, (_, i) => ({ name: `item${start + i}`, kind: 'dataset' as const })),
        };
      }
      const all = GROUPS[path] ?? [];
      return { total: all.length, children: all.slice(start, end) };
    },
    row: (path) => {
      const named = { name: path.slice(path.lastIndexOf('/') + 1), kind: 'dataset' as const };
      const child = GROUPS['/']?.find((each) => `/${each.name}` === path) ?? named;
      return { child, path, entity: entityOf(path), attributeCount: DATASETS[path]?.attributes?.length ?? 0 };
    },
    entity: (path) => ({ entity: entityOf(path), attributes: DATASETS[path]?.attributes ?? [] }),
    read: ({ path, selection }) => {
      const dataset = DATASETS[path];
      const { indices, shape } = indicesOf(dataset?.shape ?? [], selection);
      const found = indices.map((index) => dataset?.value(index));
      const kind = dataset?.type ?? FLOAT;
      const Kind = ARRAYS[kind.name];
      if (!Kind) return { type: kind, shape, values: found };
      const values = new Kind(found.length);
      found.forEach((value, i) => (values[i] = value as never));
      return { type: kind, shape, values };
    },
    minMax: ({ path, selection, bins }) => {
      const { start = 0, end = DATASETS[path]?.shape?.[0] ?? 1 } = selection[0] ?? {};
      const perBin = Math.max(1, Math.ceil((end - start) / bins));
      const count = Math.ceil((end - start) / perBin);
      // The triangle touches both ends in each 2000 values; that is all that is looked at here.
      const of = (bin: number, pick: (a: number, b: number) => number, first: number): number => {
        let value = first;
        for (let i = 0; i < Math.min(perBin, 2000); i++) {
          const each = Number(DATASETS[path]?.value(start + bin * perBin + i));
          if (!Number.isNaN(each)) value = pick(value, each);
        }
        return value;
      };
      return {
        minima: Float64Array.from({ length: count }, (_, bin) => of(bin, Math.min, Infinity)),
        maxima: Float64Array.from({ length: count }, (_, bin) => of(bin, Math.max, -Infinity)),
        perBin,
      };
    },
    search: (text, limit) => {
      const all = Object.keys(DATASETS).filter((path) => path.includes(text));
      return { matches: all.slice(0, limit).map((path) => ({ path, kind: 'dataset' })), isCut: all.length > limit };
    },
    trace: ({ id, range: { start, end }, bins }) => {
      const count = end - start;
      const rate = 10_000;
      if (count <= bins) {
        const values = Float32Array.from({ length: count }, (_, i) => traceValue(id, start + i));
        return { start: start / rate, step: 1 / rate, values };
      }
      const perBin = Math.ceil(count / bins);
      const parts = Math.ceil(count / perBin);
      const values = new Float32Array(parts).fill(Infinity);
      const maxima = new Float32Array(parts).fill(-Infinity);
      for (let i = 0; i < count; i++) {
        const bin = Math.floor(i / perBin);
        const value = traceValue(id, start + i);
        values[bin] = Math.min(values[bin] ?? 0, value);
        maxima[bin] = Math.max(maxima[bin] ?? 0, value);
      }
      return { start: start / rate, step: perBin / rate, values, maxima };
    },
    tableRows: ({ range }) => SWEEPS.slice(range.start, range.end).map(({ number, protocol }) => [number, protocol]),
    unitSpikes: ({ range }) =>
      [[0, 1, 2], [0.5], [1.5, 2]].slice(range.start, range.end).map((times) => Float64Array.from(times)),
  };
  return file;
}
