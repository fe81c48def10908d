/** HDF5 files for everyone who is not in the worker: one thread, started when it is first needed, for all of them. */
import {
  type CancelSignal,
  Hdf5Error,
  type Hdf5Attribute,
  type Hdf5Child,
  type Hdf5Entity,
  type Hdf5MinMax,
  type Hdf5OpenedFile,
  type Hdf5OpenOptions,
  type Hdf5Opener,
  type Hdf5SearchResult,
  type Hdf5Selection,
  type Hdf5Values,
} from './api';
import type { Hdf5Description } from './description';
import { WorkerLink } from './workerLink.node';

/** The memory of the library never shrinks: beyond this a new thread is started as soon as no file is open. */
const HEAP_LIMIT_BYTES = 512 * 1024 * 1024;

export interface Hdf5Client extends Hdf5Opener {
  /**
   * Writes a file; what has that name is replaced once all is written.
   * @param file absolute path on this machine @throws {@link Hdf5Error} `unwritable`
   */
  create(file: string, description: Hdf5Description): Promise<void>;
  /** What the thread that is at work has read of files so far, in bytes. */
  readonly bytesRead: number;
  /** Memory of the library in that thread, in bytes. */
  readonly heapBytes: number;
  /** Ends the thread; the files that are open are closed. */
  dispose(): Promise<void>;
}

export interface Hdf5ClientOptions {
  /** Path of the bundle `hdf5.worker.js`. */
  readonly workerFile: string;
  /** So many ms without an answer or progress end the thread: a damaged file can hold it for ever. */
  readonly stallLimit?: number;
}

export function createHdf5Client({ workerFile, stallLimit = 120_000 }: Hdf5ClientOptions): Hdf5Client {
  return new Client(workerFile, stallLimit);
}

class Client implements Hdf5Client {
  readonly #workerFile: string;
  readonly #stallLimit: number;
  #link: WorkerLink | undefined;
  #isDisposed = false;

  constructor(workerFile: string, stallLimit: number) {
    this.#workerFile = workerFile;
    this.#stallLimit = stallLimit;
  }

  get heapBytes(): number {
    return this.#link?.health.heapBytes ?? 0;
  }

  get bytesRead(): number {
    return this.#link?.health.bytesRead ?? 0;
  }

  async open(file: string, { allowedFolders }: Hdf5OpenOptions = {}): Promise<Hdf5OpenedFile> {
    const link = this.#current();
    link.users++;
    try {
      const { handle, size } = await link.call({ operation: 'open', file, allowedFolders });
      return new OpenFile(link, handle, size, () => this.#release(link));
    } catch (error) {
      this.#release(link);
      throw error;
    }
  }

  async create(file: string, description: Hdf5Description): Promise<void> {
    const link = this.#current();
    link.users++;
    try {
      await link.call({ operation: 'create', file, description });
    } finally {
      this.#release(link);
    }
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true;
    await this.#link?.end('The file was closed.');
  }

  #current(): WorkerLink {
    if (this.#isDisposed) throw new Hdf5Error('closed', 'No more HDF5 files are opened.');
    if (!this.#link || this.#link.hasEnded) this.#link = new WorkerLink(this.#workerFile, this.#stallLimit);
    return this.#link;
  }

  #release(link: WorkerLink): void {
    link.users--;
    const { heapBytes, isShaken } = link.health;
    if (link.isIdle && (isShaken || heapBytes > HEAP_LIMIT_BYTES)) void link.end('The file was closed.');
  }
}

class OpenFile implements Hdf5OpenedFile {
  readonly #link: WorkerLink;
  readonly #handle: number;
  readonly #release: () => void;
  #size: number;
  #isClosed = false;

  constructor(link: WorkerLink, handle: number, size: number, release: () => void) {
    this.#link = link;
    this.#handle = handle;
    this.#size = size;
    this.#release = release;
  }

  get size(): number {
    return this.#size;
  }

  children(path: string, range?: { readonly start: number; readonly end: number }): Promise<readonly Hdf5Child[]> {
    return this.#link.call({ operation: 'children', handle: this.#handle, path, range });
  }

  entity(path: string): Promise<Hdf5Entity> {
    return this.#link.call({ operation: 'entity', handle: this.#handle, path });
  }

  attributes(path: string): Promise<readonly Hdf5Attribute[]> {
    return this.#link.call({ operation: 'attributes', handle: this.#handle, path });
  }

  read(path: string, selection?: Hdf5Selection, signal?: CancelSignal): Promise<Hdf5Values> {
    return this.#link.call({ operation: 'read', handle: this.#handle, path, selection }, signal);
  }

  minMax(path: string, selection: Hdf5Selection, bins: number, signal?: CancelSignal): Promise<Hdf5MinMax> {
    return this.#link.call({ operation: 'minMax', handle: this.#handle, path, selection, bins }, signal);
  }

  search(text: string, limit: number, signal?: CancelSignal): Promise<Hdf5SearchResult> {
    return this.#link.call({ operation: 'search', handle: this.#handle, text, limit }, signal);
  }

  async allow(path: string): Promise<void> {
    await this.#link.call({ operation: 'allow', handle: this.#handle, path });
  }

  async reopen(): Promise<void> {
    const { size } = await this.#link.call({ operation: 'reopen', handle: this.#handle });
    this.#size = size;
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    try {
      // A thread that has ended has closed it.
      if (!this.#link.hasEnded) await this.#link.call({ operation: 'close', handle: this.#handle });
    } finally {
      this.#release();
    }
  }
}
