/** The custom editor of data files: documents, and their views. */
import * as vscode from 'vscode';
import type { DataViewCommand } from '../../../../protocol/dataView';
import { Views } from '../common/views';
import { DataDocument } from './document';
import { createDataOpener } from '../../../../formats/dataFile/open.node';
import { createDataView, type DataView } from './view';

export class DataEditors implements vscode.CustomReadonlyEditorProvider<DataDocument> {
  readonly #views: Views<DataView>;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly output: vscode.LogOutputChannel,
  ) {
    this.#views = new Views(vscode.Uri.joinPath(context.extensionUri, 'dist', 'webviews'), 'data');
  }

  openCustomDocument(uri: vscode.Uri): DataDocument {
    const opener = createDataOpener(this.context.asAbsolutePath('dist/hdf5.worker.js'));
    return new DataDocument(uri, opener, this.output);
  }

  resolveCustomEditor(document: DataDocument, panel: vscode.WebviewPanel): void {
    this.#views.show(panel, document.name, () => createDataView(document, panel, this.output));
  }

  run(command: DataViewCommand): void {
    this.#views.active()?.run(command);
  }
}
