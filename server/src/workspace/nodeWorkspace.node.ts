import { readdir, readFile, stat } from 'node:fs/promises';
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
      const kind = status.isDirectory() ? 'directory' : 'file';
      // Reading a pipe or a device would wait for ever.
      if (kind === 'file' && !status.isFile()) return 'denied';
      return { kind, size: status.size, mtime: status.mtimeMs };
    } catch (error) {
      return isDenied(error) ? 'denied' : undefined;
    }
  }

  async read(uri: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(URI.parse(uri).fsPath);
    } catch {
      return undefined;
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
