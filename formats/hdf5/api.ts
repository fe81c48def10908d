/**
 * An HDF5 file that is read piece by piece, wherever it is opened: in a worker beside the data. Paths are absolute
 * (`/points`). What cannot be had rejects with an {@link Hdf5Error}; nothing else is thrown.
 */

/** Type of a dataset's or an attribute's elements. */
export interface Hdf5Type {
  readonly kind:
    'integer' | 'float' | 'string' | 'enum' | 'boolean' | 'compound' | 'array' | 'vlen' | 'reference' | 'other';
  /** As h5py names it where it has a name: `float32`, `int64`, `uint8`, `str`. */
  readonly name: string;
  /** Size of an element in bytes. */
  readonly size: number;
  readonly littleEndian: boolean;
  /** Names of an enum's values. */
  readonly members?: Readonly<Record<string, number>>;
}

/** A group, a dataset, or a link that leads to neither. */
export type Hdf5Entity =
  | { readonly kind: 'group'; readonly path: string; readonly childCount: number }
  | {
      readonly kind: 'dataset';
      readonly path: string;
      readonly type: Hdf5Type;
      /** null where the dataspace is empty; [] for a scalar. */
      readonly shape: readonly number[] | null;
      /** Shape of a chunk; undefined where the dataset is contiguous. */
      readonly chunks?: readonly number[];
      readonly filters: readonly string[];
    }
  | { readonly kind: 'unresolved'; readonly path: string; readonly reason: string };

/** A half-open range of one dimension, with a step. */
interface Hdf5Range {
  readonly start: number;
  readonly end: number;
  readonly step?: number;
}

/** One range a dimension; undefined is all of it. */
export type Hdf5Selection = readonly (Hdf5Range | undefined)[];

export type Hdf5TypedArray =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array;

/** Values of a dataset or an attribute, row by row. Numbers stay in their own type; text is a list. */
export interface Hdf5Values {
  readonly type: Hdf5Type;
  /** Of these values. */
  readonly shape: readonly number[];
  readonly values: Hdf5TypedArray | readonly unknown[];
}

export interface Hdf5Attribute extends Hdf5Values {
  readonly name: string;
}

export interface Hdf5Child {
  readonly name: string;
  readonly kind: 'group' | 'dataset' | 'link' | 'datatype';
}

export type Hdf5ErrorCode =
  /** There is no such file, or it may not be read. */
  | 'unreadable'
  /** It is no HDF5 file, or a broken one. */
  | 'not-hdf5'
  /** In its place there is a pointer of Git LFS. */
  | 'not-downloaded'
  | 'truncated'
  /** There is no object at the path. */
  | 'missing'
  /** The values cannot be read: filter, type, damage. */
  | 'unreadable-values'
  /** The selection holds more bytes than one read may. */
  | 'too-large'
  | 'cancelled'
  /** The file was closed, or the thread that had it open ended: open it again. */
  | 'closed'
  /** A file cannot be written. */
  | 'unwritable';

export class Hdf5Error extends Error {
  readonly code: Hdf5ErrorCode;

  constructor(code: Hdf5ErrorCode, message: string) {
    super(message);
    this.name = 'Hdf5Error';
    this.code = code;
  }
}

/** What tells a long read to stop: an `AbortSignal`, without the DOM. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** One read gives at most so many bytes (guides: 32–64 MB); more is read piece by piece. */
export const READ_LIMIT_BYTES = 64 * 1024 * 1024;

export interface Hdf5File {
  /** Size in bytes. */
  readonly size: number;
  /** The names in a group, in the order of the file's index; never their contents. */
  children(path: string, range?: { readonly start: number; readonly end: number }): Promise<readonly Hdf5Child[]>;
  /** @throws {@link Hdf5Error} `missing` */
  entity(path: string): Promise<Hdf5Entity>;
  /** An attribute whose values cannot be read has its type and shape, and no values. */
  attributes(path: string): Promise<readonly Hdf5Attribute[]>;
  /** @throws {@link Hdf5Error} `missing`, `unreadable-values`, `too-large`, `cancelled` */
  read(path: string, selection?: Hdf5Selection, signal?: CancelSignal): Promise<Hdf5Values>;
  close(): Promise<void>;
}

/** Opens files; each environment brings its own. */
export interface Hdf5Opener {
  /** @param file absolute path on this machine @throws {@link Hdf5Error} `unreadable`, `not-hdf5`, `not-downloaded`, `truncated` */
  open(file: string): Promise<Hdf5File>;
}
