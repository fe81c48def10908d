import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { TemporaryFolder } from './temporaryFolder';

const PROGRAM = path.resolve('dist/cli.js');

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the built `bbp` in a folder. */
export function bbp(folder: string, ...words: readonly string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, output: stdout, errors: stderr };
}

const folders: TemporaryFolder[] = [];

/** A fresh folder with files in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = new TemporaryFolder(files);
  folders.push(folder);
  return folder.path;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) folder.delete();
}
