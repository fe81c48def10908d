/** The thread that HDF5 files are read in. It answers one request after the other and keeps several files open. */
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { Hdf5Error, type Hdf5Values } from './api';
import type { Engine } from './engine.node';
import type { EngineFile } from './file.node';
import { failureOf } from './failures';
import type {
  Hdf5Call,
  Hdf5Health,
  Hdf5Operation,
  Hdf5Reply,
  Hdf5Request,
  Hdf5Results,
  Hdf5WorkerData,
} from './messages';
import { checkedSize } from './recogniseFile.node';

const FRESH: Hdf5Health = { heapBytes: 0, isShaken: false, isBroken: false, bytesRead: 0 };

class Server {
  readonly #progress: Int32Array;
  readonly #pluginFolder: string;
  readonly #files = new Map<number, EngineFile>();
  #engine: Promise<Engine> | undefined;
  #health: () => Hdf5Health = () => FRESH;
  #lastHandle = 0;

  constructor({ progress, pluginFolder }: Hdf5WorkerData) {
    this.#progress = progress;
    this.#pluginFolder = pluginFolder;
  }

  async reply({ id, call, cancel }: Hdf5Request): Promise<Hdf5Reply> {
    try {
      const value = await this.#run(call, () => {
        Atomics.add(this.#progress, 0, 1);
        if (cancel && Atomics.load(cancel, 0) !== 0) throw new Hdf5Error('cancelled', 'The read was cancelled.');
      });
      return { id, health: this.#health(), result: { value } };
    } catch (error) {
      const { code, message } = failureOf(error, 'The HDF5 library failed', 'unreadable-values');
      return { id, health: this.#health(), result: { error: { code, message } } };
    }
  }

  async #run(call: Hdf5Call, beforeBlock: () => void): Promise<Hdf5Results[Hdf5Operation]> {
    beforeBlock();
    switch (call.operation) {
      case 'open': {
        const { file, allowedFolders = [path.dirname(call.file)] } = call;
        const size = checkedSize(file);
        this.#files.set(++this.#lastHandle, (await this.#load()).open(file, size, allowedFolders));
        return { handle: this.#lastHandle, size };
      }
      case 'reopen':
        return { size: await this.#reopen(call.handle) };
      case 'allow':
        this.#file(call.handle).allow(call.path);
        return undefined;
      case 'close': {
        const file = this.#files.get(call.handle);
        this.#files.delete(call.handle);
        file?.close();
        return undefined;
      }
      case 'children':
        return this.#file(call.handle).children(call.path, call.range);
      case 'entity':
        return this.#file(call.handle).entity(call.path);
      case 'attributes':
        return this.#file(call.handle).attributes(call.path);
      case 'read':
        return this.#file(call.handle).read(call.path, call.selection, beforeBlock);
      case 'minMax':
        return this.#file(call.handle).minMax(call.path, call.selection, call.bins, beforeBlock);
      case 'search':
        return this.#file(call.handle).search(call.text, call.limit, beforeBlock);
      case 'create':
        (await this.#load()).create(call.file, call.description);
        return undefined;
    }
  }

  /**
   * All handles of the file are closed before it is opened again: the library shares what it knows of a file among
   * them, and would go on with the old content.
   */
  async #reopen(handle: number): Promise<number> {
    const file = this.#files.get(handle)?.file;
    if (file === undefined) throw new Hdf5Error('closed', 'The file is closed.');
    const same = [...this.#files].filter(([, each]) => each.file === file);
    const engine = await this.#load();
    for (const [, each] of same) each.close();
    const size = checkedSize(file);
    for (const [each, { allowedFolders }] of same) this.#files.set(each, engine.open(file, size, allowedFolders));
    return size;
  }

  /** The library is loaded when the first file that looks like HDF5 is opened. */
  async #load(): Promise<Engine> {
    this.#engine ??= import('./engine.node').then((module) => module.Engine.load(this.#pluginFolder));
    const engine = await this.#engine;
    this.#health = () => engine.health;
    return engine;
  }

  #file(handle: number): EngineFile {
    const file = this.#files.get(handle);
    if (!file || file.isClosed) throw new Hdf5Error('closed', 'The file is closed.');
    return file;
  }
}

/** The memory of typed arrays goes over to the other thread instead of being copied. */
function buffersOf({ call }: Hdf5Request, { result }: Hdf5Reply): ArrayBuffer[] {
  if (call.operation !== 'read' || !('value' in result)) return [];
  const { values } = result.value as Hdf5Values;
  return ArrayBuffer.isView(values) && values.buffer instanceof ArrayBuffer ? [values.buffer] : [];
}

const port = parentPort;
if (port) {
  const server = new Server(workerData as Hdf5WorkerData);
  let last = Promise.resolve();
  port.on('message', (request: Hdf5Request) => {
    last = last.then(async () => {
      const reply = await server.reply(request);
      port.postMessage(reply, buffersOf(request, reply));
    });
  });
}
