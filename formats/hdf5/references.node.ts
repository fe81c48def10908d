/** Where references lead to. The library searches the whole file for each: what it finds is remembered. */
import { Hdf5Error, type Hdf5Reference } from './api';
import type { Attempt } from './attempt';
import type { Library } from './h5wasm.node';

/** So many are remembered. */
const KNOWN_LIMIT = 100_000;

const NOWHERE: Hdf5Reference = { reference: null };

export class References {
  readonly #library: Library;
  readonly #attempt: Attempt;
  readonly #known = new Map<string, Hdf5Reference>();

  constructor(library: Library, attempt: Attempt) {
    this.#library = library;
    this.#attempt = attempt;
  }

  /** @param file handle of the file that the reference stands in */
  follow(file: bigint, bytes: Uint8Array, isRegion: boolean): Hdf5Reference {
    // A reference to nothing is all zeros; the library throws at it.
    if (bytes.every((byte) => byte === 0)) return NOWHERE;
    const key = `${String(file)} ${bytes.join(' ')}`;
    const known = this.#known.get(key);
    if (known) return known;
    const found = this.#lookUp(file, bytes, isRegion);
    if (this.#known.size >= KNOWN_LIMIT) this.#known.clear();
    this.#known.set(key, found);
    return found;
  }

  /** A reference to an object that was deleted leads nowhere. */
  #lookUp(file: bigint, bytes: Uint8Array, isRegion: boolean): Hdf5Reference {
    const library = this.#library;
    try {
      return this.#attempt(
        () => {
          const reference = library.get_referenced_name(file, bytes, !isRegion) as string | null;
          if (!isRegion || reference === null) return { reference };
          const { shape, total_size: count } = library.get_region_metadata(file, bytes);
          return { reference, region: shape ? `${shape.join(' × ')} elements` : `${count} chosen elements` };
        },
        'a reference cannot be followed',
        'unreadable-values',
      );
    } catch (error) {
      if (error instanceof Hdf5Error) return NOWHERE;
      throw error;
    }
  }
}
