import {
  DidChangeConfigurationNotification,
  ErrorCodes,
  FileChangeType,
  ResponseError,
  type Connection,
  type FileEvent,
} from 'vscode-languageserver';
import { normaliseUri } from '../workspace/paths';
import { serverCapabilities } from './capabilities';
import { ServerContext } from './context';
import { describe } from './guard';
import { handleChanging } from './handlers/changing';
import { handleCompletion } from './handlers/completion';
import { handleDiagnostics } from './handlers/diagnostics';
import { handleOwnRequests } from './handlers/ownRequests';
import { handleReading } from './handlers/reading';
import type { Host } from './host';

const FILE_CHANGES: Readonly<Record<FileChangeType, 'created' | 'changed' | 'deleted'>> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

/** Answers one client over a connection until it says goodbye; codes of exit are the library's. */
export function serve(connection: Connection, host: Host): void {
  let context: ServerContext | undefined;

  host.onUncaughtError((error) => {
    connection.console.error(`An error that nobody caught: ${describe(error)}`);
  });

  connection.onInitialize((params) => {
    if (context) return new ResponseError(ErrorCodes.InvalidRequest, 'Already initialized.', { retry: false });
    context = new ServerContext(connection, host, params);
    handleDiagnostics(context);
    handleCompletion(context);
    handleReading(context);
    handleChanging(context);
    handleOwnRequests(context);
    listenToChanges(context);
    return { capabilities: serverCapabilities(context.features), serverInfo: { name: 'BBP Formats' } };
  });

  connection.onInitialized(() => {
    if (context) startListening(context);
  });

  connection.onShutdown(() => {
    context?.dispose();
  });

  connection.listen();
}

function listenToChanges(context: ServerContext): void {
  context.connection.onDidChangeConfiguration(({ settings }) => {
    context.settingsChanged(settings);
  });
  context.connection.onDidChangeWatchedFiles(({ changes }) => {
    const changed = changes.map(({ uri, type }: FileEvent) => ({ uri: normaliseUri(uri), type: FILE_CHANGES[type] }));
    context.filesChanged(changed);
  });
}

/** What the client may be asked for only after the greeting. */
function startListening(context: ServerContext): void {
  const { connection, features } = context;
  context.watching.start();
  if (features.configurationRegistration) {
    connection.client.register(DidChangeConfigurationNotification.type, { section: 'bbp' }).catch((error: unknown) => {
      connection.console.warn(`The client does not tell when settings change: ${String(error)}`);
    });
  }
  if (features.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      context.foldersChanged(added, removed);
    });
  }
}
