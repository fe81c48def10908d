/** Blocks of values that were unpacked lately: the next slice often lies in the same chunks. */

/** Bytes that are kept. */
const CACHE_BYTES = 64 * 1024 * 1024;

export class BlockCache {
  readonly #blocks = new Map<string, Uint8Array>();
  #bytes = 0;

  get(key: string): Uint8Array | undefined {
    const block = this.#blocks.get(key);
    if (block) {
      // The one that was used last stands last.
      this.#blocks.delete(key);
      this.#blocks.set(key, block);
    }
    return block;
  }

  put(key: string, block: Uint8Array): void {
    this.#blocks.set(key, block);
    this.#bytes += block.length;
    for (const [oldest, { length }] of this.#blocks) {
      if (this.#bytes <= CACHE_BYTES) break;
      this.#blocks.delete(oldest);
      this.#bytes -= length;
    }
  }

  clear(): void {
    this.#blocks.clear();
    this.#bytes = 0;
  }
}

/** What a selection may touch of a dataset to be read through the cache: its neighbour shall find it there. */
export const CACHED_SELECTION_BYTES = CACHE_BYTES * 0.9;
