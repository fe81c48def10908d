/** The views of one editor, and which of them the commands are for. */
import type * as vscode from 'vscode';
import { pageOf } from './page';

export interface View {
  readonly panel: vscode.WebviewPanel;
  dispose(): void;
}

export class Views<V extends View> {
  readonly #views = new Set<V>();
  /** The view that had the focus last. */
  #last: V | undefined;

  constructor(
    private readonly webviews: vscode.Uri,
    private readonly pageName: string,
  ) {}

  /** Shows the page in a panel, and forgets the view when it is closed. */
  show(panel: vscode.WebviewPanel, title: string, create: () => V): void {
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [this.webviews] };
    const view = create();
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
    webview.html = pageOf(webview, this.webviews, this.pageName, title);
  }

  active(): V | undefined {
    return [...this.#views].find(({ panel }) => panel.active) ?? this.#last;
  }
}
