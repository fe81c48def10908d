import { ErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import { listFolderRequest, readFileRequest, statFileRequest } from '../../../protocol/messages';
import type { FileStatus, FolderEntry, Workspace } from '../workspace/workspace';

/** Files that only the client can read travel as base64 in a message: large ones are left alone. */
const MESSAGE_LIMIT = 32 * 1024 * 1024;

/** Files of this machine by their path, all others by asking the client. */
export class ClientWorkspace implements Workspace {
  readonly folders: readonly string[];
  readonly #connection: Connection;
  readonly #local: Workspace;
  #clientAnswers = true;

  constructor(connection: Connection, local: Workspace) {
    this.#connection = connection;
    this.#local = local;
    this.folders = local.folders;
  }

  async stat(uri: string): Promise<FileStatus | 'denied' | undefined> {
    if (isLocal(uri)) return this.#local.stat(uri);
    return (await this.#ask(() => this.#connection.sendRequest(statFileRequest, { uri }))) ?? undefined;
  }

  async read(uri: string): Promise<Uint8Array | 'denied' | undefined> {
    if (isLocal(uri)) return this.#local.read(uri);
    const limit = MESSAGE_LIMIT;
    const base64 = await this.#ask(() => this.#connection.sendRequest(readFileRequest, { uri, limit }));
    return typeof base64 === 'string' ? bytesOf(base64) : undefined;
  }

  async head(uri: string, length: number): Promise<Uint8Array | 'denied' | undefined> {
    if (isLocal(uri)) return this.#local.head(uri, length);
    const bytes = await this.read(uri);
    return bytes === 'denied' ? bytes : bytes?.subarray(0, length);
  }

  async list(uri: string): Promise<readonly FolderEntry[]> {
    if (isLocal(uri)) return this.#local.list(uri);
    return (await this.#ask(() => this.#connection.sendRequest(listFolderRequest, { uri }))) ?? [];
  }

  async #ask<Answer>(question: () => Promise<Answer>): Promise<Answer | undefined> {
    if (!this.#clientAnswers) return undefined;
    try {
      return await question();
    } catch (error) {
      // An editor that is not ours does not know these requests: once is enough to find that out.
      if (error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound) this.#clientAnswers = false;
      return undefined;
    }
  }
}

function isLocal(uri: string): boolean {
  return uri.startsWith('file:');
}

function bytesOf(base64: string): Uint8Array {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}
