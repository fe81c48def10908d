/** A bounded cache of pages over bytes that are slow to reach. */
import type { RandomAccess } from './randomAccess';

export interface PageOptions {
  /** Of one page. */
  readonly pageBytes: number;
  /** So many pages are kept; those used last stay. */
  readonly pageCount: number;
}

const DEFAULT: PageOptions = { pageBytes: 64 * 1024, pageCount: 256 };

export class PagedAccess implements RandomAccess {
  readonly size: number;
  /** Read below the cache so far. */
  bytesRead = 0;
  readonly #below: RandomAccess;
  readonly #options: PageOptions;
  /** From the page used longest ago to the one used last. */
  readonly #pages = new Map<number, Promise<Uint8Array>>();

  constructor(below: RandomAccess, options: PageOptions = DEFAULT) {
    this.size = below.size;
    this.#below = below;
    this.#options = options;
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const { pageBytes, pageCount } = this.#options;
    const end = Math.min(this.size, offset + length);
    if (!(end > offset)) return new Uint8Array(0);
    const first = Math.floor(offset / pageBytes);
    const last = Math.floor((end - 1) / pageBytes);
    // A long read would push out all that is kept.
    if (last - first + 1 > pageCount / 2) return this.#readBelow(offset, end - offset);

    const pages = await Promise.all(this.#pagesOf(first, last));
    const bytes = new Uint8Array(end - offset);
    let filled = 0;
    for (const [i, page] of pages.entries()) {
      const pageStart = (first + i) * pageBytes;
      const part = page.subarray(Math.max(0, offset - pageStart), Math.max(0, end - pageStart));
      bytes.set(part, filled);
      filled += part.length;
      // The file became shorter: what follows does not belong here.
      if (page.length < pageBytes && pageStart + page.length < end) break;
    }
    return bytes.subarray(0, filled);
  }

  /** The pages that are kept, and the others: neighbours come with one read. */
  #pagesOf(first: number, last: number): readonly Promise<Uint8Array>[] {
    const wanted: Promise<Uint8Array>[] = [];
    for (let page = first; page <= last;) {
      const kept = this.#pages.get(page);
      if (kept) {
        this.#pages.delete(page);
        this.#pages.set(page, kept);
        wanted.push(kept);
        page++;
        continue;
      }
      const start = page;
      while (page <= last && !this.#pages.has(page)) page++;
      wanted.push(...this.#load(start, page));
    }
    return wanted;
  }

  #load(start: number, end: number): readonly Promise<Uint8Array>[] {
    const { pageBytes, pageCount } = this.#options;
    const run = this.#readBelow(start * pageBytes, (end - start) * pageBytes);
    const loaded: Promise<Uint8Array>[] = [];
    for (let page = start; page < end; page++) {
      const from = (page - start) * pageBytes;
      // A copy, so that one page that stays does not keep the whole run.
      const bytes = run.then((all) => all.slice(from, from + pageBytes));
      bytes.catch(() => {
        if (this.#pages.get(page) === bytes) this.#pages.delete(page);
      });
      this.#pages.set(page, bytes);
      loaded.push(bytes);
    }
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= pageCount) break;
      this.#pages.delete(oldest);
    }
    return loaded;
  }

  async #readBelow(offset: number, length: number): Promise<Uint8Array> {
    const bytes = await this.#below.read(offset, length);
    this.bytesRead += bytes.length;
    return bytes;
  }
}
