import { isSkippedFolder } from '../../../formats/recognise/folders';
import { matchesPattern } from '../../../formats/recognise/patterns';
import type { FileCache } from './fileCache';
import { baseName, isInside, joinUri } from './paths';

/** A circuit's folder may hold millions of files: the search stops here, and what is open still works. */
const FOLDER_LIMIT = 4000;
const ENTRY_LIMIT = 200_000;

/** Finds the files of the open folders whose names the languages ask for. Looks once, then follows the watcher. */
export class Discovery {
  readonly #files: FileCache;
  readonly #folders: readonly string[];
  readonly #patterns: readonly string[];
  readonly #found = new Set<string>();
  #search: Promise<void> | undefined;

  constructor(files: FileCache, folders: readonly string[], patterns: readonly string[]) {
    this.#files = files;
    this.#folders = folders;
    this.#patterns = patterns;
  }

  /** URIs of all files found so far, the search finished. */
  async all(): Promise<ReadonlySet<string>> {
    await (this.#search ??= this.#run());
    return this.#found;
  }

  /** Those of some names that a file found has. */
  async named(names: Iterable<string>): Promise<ReadonlySet<string>> {
    const wanted = new Set(names);
    const found = new Set<string>();
    if (wanted.size === 0) return found;
    for (const name of [...(await this.all())].map(baseName)) if (wanted.has(name)) found.add(name);
    return found;
  }

  /** Looks into one folder, not below it: for files that are open from outside the open folders. */
  async addFolder(folder: string): Promise<void> {
    if (this.#folders.some((open) => isInside(folder, open))) return;
    for (const entry of await this.#files.list(folder))
      if (entry.kind === 'file') this.#add(joinUri(folder, entry.name));
  }

  created(uri: string): void {
    this.#add(uri);
  }

  deleted(uri: string): void {
    for (const found of [...this.#found]) if (isInside(found, uri)) this.#found.delete(found);
  }

  #add(uri: string): void {
    if (matchesPattern(baseName(uri), this.#patterns)) this.#found.add(uri);
  }

  async #run(): Promise<void> {
    let folders = 0;
    let entries = 0;
    let level = [...this.#folders];
    while (level.length > 0 && folders < FOLDER_LIMIT && entries < ENTRY_LIMIT) {
      const next: string[] = [];
      for (const folder of level.slice(0, FOLDER_LIMIT - folders)) {
        folders++;
        for (const entry of await this.#files.list(folder)) {
          entries++;
          if (entry.kind === 'file') this.#add(joinUri(folder, entry.name));
          else if (!isSkippedFolder(entry.name)) next.push(joinUri(folder, entry.name));
        }
        if (entries >= ENTRY_LIMIT) break;
      }
      level = next;
    }
  }
}
