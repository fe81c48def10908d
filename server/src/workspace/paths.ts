import { URI, Utils } from 'vscode-uri';

/** What POSIX systems and Windows allow at most, in bytes. */
const PATH_LIMIT = 4096;
const NAME_LIMIT = 255;

/** Stands for the rest of a path that no system can have; as a name it is longer than any. */
const ELLIPSIS = '…'.repeat(100);

/** How much is kept of a path that no system can have. */
const KEPT = 100;

/**
 * The URI of a path written in the document at `uri`: absolute, or relative to `base` (a folder's URI). Texts of any
 * length may stand for paths: those that no system can have give a short URI of a place that cannot be.
 */
export function resolvePath(base: string, path: string): string {
  const possible = path.length > PATH_LIMIT ? path.slice(0, KEPT).replace(/[^/]*$/, ELLIPSIS) : path;
  // Half a surrogate pair cannot be part of a URI.
  const whole = possible.replace(/[\ud800-\udfff]/gu, '\ufffd');
  return Utils.resolvePath(URI.parse(base), trimSlash(whole) || '.').toString();
}

/** `dir/` and `dir` name the same thing. */
function trimSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') || '/' : path;
}

/** Whether a path, or a name in it, is longer than any system allows: nothing can be there. */
export function isTooLong(uri: string): boolean {
  if (uri.length <= NAME_LIMIT) return false;
  const names = uri.replace(/^[^:]+:\/\/[^/]*/, '').split('/');
  const lengths = names.map((name) => name.replace(/%[\dA-F]{2}/gi, 'x').length);
  return lengths.some((length) => length > NAME_LIMIT) || lengths.reduce((sum, each) => sum + each + 1, 0) > PATH_LIMIT;
}

export function parentOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

export function baseName(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

export function joinUri(folder: string, ...names: string[]): string {
  return Utils.joinPath(URI.parse(folder), ...names).toString();
}

/** Path part of a URI, as a person reads it. */
export function displayPath(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : parsed.path;
}

export function isInside(uri: string, folder: string): boolean {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return uri === folder || uri.startsWith(prefix);
}

/** Folders, for many questions whether something is in one of them. */
export class FolderSet {
  readonly #folders: ReadonlySet<string>;
  readonly #lengths: ReadonlySet<number>;

  constructor(folders: Iterable<string>) {
    this.#folders = new Set(folders);
    this.#lengths = new Set([...this.#folders].map((folder) => folder.length));
  }

  /** Whether a place is below one of the folders, which are not below themselves. */
  holds(uri: string): boolean {
    if (this.#folders.size === 0) return false;
    for (let at = uri.lastIndexOf('/'); at > 0; at = uri.lastIndexOf('/', at - 1)) {
      // A part of the text is made only where it can be one of them.
      if (this.#lengths.has(at) && this.#folders.has(uri.slice(0, at))) return true;
    }
    return false;
  }
}

/** One spelling for each URI, so that they can be compared as strings. */
export function normaliseUri(uri: string): string {
  return URI.parse(uri).toString();
}

/** From `from`'s folder to `to`, as one would write it: `../circuit/start.target`; absolute where they share nothing. */
export function relativePath(from: string, to: string): string {
  const fromParts = URI.parse(parentOf(from)).path.split('/').filter(Boolean);
  const toParts = URI.parse(to).path.split('/').filter(Boolean);
  let shared = 0;
  while (shared < fromParts.length && shared < toParts.length && fromParts[shared] === toParts[shared]) shared++;
  if (shared === 0) return displayPath(to);
  return [...fromParts.slice(shared).map(() => '..'), ...toParts.slice(shared)].join('/') || '.';
}
