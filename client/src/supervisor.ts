/**
 * Keeps the server running: a few restarts after crashes, then one message that offers another. The client library
 * restarts too, but a server that dies while it starts leaves the library off with a message of its own each time.
 */
import * as vscode from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { commandNames } from './commands/names';

const restartLimit = 3;
/** Crashes longer ago than this, in ms, no longer count. */
const crashMemory = 10 * 60_000;
/** Time before the first restart, in ms, doubled each time. The library also needs a moment to clear its state. */
const firstDelay = 200;

export interface Supervisor {
  readonly start: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly disposable: vscode.Disposable;
}

export function supervise(client: LanguageClient, output: vscode.LogOutputChannel): Supervisor {
  let wanted = false;
  let crashes: number[] = [];
  let pendingRestart: ReturnType<typeof setTimeout> | undefined;

  const start = async (): Promise<void> => {
    wanted = true;
    try {
      await client.start();
    } catch (error) {
      output.error(`The language server did not start: ${String(error)}`);
      crashed();
    }
  };

  /** Counts a crash once, however many signs of it there are: until the restart the others are passed over. */
  const crashed = (): void => {
    if (!wanted || pendingRestart !== undefined) return;
    const now = Date.now();
    crashes = [...crashes.filter((time) => now - time < crashMemory), now];
    if (crashes.length > restartLimit) {
      wanted = false;
      void offerRestart();
      return;
    }
    const delay = firstDelay * 2 ** (crashes.length - 1);
    output.warn(`The language server has stopped; starting it again in ${delay} ms.`);
    pendingRestart = setTimeout(() => {
      pendingRestart = undefined;
      void start();
    }, delay);
  };

  const stop = async (): Promise<void> => {
    wanted = false;
    clearTimeout(pendingRestart);
    pendingRestart = undefined;
    if (client.needsStop()) await client.stop();
  };

  const restart = async (): Promise<void> => {
    crashes = [];
    try {
      await stop();
    } catch (error) {
      output.warn(`The language server did not end by itself: ${String(error)}`);
    }
    await start();
  };

  const watch = client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped || newState === State.StartFailed) crashed();
  });
  const noRestart = new vscode.Disposable(() => {
    clearTimeout(pendingRestart);
  });
  return { start, restart, stop, disposable: vscode.Disposable.from(watch, noRestart) };
}

async function offerRestart(): Promise<void> {
  const restart = vscode.l10n.t('Restart');
  const showOutput = vscode.l10n.t('Show Output');
  const message = vscode.l10n.t('The BBP Formats language server has stopped several times and stays off.');
  const choice = await vscode.window.showErrorMessage(message, restart, showOutput);
  if (choice === restart) await vscode.commands.executeCommand(commandNames.restartServer);
  if (choice === showOutput) await vscode.commands.executeCommand(commandNames.showOutput);
}
