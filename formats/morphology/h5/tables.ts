/** Datasets of a morphology as tables of numbers, whatever type of numbers the file has. */
import { Hdf5Error, type CancelSignal, type Hdf5Entity, type Hdf5File, type Hdf5TypedArray } from '../../hdf5/api';
import { readAll } from '../../hdf5/readAll';
import type { ProblemList } from '../problem';
import { unreadableDataset } from '../problems/h5/unreadableDataset';
import { wrongColumns } from '../problems/h5/wrongColumns';
import { wrongRank } from '../problems/h5/wrongRank';

/** Where a morphology is read from, and what is found to be wrong. */
export interface Origin {
  readonly file: Hdf5File;
  /** Path of the group of the morphology, `/` for the whole file. */
  readonly group: string;
  readonly problems: ProblemList;
  readonly signal: CancelSignal | undefined;
}

export type Dataset = Extract<Hdf5Entity, { kind: 'dataset' }>;

/** A typed array of numbers that are no `bigint`. */
export type Numbers = Exclude<Hdf5TypedArray, BigInt64Array | BigUint64Array>;

export function pathIn(group: string, name: string): string {
  return group === '/' ? `/${name}` : `${group}/${name}`;
}

export async function datasetAt(file: Hdf5File, path: string): Promise<Dataset | undefined> {
  const entity = await entityAt(file, path);
  return entity?.kind === 'dataset' ? entity : undefined;
}

export async function entityAt(file: Hdf5File, path: string): Promise<Hdf5Entity | undefined> {
  try {
    return await file.entity(path);
  } catch (error) {
    if (error instanceof Hdf5Error && error.code === 'missing') return undefined;
    throw error;
  }
}

/** Names in a group; none where there is no such group. */
export async function namesIn(file: Hdf5File, path: string, limit: number): Promise<readonly string[]> {
  if ((await entityAt(file, path))?.kind !== 'group') return [];
  return (await file.children(path, { start: 0, end: limit })).map(({ name }) => name);
}

/** [rows, columns] of a dataset; undefined, with a problem, where it has another shape. */
export function tableShape(
  { problems }: Origin,
  { path, shape }: Dataset,
  columns: number,
  meaning: string,
): readonly [rows: number, columns: number] | undefined {
  const [rows = 0, found = 0] = shape ?? [];
  if (shape?.length !== 2) {
    problems.add(
      wrongRank,
      { path },
      () => `${path} has the shape ${shown(shape)}: [n, ${columns}] is expected (${meaning}).`,
    );
    return undefined;
  }
  if (found !== columns) {
    problems.add(wrongColumns, { path }, () => `${path} has ${found} columns: ${columns} are expected (${meaning}).`);
    return undefined;
  }
  return [rows, found];
}

export function shown(shape: readonly number[] | null): string {
  return shape === null ? 'of an empty dataset' : `[${shape.join(', ')}]`;
}

/** All numbers of a dataset; undefined, with a problem, where they cannot be had. */
export async function numbersAt(
  { file, problems, signal }: Origin,
  { path, type }: Dataset,
): Promise<Numbers | undefined> {
  let values: readonly unknown[] | Hdf5TypedArray;
  try {
    ({ values } = await readAll(file, path, signal ? { signal } : {}));
  } catch (error) {
    if (!(error instanceof Hdf5Error) || error.code === 'cancelled') throw error;
    problems.add(unreadableDataset, { path }, () => error.message);
    return undefined;
  }
  const numbers = toNumbers(values);
  if (!numbers) problems.add(unreadableDataset, { path }, () => `${path} holds ${type.name}: numbers are expected.`);
  return numbers;
}

/** Integers of 64 bits become doubles: what lies beyond 2^53 is out of every range here. */
export function toNumbers(values: readonly unknown[] | Hdf5TypedArray): Numbers | undefined {
  if (values instanceof BigInt64Array || values instanceof BigUint64Array) {
    const numbers = new Float64Array(values.length);
    for (let i = 0; i < numbers.length; i++) numbers[i] = Number(values[i]);
    return numbers;
  }
  if (ArrayBuffer.isView(values)) return values;
  return values.length === 0 ? new Float32Array(0) : undefined;
}

export function toFloats(numbers: Numbers): Float32Array {
  return numbers instanceof Float32Array ? numbers : Float32Array.from(numbers);
}

/** Cut to whole numbers, as HDF5 does on reading, and held within 32 bits; NaN becomes 0. */
export function toIntegers(numbers: Numbers): Int32Array {
  if (numbers instanceof Int32Array) return numbers;
  return Int32Array.from(numbers, (value) => Math.min(Math.max(Math.trunc(value) || 0, -(2 ** 31)), 2 ** 31 - 1));
}
