/**
 * Messages of our own between the language client and the language server, beside the Language Server Protocol.
 * Every URI is a string; positions and ranges are LSP's (0-based, UTF-16).
 */
import { NotificationType, RequestType } from 'vscode-jsonrpc';

interface TextPosition {
  readonly line: number;
  readonly character: number;
}

interface DocumentPosition {
  readonly uri: string;
  readonly position: TextPosition;
}

/** The members of a target, written out as a document that can be shown read-only. */
export interface ResolvedTargetDocument {
  /** Name of the target as written, without its population. */
  readonly name: string;
  /** The whole text to show: a head of `#` lines, then the members. */
  readonly text: string;
}

/** Asks for the members of the target under a position; null where no target stands there. */
export const resolvedTargetRequest = new RequestType<DocumentPosition, ResolvedTargetDocument | null, void>(
  'bbp/resolvedTarget',
);

/** What the language status item shows for a document. */
export interface DocumentStatus {
  /** One line: "Circuit: CircuitConfig · 3 target files · 12 345 cells". */
  readonly text: string;
  /** More for the hover of the item: the files, one a line. */
  readonly detail: string;
  /** `warning` where a file of the chain is missing or out of reach. */
  readonly severity: 'information' | 'warning';
}

/** Asks for the status of a document; null where we have nothing to say about it. */
export const documentStatusRequest = new RequestType<{ readonly uri: string }, DocumentStatus | null, void>(
  'bbp/documentStatus',
);

/** The server's word that any status may have changed. */
export const statusChangedNotification = new NotificationType<Record<string, never>>('bbp/statusChanged');

/** Kind, size and time of change of a file, for file systems that only the client can read. */
export interface FileStatus {
  readonly kind: 'file' | 'directory';
  /** Size in bytes. */
  readonly size: number;
  /** Time of the last change, in ms since 1970. */
  readonly mtime: number;
}

/** Asks the client for a file's status; null where there is none. For schemes other than `file`. */
export const statFileRequest = new RequestType<{ readonly uri: string }, FileStatus | null, void>('bbp/file/stat');

/** Asks the client for a file's bytes, base64; null where it cannot be read or is larger than `limit` bytes. */
export const readFileRequest = new RequestType<{ readonly uri: string; readonly limit: number }, string | null, void>(
  'bbp/file/read',
);

/** Asks the client for the names in a folder; empty where it cannot be listed. */
export const listFolderRequest = new RequestType<
  { readonly uri: string },
  readonly { readonly name: string; readonly kind: 'file' | 'directory' }[],
  void
>('bbp/file/list');

/** Commands that the server offers to the client's code actions. */
export const commands = {
  /** Opens the members of the target under the cursor. */
  showResolvedTarget: 'bbp.showResolvedTarget',
  restartServer: 'bbp.restartServer',
  showOutput: 'bbp.showOutput',
} as const;

/** Settings, under the section `bbp`. */
interface BbpSettings {
  /** Levels by rule code, e.g. `{ "BC103": "error" }`. */
  readonly rules: Readonly<Record<string, 'error' | 'warning' | 'information' | 'hint' | 'off'>>;
}

/** What a client may give the server along when it starts it. */
export interface InitializationOptions {
  /** The settings, from clients that cannot be asked for them. */
  readonly bbp?: Partial<BbpSettings>;
  /** A command of the editor that opens its list of suggestions: a key that was completed goes on with its values. */
  readonly suggestCommand?: string;
}
