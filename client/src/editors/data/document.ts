/** A data file that is shown in one view or several: where it is, what is said of it, and when it is read again. */
import * as vscode from 'vscode';
import { Hdf5Error } from '../../../../formats/hdf5/api';
import type { DataContent } from '../../../../protocol/dataView';
import { copyable, nameOf, ReadError, sizeOf, watchFile } from '../common/files';
import { describe } from '../common/responses';
import { temporaryFile, type TemporaryFile } from '../common/temporaryFile.node';
import type { DataOpener } from '../../../../formats/dataFile/open.node';
import { DataSession } from './session';
import type { DataSource } from '../../../../formats/dataFile/source';

/** Time without a further change after which a file is read again, in ms; longer for one that is being written. */
const RELOAD_DELAY = 300;
const WRITING_DELAY = 2000;
/** A file with two changes within this time is being written; it is written no more after as long without one. */
const WRITING_TIME = 10_000;
/** A file that cannot be opened after a change is tried again so often: its writer may not be done. */
const RETRIES = 5;

type Notice = 'writing' | 'gone' | 'restarted';

export class DataDocument implements vscode.CustomDocument {
  readonly session: DataSession;
  readonly #changed = new vscode.EventEmitter<DataContent>();
  readonly onDidChange = this.#changed.event;
  readonly #watch: vscode.Disposable;
  #isAsked = false;
  #copy: TemporaryFile | undefined;
  /** Files that links were allowed to lead into. */
  readonly #allowed = new Set<string>();
  readonly #refused = new Set<string>();
  #notice: Notice | undefined;
  #lastChange = 0;
  #retries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #isDisposed = false;

