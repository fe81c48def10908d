/**
 * Messages between the extension and the data webview (HDF5, NWB, ABF), over vscode-jsonrpc. The webview asks for what
 * it shows and no more; every answer is bounded. Typed arrays travel as they are.
 */
import { NotificationType, RequestType } from 'vscode-jsonrpc';
import type {
  Hdf5Attribute,
  Hdf5Child,
  Hdf5Entity,
  Hdf5MinMax,
  Hdf5SearchResult,
  Hdf5Selection,
  Hdf5Values,
} from '../formats/hdf5/api';
import type { Recording, TraceValues } from '../formats/recording/model';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** What the view is told of a file before anything is read of it. */
export interface DataContent {
  readonly name: string;
  /** Path as a Python snippet would name it. */
  readonly path: string;
  /** Size in bytes. */
  readonly size: number;
  /** `hdf5`: only a tree; `abf` has no tree. */
  readonly kind: 'hdf5' | 'nwb' | 'abf';
  /** "NWB 2.5 · intracellular · 412 sweeps", "SONATA edges · hippocampus → hippocampus · 6 012 334 edges". */
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Of NWB and ABF files. */
  readonly recording?: Recording;
  /** Why nothing can be shown; then nothing else is asked. */
  readonly failure?: { readonly code: string; readonly message: string };
  /** "The file is being written: it is shown as it was a moment ago." */
  readonly notice?: string;
}

/** A child with what its row shows. */
export interface TreeRow {
  readonly child: Hdf5Child;
  readonly path: string;
  readonly entity: Hdf5Entity;
  readonly attributeCount: number;
}

export const dataContentRequest = new RequestType<Record<string, never>, DataContent, void>('data/content');
/** The names in a group, without a look at what they lead to. */
export const childrenRequest = new RequestType<
  { readonly path: string; readonly range: Range },
  { readonly total: number; readonly children: readonly Hdf5Child[] },
  void
>('data/children');
/** What rows that are in sight show; at most 200 paths. */
export const rowsRequest = new RequestType<{ readonly paths: readonly string[] }, readonly TreeRow[], void>(
  'data/rows',
);
export const entityRequest = new RequestType<
  { readonly path: string },
  { readonly entity: Hdf5Entity; readonly attributes: readonly Hdf5Attribute[] },
  void
>('data/entity');
export const readRequest = new RequestType<
  { readonly path: string; readonly selection: Hdf5Selection },
  Hdf5Values,
  void
>('data/read');
export const minMaxRequest = new RequestType<
  { readonly path: string; readonly selection: Hdf5Selection; readonly bins: number },
  Hdf5MinMax,
  void
>('data/minMax');
export const searchRequest = new RequestType<{ readonly text: string; readonly limit: number }, Hdf5SearchResult, void>(
  'data/search',
);
export const traceRequest = new RequestType<
  { readonly id: string; readonly range: Range; readonly bins: number },
  TraceValues,
  void
>('data/trace');
export const tableRowsRequest = new RequestType<
  { readonly name: string; readonly range: Range },
  readonly (readonly unknown[])[],
  void
>('data/tableRows');
export const unitSpikesRequest = new RequestType<{ readonly range: Range }, readonly Float64Array[], void>(
  'data/unitSpikes',
);
/** Asks before a link into another file is followed; the answer is whether it may be. */
export const followExternalRequest = new RequestType<{ readonly path: string }, boolean, void>('data/followExternal');

export type DataExportFormat = 'csv' | 'npy' | 'json' | 'png' | 'svg';
export const dataExportRequest = new RequestType<
  {
    readonly format: DataExportFormat;
    readonly suggestedName: string;
    readonly content: string | Uint8Array;
  },
  string | null,
  void
>('data/export');

export const dataCopy = new NotificationType<{ readonly text: string; readonly what: string }>('data/copy');

/** The file changed, came back, or its reader was started anew: everything is asked again, the view is kept. */
export const dataContentChanged = new NotificationType<DataContent>('data/contentChanged');
export type DataViewCommand =
  'copyPath' | 'copySnippet' | 'exportCsv' | 'exportNpy' | 'exportPng' | 'search' | 'showTree';
export const dataViewCommand = new NotificationType<{ readonly command: DataViewCommand }>('data/command');
