import type { FileStatus, FolderEntry, Workspace } from '../../server/src/workspace/workspace';

/** Files in memory, and a count of what was asked for. */
export class MemoryWorkspace implements Workspace {
  readonly folders: readonly string[];
  readonly #files = new Map<string, Uint8Array>();
  readonly #folders = new Set<string>();
  /** May not be looked at. */
  readonly denied = new Set<string>();
  /** May be looked at, but not read. */
  readonly unreadable = new Set<string>();
  /** Pipes, sockets and devices. */
  readonly others = new Set<string>();
  stats = 0;
  reads = 0;
  #clock = 1;
  readonly #changed = new Map<string, number>();

  constructor(folders: readonly string[] = ['file:///ws']) {
    this.folders = folders;
    for (const folder of folders) this.addFolder(folder);
  }

  write(uri: string, content: string | Uint8Array): void {
    this.#files.set(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    this.#changed.set(uri, this.#clock++);
    this.addFolder(parent(uri));
  }

  delete(uri: string): void {
    this.#files.delete(uri);
  }

  addFolder(uri: string): void {
    for (let at = uri; at !== 'file:///'; at = parent(at)) this.#folders.add(at);
    this.#folders.add('file:///');
  }

  stat(uri: string): Promise<FileStatus | 'denied' | undefined> {
    this.stats++;
    if (this.denied.has(uri)) return Promise.resolve('denied');
    if (this.others.has(uri)) return Promise.resolve({ kind: 'other', size: 0, mtime: 0 });
    const bytes = this.#files.get(uri);
    if (bytes) return Promise.resolve({ kind: 'file', size: bytes.length, mtime: this.#changed.get(uri) ?? 0 });
    return Promise.resolve(this.#folders.has(uri) ? { kind: 'directory', size: 0, mtime: 0 } : undefined);
  }

  head(uri: string, length: number): Promise<Uint8Array | 'denied' | undefined> {
    return Promise.resolve(this.unreadable.has(uri) ? 'denied' : this.#files.get(uri)?.subarray(0, length));
  }

  read(uri: string): Promise<Uint8Array | 'denied' | undefined> {
    this.reads++;
    if (this.unreadable.has(uri)) return Promise.resolve('denied');
    return Promise.resolve(this.#files.get(uri));
  }

  list(uri: string): Promise<readonly FolderEntry[]> {
    const below = (each: string): boolean => parent(each) === uri;
    const name = (each: string): string => decodeURIComponent(each.slice(each.lastIndexOf('/') + 1));
    return Promise.resolve([
      ...[...this.#files.keys()].filter(below).map((each) => ({ name: name(each), kind: 'file' as const })),
      ...[...this.#folders]
        .filter((each) => each !== uri && below(each))
        .map((each) => ({ name: name(each), kind: 'directory' as const })),
    ]);
  }
}

function parent(uri: string): string {
  const at = uri.lastIndexOf('/');
  return at <= 'file://'.length ? 'file:///' : uri.slice(0, at);
}
