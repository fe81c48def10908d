import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { decodeText } from '../../formats/text/decode';
import { recognise, recogniseName, RECOGNITION_LENGTH } from '../../formats/recognise/recognise';

/** A file to check. */
export interface CheckedFile {
  readonly path: string;
  readonly uri: string;
  /** Of a kind that we know. */
  readonly known: boolean;
}

const SKIPPED = /^(\..*|node_modules|__pycache__|x86_64)$/;

export interface Collection {
  readonly files: readonly CheckedFile[];
  /** URIs of the folders that an editor would have open. */
  readonly folders: readonly string[];
}

/** Known files below the paths, and every file that is named itself. @throws {@link MissingPath} */
export async function collectFiles(paths: readonly string[]): Promise<Collection> {
  const files = new Map<string, CheckedFile>();
  const folders = new Set<string>();
  for (const each of paths) {
    const status = await stat(each).catch(() => undefined);
    if (!status) throw new MissingPath(each);
    const found = status.isDirectory() ? await below(each) : [await asFile(each)];
    for (const file of found) files.set(path.resolve(file.path), file);
    folders.add(uriOf(workspaceFolder(status.isDirectory() ? each : path.dirname(each))));
  }
  return { files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), folders: [...folders] };
}

/** The current folder where the other lies in it, else the other itself. */
export function workspaceFolder(folder: string): string {
  const relative = path.relative(process.cwd(), path.resolve(folder));
  return relative.startsWith('..') || path.isAbsolute(relative) ? folder : process.cwd();
}

/** A file's path from the current folder, with `/`. */
export function relativeName(uri: string): string {
  return path.relative(process.cwd(), URI.parse(uri).fsPath).split(path.sep).join('/');
}

export class MissingPath extends Error {
  constructor(missing: string) {
    super(`no such file or folder: ${missing}`);
  }
}

export function uriOf(file: string): string {
  return URI.file(path.resolve(file)).toString();
}

async function asFile(file: string): Promise<CheckedFile> {
  return { path: file, uri: uriOf(file), known: await isKnown(file) };
}

async function below(folder: string): Promise<CheckedFile[]> {
  const found: CheckedFile[] = [];
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const entries = await readdir(next, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const full = path.join(next, entry.name);
      if (entry.isDirectory() && !SKIPPED.test(entry.name)) pending.push(full);
      else if (entry.isFile() && (await isKnown(full))) found.push({ path: full, uri: uriOf(full), known: true });
    }
  }
  return found;
}

async function isKnown(file: string): Promise<boolean> {
  const name = path.basename(file);
  if (recogniseName(name)) return true;
  const head = await readHead(file);
  return head !== undefined && recognise(name, head) !== undefined;
}

async function readHead(file: string): Promise<string | undefined> {
  try {
    const handle = await open(file, 'r');
    try {
      if (!(await handle.stat()).isFile()) return undefined;
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(RECOGNITION_LENGTH), 0, RECOGNITION_LENGTH, 0);
      const decoded = decodeText(buffer.subarray(0, bytesRead));
      return decoded.binary ? undefined : decoded.text;
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}
