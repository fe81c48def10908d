/** The built server in a process of its own, and a client that speaks to it over standard input and output. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CancellationToken,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  FullDocumentDiagnosticReport,
  InitializeResult,
  LogMessageParams,
  Position,
  PublishDiagnosticsParams,
  Range,
  Registration,
} from 'vscode-languageserver';
import { recognise } from '../../formats/recognise/recognise';
import { Inbox } from './inbox';

/** What VS Code can do, as far as the server asks. */
export const FULL_CAPABILITIES: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: {
      relatedInformation: true,
      tagSupport: { valueSet: [1, 2] },
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        tagSupport: { valueSet: [1] },
      },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true, tagSupport: { valueSet: [1] } },
    rename: { prepareSupport: true },
    documentLink: { tooltipSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, isPreferredSupport: true },
  },
};

/** The same for a client that has diagnostics sent. */
export const PUSH_CAPABILITIES: ClientCapabilities = {
  workspace: FULL_CAPABILITIES.workspace ?? {},
  textDocument: { publishDiagnostics: { relatedInformation: true } },
};

export interface ServerOptions {
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** What `bbp.*` holds when the server asks. */
  readonly settings?: unknown;
  /** The program; without it `dist/server.js --stdio`. */
  readonly program?: readonly string[];
}

export class ServerProcess {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: MessageConnection;
  readonly exitCode: Promise<number | null>;
  readonly refreshes = new Inbox<null>();
  readonly statusChanges = new Inbox<null>();
  readonly registrations = new Inbox<Registration>();
  readonly unregistrations = new Inbox<string>();
  readonly published = new Inbox<PublishDiagnosticsParams>();
  readonly logs = new Inbox<LogMessageParams>();
  settings: unknown;
  settingsAsked = 0;
  /** What the program wrote to standard error. */
  errors = '';

  private constructor(options: ServerOptions) {
    this.settings = options.settings ?? {};
    const program = options.program ?? [path.resolve('dist/server.js'), '--stdio'];
    this.process = spawn(process.execPath, program, { stdio: 'pipe' });
    this.process.stderr.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.connection = createMessageConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.exitCode = new Promise((resolve) => {
      this.process.on('exit', (code) => {
        const reason = new Error(`the server ended with code ${String(code)}\n${this.errors}`);
        for (const inbox of [this.refreshes, this.statusChanges, this.registrations, this.published, this.logs]) {
          inbox.close(reason);
        }
        this.connection.dispose();
        resolve(code);
      });
    });
    this.#answer();
    this.connection.listen();
  }

  /** Starts a server and greets it. */
  static async start(options: ServerOptions = {}): Promise<ServerProcess & { readonly initialized: InitializeResult }> {
    const server = new ServerProcess(options);
    const initialized: InitializeResult = await server.connection.sendRequest('initialize', {
      processId: process.pid,
      capabilities: options.capabilities ?? FULL_CAPABILITIES,
      workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: path.posix.basename(uri) })),
      initializationOptions: options.initializationOptions,
    });
    await server.connection.sendNotification('initialized', {});
    return Object.assign(server, { initialized });
  }

  /** A server that nobody has greeted yet. */
  static launch(options: ServerOptions = {}): ServerProcess {
    return new ServerProcess(options);
  }

  request<Result>(method: string, params: unknown, token?: CancellationToken): Promise<Result> {
    return token ? this.connection.sendRequest(method, params, token) : this.connection.sendRequest(method, params);
  }

  async notify(method: string, params: unknown): Promise<void> {
    await this.connection.sendNotification(method, params);
  }

  async open(uri: string, text: string, languageId = languageOf(uri, text), version = 1): Promise<void> {
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** @param changes one after the other, as an editor sends them */
  async change(uri: string, version: number, changes: readonly { range?: Range; text: string }[]): Promise<void> {
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: changes });
  }

  async close(uri: string): Promise<void> {
    await this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  report(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { textDocument: { uri }, identifier: 'bbp', previousResultId });
  }

  async diagnostics(uri: string): Promise<FullDocumentDiagnosticReport['items']> {
    const report = await this.report(uri);
    if (report.kind !== 'full') throw new Error('a report without items');
    return report.items;
  }

  /** Codes of the diagnostics of a document, sorted. */
  async codes(uri: string): Promise<string[]> {
    return (await this.diagnostics(uri)).map(({ code }) => String(code)).sort();
  }

  at<Result>(method: string, uri: string, position: Position, more: object = {}): Promise<Result> {
    return this.request(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
  }

  /** Says goodbye as the protocol wants it. */
  async stop(): Promise<number | null> {
    await this.request('shutdown', undefined);
    await this.notify('exit', undefined);
    return this.exitCode;
  }

  /** For the end of a test, however it ended. */
  kill(): void {
    this.process.kill('SIGKILL');
  }

  #answer(): void {
    const { connection } = this;
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => {
      this.settingsAsked++;
      return items.map(() => this.settings);
    });
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: Registration[] }) => {
      for (const registration of registrations) this.registrations.push(registration);
      return null;
    });
    connection.onRequest(
      'client/unregisterCapability',
      ({ unregisterations }: { unregisterations: { id: string }[] }) => {
        for (const { id } of unregisterations) this.unregistrations.push(id);
        return null;
      },
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes.push(null);
      return null;
    });
    connection.onNotification('bbp/statusChanged', () => {
      this.statusChanges.push(null);
    });
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
    });
    connection.onNotification('window/logMessage', (params: LogMessageParams) => {
      this.logs.push(params);
    });
  }
}

/** As an editor has it: by name, else by content. */
function languageOf(uri: string, text: string): string {
  return recognise(decodeURIComponent(path.posix.basename(uri)), text) ?? 'plaintext';
}

/** The protocol allows for Markdown; we send none. */
export function messageOf(diagnostic: Diagnostic | undefined): string {
  return typeof diagnostic?.message === 'string' ? diagnostic.message : JSON.stringify(diagnostic?.message);
}

/** Where a word stands in a text; `offset` is added to its first column. */
export function positionOf(text: string, word: string, offset = 0): Position {
  const at = text.indexOf(word);
  if (at < 0) throw new Error(`no ${word} in the text`);
  const before = text.slice(0, at).split('\n');
  return { line: before.length - 1, character: (before.at(-1) ?? '').length + offset };
}

export function rangeOf(text: string, word: string): Range {
  return { start: positionOf(text, word), end: positionOf(text, word, word.length) };
}
