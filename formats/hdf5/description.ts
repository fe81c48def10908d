/** A file that is to be written, as plain data. */
import type { Hdf5TypedArray } from './api';

export interface Hdf5NewAttribute {
  readonly name: string;
  /** Numbers keep their type; text is written as UTF-8 of variable length. One string makes a scalar. */
  readonly values: Hdf5TypedArray | readonly string[] | string;
  /** [] for a scalar; the length of the values if left out. */
  readonly shape?: readonly number[];
}

export interface Hdf5NewDataset {
  readonly values: Hdf5TypedArray | readonly string[];
  /** The length of the values if left out. */
  readonly shape?: readonly number[];
  readonly attributes?: readonly Hdf5NewAttribute[];
}

/** A group; the root where it is the whole file. */
export interface Hdf5NewGroup {
  readonly attributes?: readonly Hdf5NewAttribute[];
  readonly groups?: Readonly<Record<string, Hdf5NewGroup>>;
  readonly datasets?: Readonly<Record<string, Hdf5NewDataset>>;
}

export type Hdf5Description = Hdf5NewGroup;
