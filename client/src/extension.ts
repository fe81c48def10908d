/**
 * The entry that VS Code loads. It stays tiny: it registers commands and editors and looks at documents; the language
 * client is loaded when the first document or command needs it, the editors when the first file is opened in one.
 */
import * as vscode from 'vscode';
import { languageFiles } from '../../formats/recognise/languages';
import { dataViewTypes, openData } from './commands/data';
import { morphologyViewTypes, openMorphology } from './commands/morphology';
import {
  commandNames,
  dataCommandNames,
  dataViewCommands,
  morphologyCommandNames,
  morphologyViewCommands,
} from './commands/names';
import type { Client } from './client';
import type { Editors } from './editors';
import type { DataDocument } from './editors/data/document';
import type { MorphologyDocument } from './editors/morphology/document';
import { offerDataView } from './offerDataView';
import { recogniseOnOpen } from './recogniseOnOpen';

const ourLanguages: ReadonlySet<string> = new Set(languageFiles.map(({ id }) => id));

let loadingClient: Promise<Client> | undefined;
let loadingEditors: Promise<Editors> | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('BBP Formats', { log: true });
  const client = (): Promise<Client> => (loadingClient ??= loadClient(context, output));
  const editors = (): Promise<Editors> => (loadingEditors ??= loadEditors(context, output));
  const { registerCommand } = vscode.commands;

  context.subscriptions.push(
    output,
    registerCommand(commandNames.showResolvedTarget, async () => (await client()).showResolvedTarget()),
    registerCommand(commandNames.restartServer, async () => (await client()).restart()),
    registerCommand(commandNames.showOutput, () => {
      output.show();
    }),
    ...morphologyEditors(editors),
    ...dataEditors(editors),
    offerDataView(context.globalState, () => vscode.extensions.all),
  );

  const look = (document: vscode.TextDocument): void => {
    if (ourLanguages.has(document.languageId)) void client();
  };
  context.subscriptions.push(recogniseOnOpen(), vscode.workspace.onDidOpenTextDocument(look));
  vscode.workspace.textDocuments.forEach(look);
}

export async function deactivate(): Promise<void> {
  await Promise.all([
    loadingClient?.then((client) => client.stop()),
    loadingEditors?.then((editors) => editors.stop()),
  ]);
}

function morphologyEditors(editors: () => Promise<Editors>): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  const provider: vscode.CustomReadonlyEditorProvider<MorphologyDocument> = {
    openCustomDocument: async (uri) => (await editors()).morphology.openCustomDocument(uri),
    resolveCustomEditor: async (document, panel) => (await editors()).morphology.resolveCustomEditor(document, panel),
  };
  const open = (column: vscode.ViewColumn) => (uri?: vscode.Uri, uris?: vscode.Uri[]) =>
    openMorphology(column, uri, uris);
  return [
    ...Object.values(morphologyViewTypes).map((viewType) =>
      vscode.window.registerCustomEditorProvider(viewType, provider, { supportsMultipleEditorsPerDocument: true }),
    ),
    registerCommand(morphologyCommandNames.open, open(vscode.ViewColumn.Active)),
    registerCommand(morphologyCommandNames.openToSide, open(vscode.ViewColumn.Beside)),
    registerCommand(morphologyCommandNames.openText, async () => (await editors()).morphology.openText()),
    ...Object.entries(morphologyViewCommands).map(([name, command]) =>
      registerCommand(name, async () => {
        (await editors()).morphology.run(command);
      }),
    ),
  ];
}

function dataEditors(editors: () => Promise<Editors>): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  const provider: vscode.CustomReadonlyEditorProvider<DataDocument> = {
    openCustomDocument: async (uri) => (await editors()).data.openCustomDocument(uri),
    resolveCustomEditor: async (document, panel) => {
      (await editors()).data.resolveCustomEditor(document, panel);
    },
  };
  return [
    ...Object.values(dataViewTypes).map((viewType) =>
      vscode.window.registerCustomEditorProvider(viewType, provider, { supportsMultipleEditorsPerDocument: true }),
    ),
    registerCommand(dataCommandNames.open, (uri?: vscode.Uri, uris?: vscode.Uri[]) => openData(uri, uris)),
    ...Object.entries(dataViewCommands).map(([name, command]) =>
      registerCommand(name, async () => {
        (await editors()).data.run(command);
      }),
    ),
  ];
}

async function loadClient(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): Promise<Client> {
  // A file of its own beside this one; the bundler leaves this import alone.
  const { createClient } = await import('./client.js');
  const client = createClient(context, output);
  // A server that does not start is reported by its supervisor; our commands must work all the same.
  void client.start();
  return client;
}

async function loadEditors(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): Promise<Editors> {
  const { createEditors } = await import('./editors.js');
  return createEditors(context, output);
}
