/** Where a path leads to: through links, step by step, into other files only where that is allowed. */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Hdf5Error, type Hdf5Child } from './api';
import type { Attempt } from './attempt';
import type { Library } from './h5wasm.node';
import { NameCache } from './nameCache';
import { checkedSize } from './recogniseFile.node';

/** So many links in one path lead in a circle. */
const LINK_LIMIT = 64;

/** So many paths are remembered. */
const KNOWN_LIMIT = 20_000;

/** A file that is open: the one that was asked for, or one that a link leads into. */
export interface OpenedFile {
  readonly id: bigint;
  /** Absolute. */
  readonly file: string;
  readonly name: string;
}

/** An object, under a path in which there is no link. */
export interface Found {
  readonly kind: 'group' | 'dataset' | 'datatype' | 'other';
  readonly in: OpenedFile;
  readonly path: string;
}

/** A link that leads nowhere, or to where it may not be followed. */
export interface DeadEnd {
  readonly kind: 'unresolved';
  readonly reason: string;
  readonly outside?: string;
}

export type Location = Found | DeadEnd;

/** Where a link points to; undefined for an object itself. */
export type LinkTarget = NonNullable<Hdf5Child['target']>;

export class Locations {
  readonly root: OpenedFile;
  readonly #library: Library;
  readonly #attempt: Attempt;
  readonly #allowed: string[];
  readonly #opened = new Map<string, OpenedFile>();
  readonly #known = new Map<string, Location>();
  readonly #names = new NameCache();

  constructor(library: Library, attempt: Attempt, file: string, allowedFolders: readonly string[]) {
    this.#library = library;
    this.#attempt = attempt;
    this.#allowed = [...allowedFolders];
    this.root = this.#open(file);
  }

  allow(folder: string): void {
    this.#allowed.push(folder);
    this.#known.clear();
  }

  get allowedFolders(): readonly string[] {
    return this.#allowed;
  }

  close(): void {
    for (const { id, name } of this.#opened.values()) {
      this.#attempt(() => this.#library.close_file(id), `${name} cannot be closed`, 'closed');
    }
    this.#opened.clear();
  }

