/** Files of our own for a while: the engines open files of this machine only. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface TemporaryFile {
  /** Absolute; nothing stands there unless bytes were given. */
  readonly path: string;
  remove(): Promise<void>;
}

/** @param name that the file is to have: messages name it */
export async function temporaryFile(name: string, bytes?: Uint8Array): Promise<TemporaryFile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bbp-formats-'));
  const file = path.join(folder, path.basename(name) || 'file');
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    if (bytes) await writeFile(file, bytes);
  } catch (error) {
    await remove();
    throw error;
  }
  return { path: file, remove };
}
