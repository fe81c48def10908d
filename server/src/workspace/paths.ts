import { URI, Utils } from 'vscode-uri';

/** The URI of a path written in the document at `uri`: absolute, or relative to `base` (a folder's URI). */
export function resolvePath(base: string, path: string): string {
  // Half a surrogate pair cannot be part of a URI.
  const whole = path.replace(/[\ud800-\udfff]/gu, '\ufffd');
  return Utils.resolvePath(URI.parse(base), trimSlash(whole) || '.').toString();
}

/** `dir/` and `dir` name the same thing. */
function trimSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') || '/' : path;
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
