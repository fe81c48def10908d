/** What happens when the server's connection breaks: a few restarts, then one message that offers another. */
import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient/node';
import { commandNames } from './commands/names';

const restartLimit = 3;
/** Crashes longer ago than this, in ms, no longer count. */
const crashMemory = 10 * 60_000;
/** Broken messages in a row after which the connection is given up. */
const errorLimit = 3;

export interface CrashHandler {
  readonly errorHandler: ErrorHandler;
  readonly forget: () => void;
}

export function crashHandler(): CrashHandler {
  let crashes: number[] = [];

  const errorHandler: ErrorHandler = {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= errorLimit ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: () => {
      const now = Date.now();
      crashes = [...crashes.filter((time) => now - time < crashMemory), now];
      if (crashes.length <= restartLimit) return { action: CloseAction.Restart, handled: true };
      void offerRestart();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };

  return {
    errorHandler,
    forget: () => {
      crashes = [];
    },
  };
}

async function offerRestart(): Promise<void> {
  const restart = vscode.l10n.t('Restart');
  const showOutput = vscode.l10n.t('Show Output');
  const message = vscode.l10n.t('The BBP Formats language server has stopped several times and stays off.');
  const choice = await vscode.window.showErrorMessage(message, restart, showOutput);
  if (choice === restart) await vscode.commands.executeCommand(commandNames.restartServer);
  if (choice === showOutput) await vscode.commands.executeCommand(commandNames.showOutput);
}
