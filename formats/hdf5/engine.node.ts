/** The library in the thread that it is loaded in: files are opened and written with it. */
import path from 'node:path';
import { Hdf5Error, type Hdf5ErrorCode } from './api';
import type { Hdf5Description } from './description';
import { failureOf, isFatal } from './failures';
import { EngineFile } from './file.node';
import { loadLibrary, type Library } from './h5wasm.node';
import type { Hdf5Health } from './messages';
import { bytesRead, countReads } from './readCounter.node';
import { writeFile } from './write.node';

export class Engine {
  readonly #library: Library;
  readonly #pluginFolder: string;
  #isShaken = false;
  #isBroken = false;

  private constructor(library: Library, pluginFolder: string) {
    this.#library = library;
    this.#pluginFolder = pluginFolder;
  }

  static async load(pluginFolder: string): Promise<Engine> {
    countReads();
    return new Engine(await loadLibrary(pluginFolder), pluginFolder);
  }

  get health(): Hdf5Health {
    return {
      heapBytes: this.#library.HEAPU8.length,
      isShaken: this.#isShaken,
      isBroken: this.#isBroken,
      bytesRead: bytesRead(),
    };
  }

  /**
   * @param file absolute path of a file with the signature of HDF5
   * @param size in bytes
   * @param allowedFolders absolute folders into which links may lead
   */
  open(file: string, size: number, allowedFolders: readonly string[]): EngineFile {
    return new EngineFile({
      library: this.#library,
      pluginFolder: this.#pluginFolder,
      attempt: (...all) => this.#attempt(...all),
      file,
      size,
      allowedFolders,
    });
  }

  create(file: string, description: Hdf5Description): void {
    const write = () => writeFile(this.#library, file, description);
    this.#attempt(write, `${path.basename(file)} cannot be written`, 'unwritable');
  }

  /** Runs what may throw, and remembers how that leaves the library. */
  #attempt<T>(action: () => T, what: string, code: Hdf5ErrorCode): T {
    try {
      return action();
    } catch (error) {
      if (error instanceof Hdf5Error) throw error;
      this.#isShaken = true;
      if (!isFatal(error)) throw failureOf(error, what, code);
      this.#isBroken = true;
      throw new Hdf5Error(code, `${what}: the HDF5 library broke down over it.`);
    }
  }
}
