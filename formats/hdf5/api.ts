/**
 * An HDF5 file that is read piece by piece, wherever it is opened: in a worker beside the data. Paths are absolute
 * (`/points`). What cannot be had rejects with an {@link Hdf5Error}; nothing else is thrown.
 */

/** Type of a dataset's or an attribute's elements. */
export interface Hdf5Type {
  readonly kind:
    | 'integer'
    | 'float'
    | 'complex'
    | 'string'
    | 'enum'
    | 'boolean'
    | 'bitfield'
    | 'opaque'
    | 'compound'
    | 'array'
    | 'vlen'
    | 'reference'
    | 'region'
    | 'other';
  /** As h5py names it where it has a name: `float32`, `int64`, `uint8`, `str`. */
  readonly name: string;
  /** Size of an element in bytes. */
  readonly size: number;
  readonly littleEndian: boolean;
  /** Names of an enum's values. */
  readonly members?: Readonly<Record<string, number>>;
  /** Of a compound. */
  readonly fields?: readonly { readonly name: string; readonly type: Hdf5Type }[];
  /** Of an array or of a list of any length. */
  readonly element?: Hdf5Type;
  /** Shape of an array. */
  readonly dimensions?: readonly number[];
}

export interface Hdf5Filter {
  /** Number of the filter in the HDF Group's registry. */
  readonly id: number;
  /** `gzip`, `shuffle`, `blosc`; `filter 32013` where it has no name here. */
  readonly name: string;
  readonly isAvailable: boolean;
}

/** A group, a dataset, a named type, or a link that leads to none of them. */
export type Hdf5Entity =
  | { readonly kind: 'group'; readonly path: string; readonly childCount: number }
  | Hdf5Dataset
  | { readonly kind: 'datatype'; readonly path: string; readonly type: Hdf5Type }
  | {
      readonly kind: 'unresolved';
      readonly path: string;
      readonly reason: string;
      /** The file that it leads into, absolute, where {@link Hdf5OpenedFile.allow} would open it. */
      readonly outside?: string;
    };

export interface Hdf5Dataset {
  readonly kind: 'dataset';
  readonly path: string;
  readonly type: Hdf5Type;
  /** null where the dataspace is empty; [] for a scalar. */
  readonly shape: readonly number[] | null;
  readonly layout: 'contiguous' | 'chunked' | 'compact' | 'virtual' | 'external';
  /** Shape of a chunk; undefined where the dataset is not chunked. */
  readonly chunks?: readonly number[];
  readonly filters: readonly Hdf5Filter[];
  /** Bytes in the file, where they are known. */
  readonly storedBytes?: number;
  /** Files from which a virtual dataset takes its values; a missing one would silently give fill values. */
  readonly sources?: readonly Hdf5Source[];
}

export interface Hdf5Source {
  /** Absolute. */
  readonly file: string;
  readonly path: string;
  readonly isMissing: boolean;
  /** It lies outside of the folders that may be read: {@link Hdf5OpenedFile.allow} would open it. */
  readonly isOutside?: boolean;
}

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

/**
 * Values of a dataset or an attribute, row by row. Numbers stay in their own type, bit fields as unsigned. Everything else is a list: text,
 * compounds as {@link Hdf5Record}, references as {@link Hdf5Reference}, complex numbers as `[real, imaginary]`, bytes as
 * `Uint8Array`, lists as arrays.
 */
export interface Hdf5Values {
  readonly type: Hdf5Type;
  /** Of these values. */
  readonly shape: readonly number[];
  readonly values: Hdf5TypedArray | readonly unknown[];
}

export type Hdf5Record = Readonly<Record<string, unknown>>;

/** An object of the file; null where the reference leads nowhere. */
export interface Hdf5Reference {
  readonly reference: string | null;
  /** Of a region reference, in words. */
  readonly region?: string;
}

export interface Hdf5Attribute extends Hdf5Values {
  readonly name: string;
  /** Why there are no values. */
  readonly problem?: string;
}

export interface Hdf5Child {
  readonly name: string;
  /** What it leads to; `link` where it leads nowhere, or into another file. */
  readonly kind: 'group' | 'dataset' | 'link' | 'datatype';
  /** Where a soft or external link points to. */
  readonly target?: { readonly file?: string; readonly path: string };
}

/** Least and greatest values of equal parts of a row of numbers; NaN where a part has no finite number. */
export interface Hdf5MinMax {
  readonly minima: Float64Array;
  readonly maxima: Float64Array;
  /** Values in each part but the last, which may have fewer. */
  readonly perBin: number;
}

export interface Hdf5SearchResult {
  readonly matches: readonly { readonly path: string; readonly kind: Hdf5Child['kind'] }[];
  /** There are more than were looked for. */
  readonly isCut: boolean;
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
  /** The values lie in a file outside of the folders that may be read. */
  | 'outside'
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
  /**
   * Draws a long row together: least and greatest of `bins` equal parts, in pieces of whole chunks.
   * @param selection leaves exactly one dimension longer than 1; numbers only
   */
  minMax(path: string, selection: Hdf5Selection, bins: number, signal?: CancelSignal): Promise<Hdf5MinMax>;
  /** Objects whose path holds a text, whatever its case; at most `limit`. */
  search(text: string, limit: number, signal?: CancelSignal): Promise<Hdf5SearchResult>;
  close(): Promise<void>;
}

/** What else can be done with a file by the one who opened it. */
export interface Hdf5OpenedFile extends Hdf5File {
  /** Lets links and virtual datasets lead into a file or folder (absolute) besides the allowed ones. */
  allow(path: string): Promise<void>;
  /** Opens the file anew: it has changed. After a failure only another `reopen` or `close` makes sense. @throws as {@link Hdf5Opener.open} */
  reopen(): Promise<void>;
}

export interface Hdf5OpenOptions {
  /** Absolute folders into which links and virtual datasets may lead; the folder of the file if left out. */
  readonly allowedFolders?: readonly string[];
}

/** Opens files; each environment brings its own. */
export interface Hdf5Opener {
  /** @param file absolute path on this machine @throws {@link Hdf5Error} `unreadable`, `not-hdf5`, `not-downloaded`, `truncated` */
  open(file: string, options?: Hdf5OpenOptions): Promise<Hdf5OpenedFile>;
}
