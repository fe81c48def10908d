/** One worker and the requests that it has not answered yet. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { Hdf5Error, type CancelSignal } from './api';
import type {
  Hdf5Call,
  Hdf5Health,
  Hdf5Operation,
  Hdf5Reply,
  Hdf5Request,
  Hdf5Results,
  Hdf5WorkerData,
} from './messages';

/** Beside the bundle of the worker. */
const PLUGIN_FOLDER = 'hdf5-plugins';

interface Pending {
  readonly resolve: (value: Hdf5Results[Hdf5Operation]) => void;
  readonly reject: (error: Hdf5Error) => void;
  readonly done: () => void;
}

export class WorkerLink {
  readonly #worker: Worker;
  readonly #stallLimit: number;
  readonly #progress = new Int32Array(new SharedArrayBuffer(4));
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #watch: NodeJS.Timeout | undefined;
  #ended: Hdf5Error | undefined;
  #health: Hdf5Health = { heapBytes: 0, isShaken: false, isBroken: false, bytesRead: 0 };
  /** Files that are open in it, or about to be. */
  users = 0;

  /** @param stallLimit ms without an answer or progress after which the worker is ended: a damaged file holds it */
  constructor(workerFile: string, stallLimit: number) {
    this.#stallLimit = stallLimit;
    const pluginFolder = path.join(path.dirname(path.resolve(workerFile)), PLUGIN_FOLDER);
    const workerData: Hdf5WorkerData = { progress: this.#progress, pluginFolder };
    this.#worker = new Worker(workerFile, { workerData, stdout: true, stderr: true });
    // What the library prints belongs to no one.
    this.#worker.stdout.resume();
    this.#worker.stderr.resume();
    this.#worker.unref();
    this.#worker.on('message', (reply: Hdf5Reply) => this.#settle(reply));
    this.#worker.on('error', (error) => void this.end(`The HDF5 thread ended: ${error.message}`));
    this.#worker.on('exit', () => void this.end('The HDF5 thread ended.'));
  }

  get hasEnded(): boolean {
    return this.#ended !== undefined;
  }

  get isIdle(): boolean {
    return this.users === 0 && this.#pending.size === 0;
  }

  get health(): Hdf5Health {
    return this.#health;
  }

  call<O extends Hdf5Operation>(
    call: Extract<Hdf5Call, { operation: O }>,
    signal?: CancelSignal,
  ): Promise<Hdf5Results[O]> {
    return new Promise<Hdf5Results[Hdf5Operation]>((resolve, reject) => {
      if (this.#ended) {
        reject(this.#ended);
        return;
      }
      const cancelled = () => new Hdf5Error('cancelled', 'The read was cancelled.');
      if (signal?.aborted) {
        reject(cancelled());
        return;
      }
      const cancel = signal && new Int32Array(new SharedArrayBuffer(4));
      const abort = () => {
        if (cancel) Atomics.store(cancel, 0, 1);
        reject(cancelled());
      };
      signal?.addEventListener('abort', abort);
      const id = ++this.#lastId;
      this.#pending.set(id, { resolve, reject, done: () => signal?.removeEventListener('abort', abort) });
      if (this.#pending.size === 1) {
        // The program lives on while it waits for an answer, not for the thread.
        this.#worker.ref();
        this.#startWatch();
      }
      const request: Hdf5Request = { id, call, cancel };
      this.#worker.postMessage(request);
    }) as Promise<Hdf5Results[O]>;
  }

  /** Ends the thread; what it has not answered is rejected. */
  async end(reason: string): Promise<void> {
    if (this.#ended) return;
    this.#ended = new Hdf5Error('closed', reason);
    clearTimeout(this.#watch);
    for (const { reject, done } of this.#pending.values()) {
      done();
      reject(this.#ended);
    }
    this.#pending.clear();
    await this.#worker.terminate();
  }

  #settle({ id, health, result }: Hdf5Reply): void {
    this.#health = health;
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    clearTimeout(this.#watch);
    if (this.#pending.size > 0) this.#startWatch();
    else this.#worker.unref();
    pending?.done();
    if ('value' in result) pending?.resolve(result.value);
    else pending?.reject(new Hdf5Error(result.error.code, result.error.message));
    if (health.isBroken) void this.end('The HDF5 library broke down over another file: open this one again.');
  }

  #startWatch(): void {
    const before = Atomics.load(this.#progress, 0);
    this.#watch = setTimeout(() => {
      if (Atomics.load(this.#progress, 0) !== before) this.#startWatch();
      else void this.end(`The HDF5 library gave no answer for ${this.#stallLimit / 1000} s: the file may be damaged.`);
    }, this.#stallLimit);
    this.#watch.unref();
  }
}
