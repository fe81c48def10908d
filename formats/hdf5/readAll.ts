/** Datasets that are larger than one read may be: read piece by piece into one array. */
import {
  Hdf5Error,
  READ_LIMIT_BYTES,
  type CancelSignal,
  type Hdf5File,
  type Hdf5TypedArray,
  type Hdf5Values,
} from './api';

/** At most so many bytes are gathered, if nothing else is said. */
const GATHER_LIMIT_BYTES = 1024 * 1024 * 1024;

export interface ReadAllOptions {
  readonly signal?: CancelSignal;
  readonly limit?: number;
}

/**
 * All values of a dataset.
 * @throws {@link Hdf5Error} `missing`, `unreadable-values`, `cancelled`; `too-large` beyond the limit in bytes
 */
export async function readAll(
  file: Hdf5File,
  path: string,
  { signal, limit = GATHER_LIMIT_BYTES }: ReadAllOptions = {},
): Promise<Hdf5Values> {
  const entity = await file.entity(path);
  if (entity.kind !== 'dataset') throw new Hdf5Error('missing', `${path} is no dataset.`);
  const { shape, type, chunks } = entity;
  const [rows = 1, ...rest] = shape ?? [0];
  const rowBytes = rest.reduce((bytes, length) => bytes * length, type.size);
  const bytes = rows * rowBytes;
  if (bytes > limit) {
    throw new Hdf5Error(
      'too-large',
      `${path} holds ${String(Math.round(bytes / 1e6))} MB, more than the ${String(Math.round(limit / 1e6))} MB that are read of it.`,
    );
  }
  if (bytes <= READ_LIMIT_BYTES) return file.read(path, undefined, signal);
  const chunkRows = Math.max(1, chunks?.[0] ?? 1);
  const wholeChunks = Math.floor(READ_LIMIT_BYTES / rowBytes / chunkRows) * chunkRows;
  const pieceRows = Math.max(1, wholeChunks > 0 ? wholeChunks : Math.floor(READ_LIMIT_BYTES / rowBytes));
  let all: Hdf5TypedArray | undefined;
  const others: unknown[] = [];
  for (let start = 0; start < rows; start += pieceRows) {
    const piece = await file.read(path, [{ start, end: Math.min(rows, start + pieceRows) }], signal);
    if (isTyped(piece.values)) {
      all ??= sameKind(piece.values, (rows * rowBytes) / type.size);
      put(all, piece.values, (start * rowBytes) / type.size);
    } else for (const value of piece.values) others.push(value);
  }
  return { type, shape: [rows, ...rest], values: all ?? others };
}

function isTyped(values: Hdf5Values['values']): values is Hdf5TypedArray {
  return ArrayBuffer.isView(values);
}

function sameKind(values: Hdf5TypedArray, length: number): Hdf5TypedArray {
  return new (values.constructor as new (length: number) => Hdf5TypedArray)(length);
}

/** Both are arrays of one type: they come from one dataset. */
function put(all: Hdf5TypedArray, piece: Hdf5TypedArray, at: number): void {
  (all as Float64Array).set(piece as Float64Array, at);
}
