/** What the entry loads when a document or a command needs it: the language client with all that hangs on it. */
import * as vscode from 'vscode';
import { showResolvedTargetCommand } from './commands/showResolvedTarget';
import { answerFileRequests } from './fileRequests';
import { createLanguageClient } from './languageClient';
import { createStatusItem } from './statusItem';

export interface Client {
  readonly start: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly showOutput: () => void;
  readonly showResolvedTarget: () => Promise<void>;
}

export function createClient(context: vscode.ExtensionContext): Client {
  const output = vscode.window.createOutputChannel('BBP Formats', { log: true });
  const { client, forgetCrashes } = createLanguageClient(context, output);
  const { showResolvedTarget, disposable } = showResolvedTargetCommand(client);
  context.subscriptions.push(output, answerFileRequests(client), createStatusItem(client), disposable);

  const start = async (): Promise<void> => {
    try {
      await client.start();
    } catch (error) {
      // The error handler and the status item tell the user; the log has the reason.
      output.error(`The language server did not start: ${String(error)}`);
    }
  };

  const stop = async (): Promise<void> => {
    if (client.needsStop()) await client.stop();
  };

  const restart = async (): Promise<void> => {
    forgetCrashes();
    try {
      await stop();
    } catch (error) {
      output.warn(`The language server did not end by itself: ${String(error)}`);
    }
    await start();
  };

  return {
    start,
    restart,
    stop,
    showOutput: () => {
      output.show();
    },
    showResolvedTarget,
  };
}