  constructor(
    readonly uri: vscode.Uri,
    private readonly opener: DataOpener,
    private readonly output: vscode.LogOutputChannel,
  ) {
    this.session = new DataSession(() => this.#open(), {
      changed: () => void this.#tell(this.#notice === 'writing' ? 'writing' : undefined),
      restarted: (error) => {
        output.warn(`${this.name}: ${error.message}`);
        void this.#tell('restarted');
      },
    });
    this.#watch = watchFile(uri, () => {
      this.#fileChanged();
    });
  }

  get name(): string {
    return nameOf(this.uri);
  }

  /**
   * What is said of the file; that it cannot be opened is said in it too.
   * @param signal ends the opening, if the file is not open by then
   */
  async content(signal?: AbortSignal): Promise<DataContent> {
    this.#isAsked = true;
    const path = this.uri.scheme === 'file' ? this.uri.fsPath : this.uri.path;
    const about = { name: this.name, path };
    const notice = this.#notice && { notice: noticeText(this.#notice, this.name) };
    let isOpening = true;
    const stop = (): void => {
      if (isOpening) this.opener.stop();
    };
    signal?.addEventListener('abort', stop);
    try {
      const { size, kind, title, facts, recording } = await this.session.source();
      const recorded = recording && { recording: recording.recording };
      return { ...about, size, kind, title, facts, ...recorded, ...notice };
    } catch (error) {
      if (!(error instanceof Hdf5Error || error instanceof ReadError)) this.output.error(describe(error));
      const failure = {
        code: error instanceof Hdf5Error ? error.code : 'unreadable',
        message: error instanceof Error ? error.message : String(error),
      };
      const size = await sizeOf(this.uri).catch(() => 0);
      return { ...about, size, kind: 'hdf5', title: '', facts: [], failure, ...notice };
    } finally {
      isOpening = false;
      signal?.removeEventListener('abort', stop);
    }
  }

  /**
   * Whether a link or a virtual dataset may lead out of the folders that are open: asked once a file and session.
   * @param path of the link or dataset
   */
  async follow(path: string): Promise<boolean> {
    const outside = await this.session.ask(`outside ${path}`, ({ hdf5 }) => targetsOutside(hdf5, path));
    for (const target of outside) {
      if (this.#allowed.has(target)) continue;
      if (this.#refused.has(target)) return false;
      const follow = vscode.l10n.t('Follow');
      const no = vscode.l10n.t("Don't");
      const answer = await vscode.window.showWarningMessage(
        vscode.l10n.t('{0} leads out of the open folder, into {1}. Read that file?', `${this.name} ${path}`, target),
        follow,
        no,
      );
      if (answer === no) this.#refused.add(target);
      if (answer !== follow) return false;
      this.#allowed.add(target);
      await this.session.ask(`allow ${target}`, async ({ hdf5 }) => hdf5?.allow(target));
    }
    return true;
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#quiet);
    this.#watch.dispose();
    this.#changed.dispose();
    void this.#end();
  }

  async #end(): Promise<void> {
    await this.session.dispose();
    await this.opener.dispose();
    await this.#copy?.remove();
  }

  async #open(): Promise<DataSource> {
    const allowed = allowedFolders(this.uri);
    const source = await this.opener.open(await this.#localPath(), allowed);
    for (const target of this.#allowed) await source.hdf5?.allow(target);
    return source;
  }

  /** Where the file is on this machine: files of other places are copied, if they are small. */
  async #localPath(): Promise<string> {
    if (this.uri.scheme === 'file') return this.uri.fsPath;
    const bytes = await copyable(this.uri, await sizeOf(this.uri));
    await this.#copy?.remove();
    this.#copy = await temporaryFile(this.name, bytes);
    return this.#copy.path;
  }

  #fileChanged(): void {
    const now = Date.now();
    const isWriting = now - this.#lastChange < WRITING_TIME;
    this.#lastChange = now;
    this.#retries = 0;
    if (isWriting && this.#notice !== 'gone') this.#notice = 'writing';
    this.#reloadIn(isWriting ? WRITING_DELAY : RELOAD_DELAY);
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      if (this.#notice === 'writing') void this.#tell(undefined);
    }, WRITING_TIME);
  }

  #reloadIn(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#reload(), delay);
  }

  async #reload(): Promise<void> {
    if (!(await exists(this.uri))) {
      // What is open stays so, and can be looked at.
      await this.#tell('gone');
      return;
    }
    if (this.#notice === 'gone') this.#notice = undefined;
    try {
      await this.session.reload();
      this.#retries = 0;
    } catch (error) {
      this.output.warn(`${this.name}: ${describe(error)}`);
      await this.#tell(this.#notice);
      if (this.#retries++ < RETRIES) this.#reloadIn(WRITING_DELAY * 2 ** this.#retries);
    }
  }

  async #tell(notice: Notice | undefined): Promise<void> {
    this.#notice = notice;
    // Nobody has asked yet: whoever does will hear it.
    if (!this.#isAsked) return;
    const content = await this.content();
    if (!this.#isDisposed) this.#changed.fire(content);
  }
}

function noticeText(notice: Notice, name: string): string {
  switch (notice) {
    case 'writing':
      return vscode.l10n.t('The file is being written: it is shown as it was a moment ago.');
    case 'gone':
      return vscode.l10n.t('{0} does not exist (any more). What was read of it is still shown.', name);
    case 'restarted':
      return vscode.l10n.t('The reader of this file ended and was started anew.');
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** The open folders; for a file in none of them its own folder. */
function allowedFolders(uri: vscode.Uri): readonly string[] {
  if (uri.scheme !== 'file') return [];
  const folders = vscode.workspace.workspaceFolders?.map((folder) => folder.uri) ?? [];
  const isInside = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  return [...(isInside ? [] : [vscode.Uri.joinPath(uri, '..')]), ...folders]
    .filter(({ scheme }) => scheme === 'file')
    .map(({ fsPath }) => fsPath);
}

/** Files outside that stand behind a link, or behind a virtual dataset. */
async function targetsOutside(file: DataSource['hdf5'], path: string): Promise<readonly string[]> {
  const entity = await file?.entity(path);
  if (entity?.kind === 'unresolved') return entity.outside === undefined ? [] : [entity.outside];
  if (entity?.kind !== 'dataset') return [];
  const files = (entity.sources ?? []).filter(({ isOutside }) => isOutside).map((source) => source.file);
  return [...new Set(files)];
}
