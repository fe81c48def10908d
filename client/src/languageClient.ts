/**
 * The language client: where the server is and which documents it hears of. Which files are watched and which settings
 * are read, the server says itself.
 */
import type * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  TransportKind,
  type ErrorHandler,
  type LanguageClientOptions,
  type ServerOptions,
} from 'vscode-languageclient/node';
import { languageFiles } from '../../formats/recognise/languages';
import type { InitializationOptions } from '../../protocol/messages';
import { lineEndingsMiddleware } from './lineEndings';

/** Broken messages in a row after which the connection is given up. */
const errorLimit = 3;

/** Restarts are the supervisor's business. */
const errorHandler: ErrorHandler = {
  error: (_error, _message, count) => ({
    action: count !== undefined && count <= errorLimit ? ErrorAction.Continue : ErrorAction.Shutdown,
    handled: true,
  }),
  closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
};

/** Errors go to the log only: the library would tell the user of every failed start. */
class QuietLanguageClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export function createLanguageClient(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const serverOptions: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: {
      module,
      transport: TransportKind.ipc,
      // 0: any free port; the debugger attaches by itself (`autoAttachChildProcesses`).
      options: { execArgv: ['--nolazy', '--enable-source-maps', '--inspect=0'] },
    },
  };

  const initializationOptions: InitializationOptions = { suggestCommand: 'editor.action.triggerSuggest' };
  const clientOptions: LanguageClientOptions = {
    // Any scheme: the server asks us for files that it cannot read itself.
    documentSelector: languageFiles.map(({ id }) => ({ language: id })),
    initializationOptions,
    middleware: lineEndingsMiddleware,
    outputChannel: output,
    errorHandler,
    initializationFailedHandler: () => false,
  };
  // The identifier is also the section of the `bbp.trace.server` setting.
  return new QuietLanguageClient('bbp', 'BBP Formats', serverOptions, clientOptions);
}
