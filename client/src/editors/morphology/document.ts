/**
 * A morphology that is shown in one view or several: read when the first of them asks, and again when its text or its
 * file changes. The last change wins; what is shown stays until the next is there.
 */
import * as vscode from 'vscode';
import type { MorphologyProblem } from '../../../../formats/morphology/problem';
import type { MorphologyContent, MorphologyViewSettings } from '../../../../protocol/morphologyView';
import { nameOf, ReadError, watchFile } from '../common/files';
import { Cancelled, Loading, type Progress } from '../common/loading';
import { atLevels } from './levels';
import { formatOf, readContent, unsavedText, type Readers } from './read';
import { SETTINGS, viewSettings } from './settings';

/** Time without a further change after which a file is read again, in ms. */
const TEXT_DELAY = 150;
const DISK_DELAY = 300;

export class MorphologyDocument implements vscode.CustomDocument {
  readonly #changed = new vscode.EventEmitter<MorphologyContent>();
  /** Something was read anew. */
  readonly onDidChange = this.#changed.event;
  readonly #disposables: { dispose(): unknown }[] = [this.#changed];
  #shown: MorphologyContent | undefined;
  /** Of what is shown, at the levels that they have by themselves. */
  #problems: readonly MorphologyProblem[] = [];
  #loading: Loading<MorphologyContent> | undefined;
  #waiting = 0;
  #isDisposed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly uri: vscode.Uri,
    private readonly readers: Readers,
    private readonly output: vscode.LogOutputChannel,
  ) {
    this.#watchText();
    this.#watchDisk();
    this.#disposables.push(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (this.#shown && SETTINGS.some((section) => event.affectsConfiguration(section, uri))) {
          this.#show({ ...this.#shown, ...this.#asSet() });
        }
      }),
    );
  }

  /** What is shown now; undefined until the first read is done. */
  get shown(): MorphologyContent | undefined {
    return this.#shown;
  }

  get name(): string {
    return nameOf(this.uri);
  }

  /**
   * Reads the file unless that was done.
   * @throws {@link ReadError} where it cannot be read, and {@link Cancelled}
   */
  async content(token: vscode.CancellationToken, progress: Progress): Promise<MorphologyContent> {
    this.#waiting++;
    const stop = new Cancelled();
    const stopped = new Promise<never>((_resolve, reject) => {
      token.onCancellationRequested(() => {
        reject(stop);
      });
    });
    // It may come after the end, when nobody waits for it any more.
    stopped.catch(() => undefined);
    try {
      for (;;) {
        if (this.#shown) return this.#shown;
        const loading = this.#loading ?? this.#begin();
        const unwatch = loading.watch(progress);
        try {
          return await Promise.race([loading.promise, stopped]);
        } catch (error) {
          // A newer text took its place: that is waited for.
          if (!loading.isCancelled || error === stop || this.#isDisposed) throw error;
        } finally {
          unwatch();
        }
      }
    } finally {
      this.#waiting--;
      if (this.#waiting === 0 && !this.#shown) this.#stop();
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#stop();
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #stop(): void {
    this.#loading?.cancel();
    this.#loading = undefined;
  }

  #begin(): Loading<MorphologyContent> {
    this.#stop();
    const { uri, name } = this;
    const loading = new Loading(async (signal, progress) => {
      try {
        const read = await readContent(uri, this.readers, signal, progress);
        signal.throwIfAborted();
        const path = uri.scheme === 'file' ? uri.fsPath : uri.path;
        this.#problems = read.problems;
        this.#shown = { name, path, format: formatOf(uri), ...read, ...this.#asSet() };
        return this.#shown;
      } finally {
        if (this.#loading === loading) this.#loading = undefined;
      }
    });
    this.#loading = loading;
    return loading;
  }

  #reloadIn(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // Nothing was shown and nobody waits: the next question reads what stands there then.
      if (this.#shown || this.#waiting > 0) void this.#reload();
    }, delay);
  }

  async #reload(): Promise<void> {
    const loading = this.#begin();
    try {
      const content = await loading.promise;
      this.#changed.fire(content);
    } catch (error) {
      if (loading.isCancelled) return;
      this.output.warn(`${this.name}: ${String(error)}`);
      if (!this.#shown) return;
      const reason = error instanceof ReadError ? error.message : vscode.l10n.t('The file could not be read again.');
      this.#show({ ...this.#shown, notice: vscode.l10n.t('{0} What was read before is shown.', reason) });
    }
  }

  /** What the user's settings make of it. */
  #asSet(): { readonly settings: MorphologyViewSettings; readonly problems: readonly MorphologyProblem[] } {
    const settings = viewSettings(this.uri);
    return { settings, problems: atLevels(this.#problems, settings.levels) };
  }

  #show(content: MorphologyContent): void {
    this.#shown = content;
    this.#changed.fire(content);
  }

  #watchText(): void {
    if (formatOf(this.uri) === 'h5') return;
    const name = this.uri.toString();
    const follow = (document: vscode.TextDocument): void => {
      if (document.uri.toString() === name) this.#reloadIn(TEXT_DELAY);
    };
    this.#disposables.push(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        // Also told when a text becomes saved or unsaved; that alone changes nothing that is not shown already.
        if (document.isDirty || this.#shown?.source === 'text') follow(document);
      }),
      // Changes that were never saved end with their text: the file counts again.
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (this.#shown?.source === 'text') follow(document);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (document.isDirty) follow(document);
      }),
    );
  }

  #watchDisk(): void {
    this.#disposables.push(
      watchFile(this.uri, () => {
        // While a text has unsaved changes these are what is shown.
        if (!unsavedText(this.uri)) this.#reloadIn(DISK_DELAY);
      }),
    );
  }
}
