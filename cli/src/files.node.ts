import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { decodeText } from '../../formats/text/decode';
import { isSkippedFolder } from '../../formats/recognise/folders';
import { isDataName } from './data/dataProblems';
import { isH5Name } from '../../formats/morphology/readFile.node';
import { recognise, recogniseName, RECOGNITION_LENGTH } from '../../formats/recognise/recognise';

/** A file to check. */
export interface CheckedFile {
  readonly path: string;
  readonly uri: string;
  /** It was named itself, and is judged whatever it is. */
  readonly named: boolean;
}

export interface Collection {
  readonly files: readonly CheckedFile[];
  /** URIs of the folders that an editor would have open. */
  readonly folders: readonly string[];
  /** What could not be looked into, one sentence each. */
  readonly problems: readonly string[];
}

/** The calls of the system that may fail. */
export interface Disk {
  stat(path: string): Promise<{ isDirectory(): boolean }>;
  readdir(path: string, options: { readonly withFileTypes: true }): Promise<readonly Entry[]>;
}

interface Entry {
  readonly name: string;
  isDirectory(): boolean;
  isFile(): boolean;
}

/** Known files below the paths, and every file that is named itself. @throws {@link UnusablePath} */
export async function collectFiles(paths: readonly string[], disk: Disk = { stat, readdir }): Promise<Collection> {
  const files = new Map<string, CheckedFile>();
  const folders = new Set<string>();
  const problems: string[] = [];
  for (const each of paths) {
    const isFolder = (await orUnusable(each, () => disk.stat(each))).isDirectory();
    if (isFolder) {
      const found = await below(each, disk);
      for (const file of found.files) {
        const key = path.resolve(file);
        if (!files.has(key)) files.set(key, asChecked(file, false));
      }
      problems.push(...found.problems);
    } else files.set(path.resolve(each), asChecked(each, true));
    folders.add(uriOf(workspaceFolder(isFolder ? each : path.dirname(each))));
  }
  return { files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), folders: [...folders], problems };
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

/** A path that was named and leads to nothing that can be looked at. */
export class UnusablePath extends Error {}

/** What an answer of the system means for somebody who named the path. */
function pathProblem(named: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return `no such file or folder: ${named}`;
  const reason = code === 'EACCES' || code === 'EPERM' ? 'permission denied' : (code ?? String(error));
  return `cannot look into ${named}: ${reason}`;
}

/** Why a path that was named cannot be read as a file; undefined where it can. */
export async function unusableFile(file: string): Promise<string | undefined> {
  return stat(file).then(
    (status) => (status.isFile() ? undefined : `not a file: ${file}`),
    (error: unknown) => pathProblem(file, error),
  );
}

async function orUnusable<Answer>(named: string, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw new UnusablePath(pathProblem(named, error));
  }
}

export function uriOf(file: string): string {
  return URI.file(path.resolve(file)).toString();
}

function asChecked(file: string, named: boolean): CheckedFile {
  return { path: file, uri: uriOf(file), named };
}

/** The known files below a folder, and which folders below it cannot be listed. */
async function below(folder: string, disk: Disk): Promise<{ readonly files: string[]; readonly problems: string[] }> {
  const files: string[] = [];
  const problems: string[] = [];
  const list = (each: string): Promise<readonly Entry[]> => disk.readdir(each, { withFileTypes: true });
  const listings = [{ at: folder, entries: await orUnusable(folder, () => list(folder)) }];
  for (let next = listings.pop(); next !== undefined; next = listings.pop()) {
    for (const entry of next.entries) {
      const full = path.join(next.at, entry.name);
      if (entry.isDirectory() && !isSkippedFolder(entry.name)) {
        try {
          listings.push({ at: full, entries: await list(full) });
        } catch (error) {
          problems.push(pathProblem(full, error));
        }
      } else if (entry.isFile() && (await isKnown(full))) files.push(full);
    }
  }
  return { files, problems };
}

async function isKnown(file: string): Promise<boolean> {
  const name = path.basename(file);
  // What an H5 file holds is seen when it is judged.
  if (recogniseName(name) || isH5Name(name) || isDataName(name)) return true;
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
