/** What the entry loads when a document or a command needs it: the language client with all that hangs on it. */
import type * as vscode from 'vscode';
import { showResolvedTargetCommand } from './commands/showResolvedTarget';
import { answerFileRequests } from './fileRequests';
import { createLanguageClient } from './languageClient';
import { createStatusItem } from './statusItem';
import { supervise } from './supervisor';

export interface Client {
  readonly start: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly showResolvedTarget: () => Promise<void>;
}

export function createClient(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): Client {
  const client = createLanguageClient(context, output);
  const supervisor = supervise(client, output);
  const { showResolvedTarget, disposable } = showResolvedTargetCommand(client);
  context.subscriptions.push(supervisor.disposable, disposable);
  context.subscriptions.push(answerFileRequests(client), createStatusItem(client));
  const { start, restart, stop } = supervisor;
  return { start, restart, stop, showResolvedTarget };
}
