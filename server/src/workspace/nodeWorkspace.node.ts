import { open, readdir, readFile, stat } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import type { FileStatus, FolderEntry, Workspace } from './workspace';

/** The files of this machine. */
export class NodeWorkspace implements Workspace {
  readonly folders: readonly string[];

  constructor(folders: readonly string[]) {
    this.folders = folders;
  }

  async stat(uri: string): Promise<FileStatus | 'denied' | undefined> {
    try {
      const status = await stat(URI.parse(uri).fsPath);
      const kind = status.isDirectory() ? 'directory' : status.isFile() ? 'file' : 'other';
      return { kind, size: status.size, mtime: status.mtimeMs };
    } catch (error) {
      return isDenied(error) ? 'denied' : undefined;
    }
  }

  async read(uri: string): Promise<Uint8Array | 'denied' | undefined> {
    try {
      return await readFile(URI.parse(uri).fsPath);
    } catch (error) {
      return isDenied(error) ? 'denied' : undefined;
    }
  }

  async head(uri: string, length: number): Promise<Uint8Array | 'denied' | undefined> {
    try {
      const handle = await open(URI.parse(uri).fsPath, 'r');
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    } catch (error) {
      return isDenied(error) ? 'denied' : undefined;
    }
  }

  async list(uri: string): Promise<readonly FolderEntry[]> {
    try {
      const entries = await readdir(URI.parse(uri).fsPath, { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, kind: entry.isDirectory() ? 'directory' : 'file' }));
    } catch {
      return [];
    }
  }
}

function isDenied(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'EACCES' || code === 'EPERM';
}
