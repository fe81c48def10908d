/**
 * The language client: where the server is, which documents it hears of, what happens when it crashes. Which files are
 * watched and which settings are read, the server says itself.
 */
import type * as vscode from 'vscode';
import {
  LanguageClient,
  TransportKind,
  type LanguageClientOptions,
  type ServerOptions,
} from 'vscode-languageclient/node';
import type { InitializationOptions } from '../../protocol/messages';
import { crashHandler } from './crashHandler';

export interface CreatedLanguageClient {
  readonly client: LanguageClient;
  /** Gives the server its restarts anew, after the user has asked for one. */
  readonly forgetCrashes: () => void;
}

export function createLanguageClient(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): CreatedLanguageClient {
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
  const crashes = crashHandler();
  const clientOptions: LanguageClientOptions = {
    // Any scheme: the server asks us for files that it cannot read itself.
    documentSelector: [{ language: 'blueconfig' }, { language: 'circuittarget' }],
    initializationOptions,
    outputChannel: output,
    errorHandler: crashes.errorHandler,
    // One message comes from the error handler; a dialog for every failed start would be the same again.
    initializationFailedHandler: () => false,
  };

  // The identifier is also the section of the `bbp.trace.server` setting.
  const client = new LanguageClient('bbp', 'BBP Formats', serverOptions, clientOptions);
  return { client, forgetCrashes: crashes.forget };
}
