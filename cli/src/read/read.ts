/** `bbp read`: values of an HDF5 dataset, of a series of an NWB file, of a sweep of an ABF file. */
import path from 'node:path';
import { Hdf5Error, READ_LIMIT_BYTES, type Hdf5File, type Hdf5Type } from '../../../formats/hdf5/api';
import type { ReadArguments } from '../arguments';
import { LateHdf5 } from '../data/hdf5';
import { unusableFile } from '../files.node';
import { printable } from '../printable';
import { parseSlice, shapeText } from './slice';
import { readTrace } from './trace';
import { csvText, nested } from './values';

/** What is printed. */
interface ReadResult {
  readonly path: string;
  readonly dtype: string;
  /** Of the whole dataset. */
  readonly shape: readonly number[];
  readonly slice: string;
  readonly unit?: string;
}

export interface Found {
  readonly result: ReadResult;
  readonly values: ArrayLike<unknown>;
  /** Of the values. */
  readonly valueShape: readonly number[];
  readonly type: Hdf5Type;
}

export async function runRead(options: ReadArguments): Promise<number> {
  const problem = await unusableFile(options.file);
  if (problem !== undefined) {
    process.stderr.write(`bbp: ${problem}\n`);
    return 2;
  }
  const found = await find(options).catch((error: unknown) => {
    if (error instanceof Hdf5Error) return error.message;
    throw error;
  });
  if (typeof found === 'string') {
    process.stderr.write(`bbp: ${printable(options.file)}: ${printable(found)}\n`);
    return 1;
  }
  const { result, values, valueShape, type } = found;
  process.stdout.write(
    options.csv
      ? csvText(values, valueShape, type)
      : `${JSON.stringify({ ...result, values: nested(values, valueShape, type) })}\n`,
  );
  return 0;
}

/** The values, or one sentence that says why there are none. */
async function find(options: ReadArguments): Promise<Found | string> {
  const file = path.resolve(options.file);
  if (/\.abf$/i.test(file)) return readTrace(file, options);
  const hdf5 = new LateHdf5();
  try {
    const opened = await hdf5.get().open(file);
    try {
      return await readDataset(opened, options);
    } finally {
      await opened.close();
    }
  } finally {
    await hdf5.dispose();
  }
}

async function readDataset(
  file: Hdf5File,
  { path: wanted, slice }: Pick<ReadArguments, 'path' | 'slice'>,
): Promise<Found | string> {
  const at = wanted.startsWith('/') ? wanted : `/${wanted}`;
  const entity = await file.entity(at);
  if (entity.kind === 'group') {
    const data = `${at.replace(/\/$/, '')}/data`;
    const inner = await file.entity(data).catch(() => undefined);
    // A series of an NWB file is a group, and its values are called data.
    if (inner?.kind === 'dataset') return readDataset(file, { path: data, slice });
    return `${at} is a group of ${entity.childCount}: name a dataset`;
  }
  if (entity.kind === 'unresolved') return `${at} leads nowhere: ${entity.reason}`;
  if (entity.kind === 'datatype') return `${at} is a named type, no dataset`;
  const { shape, type } = entity;
  if (shape === null)
    return { result: { path: at, dtype: type.name, shape: [], slice: '' }, values: [null], valueShape: [], type };
  const parsed = parseSlice(slice, shape);
  if (typeof parsed === 'string') return parsed;
  const count = parsed.selection.reduce((product, range) => product * (range ? length(range) : 1), 1);
  if (count * type.size > READ_LIMIT_BYTES) {
    return `${at} has the shape ${shapeText(shape)}: ${count} values are more than are read at once; give a --slice`;
  }
  const { values } = await file.read(at, parsed.selection);
  return { result: { path: at, dtype: type.name, shape, slice: parsed.text }, values, valueShape: parsed.shape, type };
}

function length({
  start,
  end,
  step = 1,
}: {
  readonly start: number;
  readonly end: number;
  readonly step?: number;
}): number {
  return Math.ceil((end - start) / step);
}
