/** The custom editor of morphologies: documents, their views, and which of these the commands are for. */
import * as vscode from 'vscode';
import type { MorphologyViewCommand } from '../../../../protocol/morphologyView';
import { MorphologyDocument } from './document';
import { createMorphologyHdf5 } from './hdf5.node';
import { pageOf } from './page';
import { createParser } from './parser.node';
import { createView, type MorphologyView, type ViewServices } from './view';

export class MorphologyEditors implements vscode.CustomReadonlyEditorProvider<MorphologyDocument> {
  readonly #parser;
  readonly #services: ViewServices;
  readonly #webviews: vscode.Uri;
  readonly #views = new Set<MorphologyView>();
  /** The view that had the focus last. */
  #last: MorphologyView | undefined;

  constructor(context: vscode.ExtensionContext, output: vscode.LogOutputChannel) {
    this.#parser = createParser(context.asAbsolutePath('dist/morphology.worker.js'));
    const hdf5 = createMorphologyHdf5(context.asAbsolutePath('dist/hdf5.worker.js'));
    const { version } = context.extension.packageJSON as { readonly version: string };
    this.#services = { hdf5, output, program: `BBP Formats ${version}` };
    this.#webviews = vscode.Uri.joinPath(context.extensionUri, 'dist', 'webviews');
  }

  openCustomDocument(uri: vscode.Uri): MorphologyDocument {
    const { hdf5, output } = this.#services;
    return new MorphologyDocument(uri, { parser: this.#parser, hdf5 }, output);
  }

  resolveCustomEditor(document: MorphologyDocument, panel: vscode.WebviewPanel): void {
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [this.#webviews] };
    const view = createView(document, panel, this.#services);
    this.#views.add(view);
    this.#last = view;
    panel.onDidChangeViewState(() => {
      if (panel.active) this.#last = view;
    });
    panel.onDidDispose(() => {
      this.#views.delete(view);
      if (this.#last === view) this.#last = undefined;
      view.dispose();
    });
    // Last: the page asks as soon as it is there.
    webview.html = pageOf(webview, this.#webviews, 'morphology', document.name);
  }

  run(command: MorphologyViewCommand): void {
    this.#active()?.run(command);
  }

  async openText(): Promise<void> {
    await this.#active()?.openText();
  }

  async dispose(): Promise<void> {
    this.#parser.dispose();
    await this.#services.hdf5.dispose();
  }

  #active(): MorphologyView | undefined {
    return [...this.#views].find(({ panel }) => panel.active) ?? this.#last;
  }
}
