/** One selection in the view and in the text: a section is picked here, its lines are selected there, and back. */
import * as vscode from 'vscode';
import { pointAtLine } from '../../../../formats/morphology/places';
import type { MorphologyDocument } from './document';
import { lineOfPoint, linesOfSection, type LineRun } from './sectionLines';

/** Time in which further moves of the cursor are gathered, in ms: finding the point of a line looks at all of them. */
const FOLLOW_DELAY = 40;

/** Where the cursor of the text stands, in the morphology. */
export interface TextPlace {
  readonly section: number | null;
  readonly point: number | null;
}

export class TextLink {
  readonly #moved = new vscode.EventEmitter<TextPlace>();
  /** The cursor was moved in the text by its user. */
  readonly onDidMove = this.#moved.event;
  /** What we selected ourselves: told of it, the view would answer with the same again. */
  #own: readonly vscode.Selection[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #subscription: vscode.Disposable;

  constructor(private readonly document: MorphologyDocument) {
    this.#subscription = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      if (textEditor.document.uri.toString() !== document.uri.toString()) return;
      if (isSame(selections, this.#own)) return;
      this.#own = [];
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#tell(selections[0]?.active.line ?? 0);
      }, FOLLOW_DELAY);
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
    this.#moved.dispose();
  }

  /** Selects the lines of a section, or the line of one of its points. */
  async showSection(
    section: number,
    point: number | undefined,
    open: boolean,
    view: vscode.WebviewPanel,
  ): Promise<void> {
    const morphology = this.document.shown?.morphology;
    if (!morphology) return;
    const line = point === undefined ? undefined : lineOfPoint(morphology, point);
    await this.showLines(line ? [line] : linesOfSection(morphology, section), open, view);
  }

  /**
   * Selects lines of the text that is shown, and takes no focus from the view.
   * @param open shows the text beside where it is not shown
   */
  async showLines(runs: readonly LineRun[], open: boolean, view: vscode.WebviewPanel): Promise<void> {
    const editor = this.#visibleEditor() ?? (open ? await this.openBeside(view, true) : undefined);
    const [first] = runs;
    if (!editor || !first) return;
    const { document } = editor;
    const selections = runs.map(({ start, end }) => {
      const last = document.validatePosition(new vscode.Position(end, Number.MAX_SAFE_INTEGER));
      // The cursor stands where the section begins: that is the line that the card names.
      return new vscode.Selection(last, document.validatePosition(new vscode.Position(start, 0)));
    });
    this.#own = selections;
    clearTimeout(this.#timer);
    editor.selections = selections;
    editor.revealRange(selections[0] ?? editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Shows the text, where it has a tab already or else beside the view; undefined where extensions get no text. */
  async openBeside(view: vscode.WebviewPanel, preserveFocus: boolean): Promise<vscode.TextEditor | undefined> {
    const { uri } = this.document;
    const viewColumn = this.#columnOfTab(view) ?? vscode.ViewColumn.Beside;
    try {
      const text = await vscode.workspace.openTextDocument(uri);
      return await vscode.window.showTextDocument(text, { viewColumn, preserveFocus, preview: false });
    } catch {
      // Above 50 MB extensions get no text; VS Code shows it all the same.
      await vscode.commands.executeCommand('vscode.openWith', uri, 'default', { viewColumn, preserveFocus });
      return undefined;
    }
  }

  #tell(line: number): void {
    const morphology = this.document.shown?.morphology;
    if (!morphology) return;
    const place = pointAtLine(morphology, line);
    this.#moved.fire({ section: place?.section ?? null, point: place?.point ?? null });
  }

  #visibleEditor(): vscode.TextEditor | undefined {
    const name = this.document.uri.toString();
    return vscode.window.visibleTextEditors.find(
      ({ document, viewColumn }) => viewColumn !== undefined && document.uri.toString() === name,
    );
  }

  /** The group in which the text has a tab, unless it would cover the view there. */
  #columnOfTab(view: vscode.WebviewPanel): vscode.ViewColumn | undefined {
    const name = this.document.uri.toString();
    const group = vscode.window.tabGroups.all.find(
      ({ tabs, viewColumn }) =>
        viewColumn !== view.viewColumn &&
        tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === name),
    );
    return group?.viewColumn;
  }
}

function isSame(some: readonly vscode.Selection[], others: readonly vscode.Selection[]): boolean {
  return some.length === others.length && some.every((selection, i) => others[i]?.isEqual(selection));
}
