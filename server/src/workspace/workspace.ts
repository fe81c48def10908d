/**
 * The outside world as the server sees it. The node implementation reads files; the language server's asks the client
 * for what is not on this machine; tests hold files in memory. URIs are strings.
 */

export interface FileStatus {
  /** `other`: a pipe, a socket, a device; reading it might wait for ever. */
  readonly kind: 'file' | 'directory' | 'other';
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
  /** All bytes; `denied` where we may not read; undefined where there is no file, or none any more. */
  read(uri: string): Promise<Uint8Array | 'denied' | undefined>;
  /** The first bytes, at most `length`. */
  head(uri: string, length: number): Promise<Uint8Array | 'denied' | undefined>;
  /** Empty where the folder cannot be listed. */
  list(uri: string): Promise<readonly FolderEntry[]>;
}

/**
 * Files above this size are not read as text: no config or target file is that large, and a string of 512 MB is longer
 * than the machine allows.
 */
export const READ_LIMIT = 500 * 1024 * 1024;

/**
 * Why a file gives no document. `binary`: it has NULs. `large`: above {@link READ_LIMIT}. `denied`: we may not read it.
 * `gone`: it is not there, or not any more. `special`: neither a file nor a folder. `unknown`: of no language of ours.
 */
export type Unreadable = 'binary' | 'large' | 'denied' | 'gone' | 'special' | 'unknown';
