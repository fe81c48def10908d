/** What is said between the client and its worker: one reply to each request. */
import type {
  Hdf5Attribute,
  Hdf5Child,
  Hdf5Entity,
  Hdf5ErrorCode,
  Hdf5MinMax,
  Hdf5SearchResult,
  Hdf5Selection,
  Hdf5Values,
} from './api';
import type { Hdf5Description } from './description';

/** What the worker can be asked, and with what. `handle` is one that `open` gave. */
export type Hdf5Call =
  | { readonly operation: 'open'; readonly file: string; readonly allowedFolders: readonly string[] | undefined }
  | { readonly operation: 'reopen'; readonly handle: number }
  | { readonly operation: 'allow'; readonly handle: number; readonly path: string }
  | { readonly operation: 'close'; readonly handle: number }
  | {
      readonly operation: 'children';
      readonly handle: number;
      readonly path: string;
      readonly range: { readonly start: number; readonly end: number } | undefined;
    }
  | { readonly operation: 'entity'; readonly handle: number; readonly path: string }
  | { readonly operation: 'attributes'; readonly handle: number; readonly path: string }
  | {
      readonly operation: 'read';
      readonly handle: number;
      readonly path: string;
      readonly selection: Hdf5Selection | undefined;
    }
  | {
      readonly operation: 'minMax';
      readonly handle: number;
      readonly path: string;
      readonly selection: Hdf5Selection;
      readonly bins: number;
    }
  | { readonly operation: 'search'; readonly handle: number; readonly text: string; readonly limit: number }
  | { readonly operation: 'create'; readonly file: string; readonly description: Hdf5Description };

export interface Hdf5Results {
  readonly open: { readonly handle: number; readonly size: number };
  readonly reopen: { readonly size: number };
  readonly allow: undefined;
  readonly close: undefined;
  readonly children: readonly Hdf5Child[];
  readonly entity: Hdf5Entity;
  readonly attributes: readonly Hdf5Attribute[];
  readonly read: Hdf5Values;
  readonly minMax: Hdf5MinMax;
  readonly search: Hdf5SearchResult;
  readonly create: undefined;
}

export type Hdf5Operation = keyof Hdf5Results;

export interface Hdf5Request {
  readonly id: number;
  readonly call: Hdf5Call;
  /** One number in memory that both threads see: not 0 means stop. */
  readonly cancel: Int32Array | undefined;
}

/** How the library in the worker fares; it decides whether the worker is used further. */
export interface Hdf5Health {
  /** Its memory never shrinks. */
  readonly heapBytes: number;
  /** An error left the library in the middle of its work: handles may be open that nobody holds. */
  readonly isShaken: boolean;
  /** It has aborted: every further call fails. */
  readonly isBroken: boolean;
  /** What the thread has read of files so far. */
  readonly bytesRead: number;
}

export interface Hdf5Reply {
  readonly id: number;
  readonly health: Hdf5Health;
  readonly result:
    | { readonly value: Hdf5Results[Hdf5Operation] }
    | { readonly error: { readonly code: Hdf5ErrorCode; readonly message: string } };
}

/** What the worker is started with. */
export interface Hdf5WorkerData {
  /** One number that grows with every block that is read: a long read that is at work shows by it. */
  readonly progress: Int32Array;
  /** Absolute folder of the filters that are no part of the library. */
  readonly pluginFolder: string;
}