  /** @throws {@link Hdf5Error} `missing` */
  find(at: string): Location {
    const known = this.#known.get(at);
    if (known) return known;
    if (!at.startsWith('/')) {
      throw new Hdf5Error('missing', `${this.root.name}: “${at}” is no path from the root (“/…”).`);
    }
    const location = this.#walk(this.root, at);
    if (this.#known.size >= KNOWN_LIMIT) this.#known.clear();
    this.#known.set(at, location);
    return location;
  }

  /** Names in a group, in the order of its index. */
  names({ in: opened, path: group }: Found): readonly string[] {
    return this.#names.list(`${String(opened.id)} ${group}`, () => {
      const read = () => this.#library.get_names(opened.id, group, false);
      return this.#attempt(read, `${opened.name}: the group ${group} cannot be read`, 'unreadable-values');
    });
  }

  /**
   * Paths of all objects of the file, without the first slash, and of its links. Each group is gone into once, though
   * a group can hold itself; links are not followed.
   */
  allPaths(): readonly string[] {
    const { id, name } = this.root;
    return this.#names.list(`${String(id)} **`, () => {
      const read = () => this.#library.get_names(id, '/', true);
      return this.#attempt(read, `${name} cannot be searched`, 'unreadable-values');
    });
  }

  /** What stands in a group under a name, which must exist; links are not followed. */
  kindOf(group: Found, name: string): Hdf5Child['kind'] {
    if (isUnreadable(name) || this.linkAt(group, name)) return 'link';
    const { kind } = this.objectAt(group, name);
    return kind === 'other' ? 'link' : kind;
  }

  /** Where a child of a group points to, which must exist; undefined where it is no link. */
  linkAt({ in: opened, path: group }: Found, name: string): LinkTarget | undefined {
    const at = join(group, name);
    return this.#attempt(
      () => {
        const soft = this.#library.get_symbolic_link(opened.id, at) as string | null;
        if (soft !== null) return { path: soft };
        const { filename, obj_path: inside } = this.#library.get_external_link(opened.id, at) as Partial<ExternalLink>;
        return filename === undefined ? undefined : { file: filename, path: inside ?? '/' };
      },
      `${opened.name}: the link ${at} cannot be read`,
      'unreadable-values',
    );
  }

  /** The object itself that has a name in a group, which is no link. */
  objectAt({ in: opened, path: group }: Found, name: string): Found {
    const at = join(group, name);
    const type = this.#attempt(
      () => this.#library.get_type(opened.id, at),
      `${opened.name}: ${at} cannot be read`,
      'unreadable-values',
    );
    return { kind: this.#kindOf(type), in: opened, path: at };
  }

  /** The file that a name in another file means, as HDF5 looks for it: absolute, or beside that file. */
  fileOf(
    name: string,
    from: OpenedFile,
  ): { readonly file: string; readonly isThere: boolean; readonly isAllowed: boolean } {
    if (name === '.' || name === '') return { file: from.file, isThere: true, isAllowed: true };
    const folder = path.dirname(from.file);
    const candidates = path.isAbsolute(name)
      ? [name, path.join(folder, path.basename(name))]
      : [path.join(folder, name)];
    const allowed = candidates.filter((file) => this.isAllowed(file));
    const there = allowed.find((file) => existsSync(file));
    if (there !== undefined) return { file: there, isThere: true, isAllowed: true };
    const [first = name] = candidates;
    // Whether there is a file outside is not even looked up.
    return { file: first, isThere: false, isAllowed: allowed.includes(first) };
  }

  #walk(from: OpenedFile, at: string): Location {
    let found: Found = { kind: 'group', in: from, path: '/' };
    const waiting = partsOf(at).reverse();
    /** Parts of the path that was asked for, and not of a link's target, that are still to come. */
    let own = waiting.length;
    let links = 0;
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const isOwn = waiting.length < own;
      if (isOwn) own = waiting.length;
      if (found.kind !== 'group' || !this.#has(found, name)) {
        const here = join(found.path, name);
        if (!isOwn)
          return { kind: 'unresolved', reason: `a link to ${here} of ${found.in.name}, which does not exist` };
        throw new Hdf5Error('missing', `${found.in.name} holds no ${here}${here === at ? '' : `, so no ${at}`}.`);
      }
      if (isUnreadable(name)) return { kind: 'unresolved', reason: 'its name is no UTF-8, so it cannot be asked for' };
      const target = this.linkAt(found, name);
      if (!target) {
        found = this.objectAt(found, name);
        continue;
      }
      if (++links > LINK_LIMIT)
        return { kind: 'unresolved', reason: `a link to ${target.path} that leads in a circle` };
      waiting.push(...partsOf(target.path).reverse());
      let opened = found.in;
      if (target.file !== undefined) {
        const entered = this.#enter(target.file, target.path, found.in);
        if ('reason' in entered) return entered;
        opened = entered;
      }
      if (target.file !== undefined || target.path.startsWith('/')) found = { kind: 'group', in: opened, path: '/' };
    }
    return found;
  }

  /** Opens the file that an external link leads into. */
  #enter(name: string, inside: string, from: OpenedFile): OpenedFile | DeadEnd {
    const { file, isThere, isAllowed } = this.fileOf(name, from);
    const link = `a link to ${inside} of the file ${name}`;
    if (!isAllowed) {
      return { kind: 'unresolved', reason: `${link}, which is outside of the folders that may be read`, outside: file };
    }
    if (!isThere) return { kind: 'unresolved', reason: `${link}, which does not exist` };
    try {
      return this.#open(file);
    } catch (error) {
      if (!(error instanceof Hdf5Error)) throw error;
      return { kind: 'unresolved', reason: `${link}, which cannot be read: ${error.message}` };
    }
  }

  #open(file: string): OpenedFile {
    const real = realOf(file);
    const before = this.#opened.get(real);
    if (before) return before;
    const name = path.basename(file);
    if (this.#opened.size > 0) checkedSize(file);
    const library = this.#library;
    const open = () => library.open(file, library.H5F_ACC_RDONLY, false, -1, -1);
    const opened = { id: this.#attempt(open, `${name} cannot be opened`, 'not-hdf5'), file, name };
    this.#opened.set(real, opened);
    return opened;
  }

  /** Whether a file may be read: in an allowed folder, wherever links of the file system lead. */
  isAllowed(file: string): boolean {
    const real = realOf(file);
    if (this.#opened.has(real)) return true;
    return this.#allowed.some((folder) => {
      const inside = path.relative(realOf(folder), real);
      return inside === '' || (!path.isAbsolute(inside) && inside !== '..' && !inside.startsWith(`..${path.sep}`));
    });
  }

  #has({ in: opened, path: group }: Found, name: string): boolean {
    const key = `${String(opened.id)} ${group}`;
    this.names({ kind: 'group', in: opened, path: group });
    return this.#names.has(key, name);
  }

  #kindOf(type: number): Found['kind'] {
    const { H5G_GROUP, H5G_DATASET, H5G_TYPE } = this.#library;
    if (type === H5G_GROUP) return 'group';
    if (type === H5G_DATASET) return 'dataset';
    return type === H5G_TYPE ? 'datatype' : 'other';
  }
}

interface ExternalLink {
  readonly filename: string;
  readonly obj_path: string;
}

/** What is no UTF-8 comes as this sign, by which it cannot be asked for. */
export function isUnreadable(name: string): boolean {
  return name.includes('\ufffd');
}

export function join(group: string, name: string): string {
  return group === '/' ? `/${name}` : `${group}/${name}`;
}

function partsOf(at: string): string[] {
  return at.split('/').filter((part) => part !== '' && part !== '.');
}

/** Without links of the file system, as far as it exists. */
function realOf(file: string): string {
  let ending = '';
  for (let at = path.resolve(file); ; at = path.dirname(at)) {
    try {
      return path.join(realpathSync(at), ending);
    } catch {
      if (path.dirname(at) === at) return path.resolve(file);
      ending = path.join(path.basename(at), ending);
    }
  }
}
