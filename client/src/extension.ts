/**
 * The entry that VS Code loads. It stays tiny: it registers commands and looks at documents; the language client is
 * loaded when the first document or command needs it.
 */
import * as vscode from 'vscode';
import { languageFiles } from '../../formats/recognise/languages';
import { commandNames } from './commands/names';
import type { Client } from './client';
import { recogniseOnOpen } from './recogniseOnOpen';

const ourLanguages: ReadonlySet<string> = new Set(languageFiles.map(({ id }) => id));

let loading: Promise<Client> | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const client = (): Promise<Client> => (loading ??= loadClient(context));

  const command = (name: string, run: (client: Client) => Promise<void> | void): vscode.Disposable =>
    vscode.commands.registerCommand(name, async () => {
      await run(await client());
    });
  context.subscriptions.push(
    command(commandNames.showResolvedTarget, (loaded) => loaded.showResolvedTarget()),
    command(commandNames.restartServer, (loaded) => loaded.restart()),
    command(commandNames.showOutput, (loaded) => {
      loaded.showOutput();
    }),
  );

  const look = (document: vscode.TextDocument): void => {
    if (ourLanguages.has(document.languageId)) void client();
  };
  context.subscriptions.push(recogniseOnOpen(), vscode.workspace.onDidOpenTextDocument(look));
  vscode.workspace.textDocuments.forEach(look);
}

export async function deactivate(): Promise<void> {
  await (await loading)?.stop();
}

async function loadClient(context: vscode.ExtensionContext): Promise<Client> {
  // A file of its own beside this one; the bundler leaves this import alone.
  const { createClient } = await import('./client.js');
  const client = createClient(context);
  // A server that does not start is reported by its supervisor; our commands must work all the same.
  void client.start();
  return client;
}
