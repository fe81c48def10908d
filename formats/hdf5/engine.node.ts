/** HDF5 files through the library, in the thread that it is loaded in: open, look, read, close. */
import path from 'node:path';
import {
  Hdf5Error,
  type Hdf5Attribute,
  type Hdf5Child,
  type Hdf5Entity,
  type Hdf5ErrorCode,
  type Hdf5Selection,
  type Hdf5Values,
} from './api';
import type { Hdf5Description } from './description';
import { failureOf, isFatal } from './failures';
import { loadLibrary, type Library } from './h5wasm.node';
import type { Hdf5Health } from './messages';
import type { Hyperslab } from './selection';
import { typeOf } from './types';
import { readValues, type Source } from './values.node';
import { writeFile } from './write.node';

export class Engine {
  readonly #library: Library;
  #isShaken = false;
  #isBroken = false;

  private constructor(library: Library) {
    this.#library = library;
  }

  static async load(): Promise<Engine> {
    return new Engine(await loadLibrary());
  }

  get health(): Hdf5Health {
    return { heapBytes: this.#library.HEAPU8.length, isShaken: this.#isShaken, isBroken: this.#isBroken };
  }

  /** @param file absolute path of a file with the signature of HDF5 */
  open(file: string): EngineFile {
    const name = path.basename(file);
    const library = this.#library;
    const open = () => library.open(file, library.H5F_ACC_RDONLY, false, -1, -1);
    const attempt: Attempt = (...all) => this.#attempt(...all);
    return new EngineFile(library, attempt(open, `${name} cannot be opened`, 'not-hdf5'), name, attempt);
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

/** Runs what the library may throw at: `what` says in words what failed then. */
type Attempt = <T>(action: () => T, what: string, code: Hdf5ErrorCode) => T;

export class EngineFile {
  readonly #library: Library;
  readonly #id: bigint;
  readonly #name: string;
  readonly #attempt: Attempt;
  /** Names of the group that was listed last: views ask for one page after the other. */
  #listed: { readonly path: string; readonly names: readonly string[] } | undefined;

  constructor(library: Library, id: bigint, name: string, attempt: Attempt) {
    this.#library = library;
    this.#id = id;
    this.#name = name;
    this.#attempt = attempt;
  }

  close(): void {
    this.#attempt(() => this.#library.close_file(this.#id), `${this.#name} cannot be closed`, 'closed');
  }

  children(group: string, range?: { readonly start: number; readonly end: number }): readonly Hdf5Child[] {
    this.#expect(group, this.#library.H5G_GROUP, 'group');
    return this.#names(group)
      .slice(range?.start ?? 0, range?.end)
      .map((name) => ({ name, kind: this.#kindOf(this.#typeAt(join(group, name))) }));
  }

  entity(at: string): Hdf5Entity {
    const library = this.#library;
    const type = this.#typeOf(at);
    if (type === library.H5G_GROUP) return { kind: 'group', path: at, childCount: this.#names(at).length };
    if (type === library.H5G_DATASET) return this.#dataset(at);
    return { kind: 'unresolved', path: at, reason: this.#reason(at, type) };
  }

  attributes(at: string): readonly Hdf5Attribute[] {
    const library = this.#library;
    const type = this.#typeOf(at);
    if (type === library.H5G_LINK || type === library.H5G_UDLINK) return [];
    const names = this.#attempt(
      () => library.get_attribute_names(this.#id, at),
      `${this.#name}: the attributes of ${at} cannot be read`,
      'unreadable-values',
    );
    return names.map((name) => this.#attribute(at, name));
  }

  read(at: string, selection: Hdf5Selection | undefined, beforeBlock: () => void): Hdf5Values {
    this.#expect(at, this.#library.H5G_DATASET, 'dataset');
    const title = `${this.#name}: the values of ${at}`;
    const library = this.#library;
    return this.#attempt(
      () => {
        const source: Source = {
          metadata: library.get_dataset_metadata(this.#id, at),
          title,
          isWhole: false,
          read: (slab, address) => {
            const { count, offset, stride } = bigints(slab);
            // A scalar has no dimension to select from.
            if (count.length === 0) library.get_dataset_data(this.#id, at, null, null, null, address);
            else library.get_dataset_data(this.#id, at, count, offset, stride, address);
          },
          reclaim: (slab, address) => {
            library.reclaim_vlen_memory_count(this.#id, at, '', address, bigints(slab).count);
          },
          follow: (reference) => this.#follow(reference),
        };
        return readValues(library, source, selection, beforeBlock);
      },
      `${title} cannot be read`,
      'unreadable-values',
    );
  }

  /** An attribute whose values cannot be read has none. */
  #attribute(at: string, name: string): Hdf5Attribute {
    const library = this.#library;
    const title = `${this.#name}: the attribute “${name}” of ${at}`;
    const failed = `${title} cannot be read`;
    const metadata = this.#attempt(
      () => library.get_attribute_metadata(this.#id, at, name),
      failed,
      'unreadable-values',
    );
    const source: Source = {
      metadata,
      title,
      isWhole: true,
      read: (_slab, address) => library.get_attribute_data(this.#id, at, name, address),
      reclaim: (_slab, address) => library.reclaim_vlen_memory(this.#id, at, name, address),
      follow: (reference) => this.#follow(reference),
    };
    try {
      return {
        name,
        ...this.#attempt(() => readValues(library, source, undefined, () => undefined), failed, 'unreadable-values'),
      };
    } catch (error) {
      if (!(error instanceof Hdf5Error)) throw error;
      return { name, type: typeOf(metadata), shape: metadata.shape ?? [0], values: [] };
    }
  }

  #dataset(at: string): Hdf5Entity {
    return this.#attempt(
      () => {
        const { chunks, shape, ...metadata } = this.#library.get_dataset_metadata(this.#id, at);
        const filters = this.#library.get_dataset_filters(this.#id, at).map(({ name, id }) => name || String(id));
        return { kind: 'dataset', path: at, type: typeOf(metadata), shape, filters, ...(chunks ? { chunks } : {}) };
      },
      `${this.#name}: the dataset ${at} cannot be read`,
      'unreadable-values',
    );
  }

  #names(group: string): readonly string[] {
    if (this.#listed?.path !== group) {
      const names = this.#attempt(
        () => this.#library.get_names(this.#id, group, false),
        `${this.#name}: the group ${group} cannot be read`,
        'unreadable-values',
      );
      this.#listed = { path: group, names };
    }
    return this.#listed.names;
  }

  /** Type of the object at a path, which must exist. The library throws where a path leads through a dataset. */
  #typeOf(at: string): number {
    if (!at.startsWith('/')) throw new Hdf5Error('missing', `${this.#name}: “${at}” is no path from the root (“/…”).`);
    const parts = at.split('/').filter((part) => part !== '');
    let type = this.#library.H5G_GROUP;
    for (let length = 1; length <= parts.length; length++) {
      type = type === this.#library.H5G_GROUP ? this.#typeAt(`/${parts.slice(0, length).join('/')}`) : -1;
      if (type >= 0) continue;
      const found = `/${parts.slice(0, length).join('/')}`;
      throw new Hdf5Error('missing', `${this.#name} holds no ${found}${found === at ? '' : `, so no ${at}`}.`);
    }
    return type;
  }

  #typeAt(at: string): number {
    return this.#attempt(
      () => this.#library.get_type(this.#id, at),
      `${this.#name}: ${at} cannot be read`,
      'unreadable-values',
    );
  }

  #expect(at: string, type: number, what: string): void {
    const found = this.#typeOf(at);
    if (found === type) return;
    throw new Hdf5Error('missing', `${this.#name}: ${at} is no ${what}, but a ${this.#kindOf(found)}.`);
  }

  #kindOf(type: number): Hdf5Child['kind'] {
    const { H5G_GROUP, H5G_DATASET, H5G_TYPE } = this.#library;
    if (type === H5G_GROUP) return 'group';
    if (type === H5G_DATASET) return 'dataset';
    return type === H5G_TYPE ? 'datatype' : 'link';
  }

  #reason(at: string, type: number): string {
    const library = this.#library;
    if (type === library.H5G_TYPE) return 'a named type, without values';
    if (type === library.H5G_LINK) return `a link to ${library.get_symbolic_link(this.#id, at)}, which does not exist`;
    if (type !== library.H5G_UDLINK) return 'neither a group nor a dataset';
    const { filename, obj_path: target } = library.get_external_link(this.#id, at);
    return `a link to ${target} of the file ${filename}, which cannot be reached`;
  }

  /** A reference to an object that was deleted leads nowhere. */
  #follow(reference: Uint8Array): string {
    return this.#library.get_referenced_name(this.#id, reference, true);
  }
}

function join(group: string, name: string): string {
  return group === '/' ? `/${name}` : `${group}/${name}`;
}

function bigints({ count, offset, stride }: Hyperslab): Record<keyof Hyperslab, bigint[]> {
  return { count: count.map(BigInt), offset: offset.map(BigInt), stride: stride.map(BigInt) };
}
