/**
 * The outside world as the server sees it. The node implementation reads files; the language server's asks the client
 * for what is not on this machine; tests hold files in memory. URIs are strings.
 */

export interface FileStatus {
  readonly kind: 'file' | 'directory';
  /** Size in bytes. */
  readonly size: number;
  /** Time of the last change, in ms since 1970. */
  readonly mtime: number;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

export interface Workspace {
  /** The folders that are open; their files are ours to edit. */
  readonly folders: readonly string[];
  /** undefined where there is nothing; `denied` where we may not look. */
  stat(uri: string): Promise<FileStatus | 'denied' | undefined>;
  /** undefined where the file cannot be read, is a folder, or vanished meanwhile. */
  read(uri: string): Promise<Uint8Array | undefined>;
  /** Empty where the folder cannot be listed. */
  list(uri: string): Promise<readonly FolderEntry[]>;
}

/** Files above this size are not read as text: no config or target file is that large. */
export const READ_LIMIT = 512 * 1024 * 1024;
