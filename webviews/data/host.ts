/** What the view asks of the extension. Every question can be cancelled by its signal. */
import type { DataContent, DataExportFormat, TreeRow } from '../../protocol/dataView';
import type {
  Hdf5Attribute,
  Hdf5Child,
  Hdf5Entity,
  Hdf5MinMax,
  Hdf5SearchResult,
  Hdf5Selection,
  Hdf5Values,
} from '../../formats/hdf5/api';
import type { TraceValues } from '../../formats/recording/model';

export interface Range {
  readonly start: number;
  readonly end: number;
}

interface ChildrenAnswer {
  readonly total: number;
  readonly children: readonly Hdf5Child[];
}

export interface EntityAnswer {
  readonly entity: Hdf5Entity;
  readonly attributes: readonly Hdf5Attribute[];
}

export interface Host {
  content(signal?: AbortSignal): Promise<DataContent>;
  children(path: string, range: Range, signal?: AbortSignal): Promise<ChildrenAnswer>;
  rows(paths: readonly string[], signal?: AbortSignal): Promise<readonly TreeRow[]>;
  entity(path: string, signal?: AbortSignal): Promise<EntityAnswer>;
  read(path: string, selection: Hdf5Selection, signal?: AbortSignal): Promise<Hdf5Values>;
  minMax(path: string, selection: Hdf5Selection, bins: number, signal?: AbortSignal): Promise<Hdf5MinMax>;
  search(text: string, limit: number, signal?: AbortSignal): Promise<Hdf5SearchResult>;
  trace(id: string, range: Range, bins: number, signal?: AbortSignal): Promise<TraceValues>;
  tableRows(name: string, range: Range, signal?: AbortSignal): Promise<readonly (readonly unknown[])[]>;
  unitSpikes(range: Range, signal?: AbortSignal): Promise<readonly Float64Array[]>;
  followExternal(path: string): Promise<boolean>;
  /** Name of the saved file; null where it was cancelled. */
  export(format: DataExportFormat, suggestedName: string, content: string | Uint8Array): Promise<string | null>;
  copy(text: string, what: string): void;
}
