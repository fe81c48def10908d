/** The custom editor of morphologies: documents, and their views. */
import * as vscode from 'vscode';
import type { MorphologyViewCommand } from '../../../../protocol/morphologyView';
import { Views } from '../common/views';
import { MorphologyDocument } from './document';
import { createMorphologyHdf5 } from './hdf5.node';
import { createParser } from './parser.node';
import { createView, type MorphologyView, type ViewServices } from './view';

export class MorphologyEditors implements vscode.CustomReadonlyEditorProvider<MorphologyDocument> {
  readonly #parser;
  readonly #services: ViewServices;
  readonly #views: Views<MorphologyView>;

  constructor(context: vscode.ExtensionContext, output: vscode.LogOutputChannel) {
    this.#parser = createParser(context.asAbsolutePath('dist/morphology.worker.js'));
    const hdf5 = createMorphologyHdf5(context.asAbsolutePath('dist/hdf5.worker.js'));
    const { version } = context.extension.packageJSON as { readonly version: string };
    this.#services = { hdf5, output, program: `BBP Formats ${version}` };
    this.#views = new Views(vscode.Uri.joinPath(context.extensionUri, 'dist', 'webviews'), 'morphology');
  }

  openCustomDocument(uri: vscode.Uri): MorphologyDocument {
    const { hdf5, output } = this.#services;
    return new MorphologyDocument(uri, { parser: this.#parser, hdf5 }, output);
  }

  resolveCustomEditor(document: MorphologyDocument, panel: vscode.WebviewPanel): void {
    this.#views.show(panel, document.name, () => createView(document, panel, this.#services));
  }

  run(command: MorphologyViewCommand): void {
    this.#views.active()?.run(command);
  }

  async openText(): Promise<void> {
    await this.#views.active()?.openText();
  }

  async dispose(): Promise<void> {
    this.#parser.dispose();
    await this.#services.hdf5.dispose();
  }
}
