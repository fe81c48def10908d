import { isMistaken, recogniseName } from '../../../formats/recognise/recognise';
import type { Span } from '../../../formats/text/span';
import type { Levels } from '../diagnostics/check';
import type { CompletionEntry, FoldingEntry, HoverContent, Language, OutlineEntry } from '../languages/language';
import { languages as registry } from '../languages/registry';
import type { SourceDocument } from '../workspace/document';
import { baseName, isInside } from '../workspace/paths';
import type { Workspace } from '../workspace/workspace';
import { codeActions, fixAll } from './codeActions';
import { checkDocument } from './diagnostics';
import { documentLinks } from './links';
import { definitionsAt, highlightsAt, referencesAt } from './navigation';
import { prepareRename, rename } from './rename';
import type * as results from './results';
import { NEVER_CANCELLED } from './results';
import { Session } from './session';
import { factsKey } from './factsKey';
import { workspaceSymbols } from './symbols';
import { listTargets, resolvedTargetText, resolveMembers, statusOf } from './targets';
import { unreadableDiagnostics } from './unreadable';

/**
 * Everything that the editor and the command line ask for, in plain data. A document that is not known gives empty
 * answers; nothing here throws but {@link results.RenameRefused}.
 */
export class LanguageService {
  readonly #session: Session;
  #levels: Levels = {};
  #folderLevels: ReadonlyMap<string, Levels> = new Map();

  constructor(workspace: Workspace, languages: readonly Language<unknown>[] = registry) {
    this.#session = new Session(workspace, languages);
  }

  /** Levels by rule code, over the rules' own. */
  set levels(levels: Levels) {
    this.#levels = levels;
  }

  /** Levels for the files of single folders, by the folder's URI: there they take the place of the general ones. */
  set folderLevels(levels: ReadonlyMap<string, Levels>) {
    this.#folderLevels = levels;
  }

  /**
   * Takes an editor's text, new or changed.
   * @returns whether other files may have to be checked again
   */
  openDocument(uri: string, languageId: string, version: number, text: string): boolean {
    const before = this.#opened(uri);
    const document = this.#session.documents.open(uri, languageId, version, text);
    const isAlone = document?.language.standsAlone === true && before?.language.standsAlone !== false;
    if (!isAlone) this.#session.scopes.invalidate();
    return !isAlone && factsKey(before) !== factsKey(document);
  }

  closeDocument(uri: string): void {
    this.#session.documents.close(uri);
    this.#session.scopes.invalidate();
  }

  /** A file was checked and is not needed again: what was read of it is given back. One that is open stays. */
  forget(uri: string): void {
    this.#session.documents.forget(uri);
    this.#session.files.forget(uri);
  }

  /** Files changed, appeared or vanished on disk. */
  filesChanged(changes: readonly { readonly uri: string; readonly type: 'created' | 'changed' | 'deleted' }[]): void {
    for (const { uri, type } of changes) {
      if (type === 'created') this.#session.discovery.created(uri);
      if (type === 'deleted') this.#session.discovery.deleted(uri);
    }
    this.#session.files.invalidate();
    this.#session.scopes.invalidate();
  }

  /** Names, with `*`, of the files whose coming, change or going can change an answer wherever they are. */
  watchedNames(): readonly string[] {
    return [...new Set(this.#session.languages.flatMap(({ discovers }) => discovers))];
  }

  /** Places on disk that the open documents lead to, whether or not something is there: what is worth watching. */
  watchedFiles(): readonly string[] {
    const uris = new Set<string>();
    for (const { facts } of this.#session.documents.opened) {
      for (const { candidates } of [...facts.paths, ...facts.inclusions]) for (const uri of candidates) uris.add(uri);
    }
    return [...uris].sort();
  }

  document(uri: string): Promise<SourceDocument | undefined> {
    return this.#session.documents.get(uri);
  }

  async diagnostics(uri: string): Promise<results.Diagnostic[]> {
    const document = await this.document(uri);
    if (!document) {
      const isSilent = !this.isOpen(uri) || isMistaken(baseName(uri), '', this.#session.languages);
      return isSilent ? [] : this.unreadable(uri);
    }
    return (await checkDocument(this.#session, document, this.#levelsOf(uri))).map(({ diagnostic }) => diagnostic);
  }

  /** Why a file gives no document: the one problem of it. */
  async unreadable(uri: string): Promise<results.Diagnostic[]> {
    const reason = await this.#session.documents.unreadable(uri);
    // Its name is one of ours, its content another's: nobody asked for that.
    if (reason === 'unknown' && recogniseName(baseName(uri), this.#session.languages) !== undefined) return [];
    return reason ? unreadableDiagnostics(this.#session, uri, reason, this.#levelsOf(uri)) : [];
  }

  /** Whether the editor has it open in a language of ours. */
  isOpen(uri: string): boolean {
    return this.#session.documents.isOpen(uri);
  }

  completion(uri: string, position: results.Position): Promise<readonly CompletionEntry[]> {
    return this.#at(uri, position, [], async (document, offset) =>
      document.language.completion(await this.#session.featureContext(document), offset),
    );
  }

  hover(uri: string, position: results.Position): Promise<HoverContent | undefined> {
    return this.#at(uri, position, undefined, async (document, offset) =>
      document.language.hover(await this.#session.featureContext(document), offset),
    );
  }

  definition(uri: string, position: results.Position): Promise<results.Location[]> {
    return this.#at(uri, position, [], (document, offset) => definitionsAt(this.#session, document, offset));
  }

  references(uri: string, position: results.Position, includeDeclaration: boolean): Promise<results.Location[]> {
    return this.#at(uri, position, [], (document, offset) =>
      referencesAt(this.#session, document, offset, includeDeclaration),
    );
  }

  highlights(uri: string, position: results.Position): Promise<results.Highlight[]> {
    return this.#at(uri, position, [], (document, offset) => Promise.resolve(highlightsAt(document, offset)));
  }

  prepareRename(uri: string, position: results.Position) {
    return this.#at(uri, position, undefined, (document, offset) => prepareRename(this.#session, document, offset));
  }

  rename(uri: string, position: results.Position, newName: string): Promise<results.WorkspaceEdit> {
    return this.#at(uri, position, { files: [] }, (document, offset) =>
      rename(this.#session, document, offset, newName),
    );
  }

  async outline(uri: string): Promise<readonly OutlineEntry[]> {
    const document = await this.document(uri);
    return document?.language.outline(document.tree) ?? [];
  }

  async folding(uri: string): Promise<readonly FoldingEntry[]> {
    const document = await this.document(uri);
    return document?.language.folding(document.tree, document.text) ?? [];
  }

  async links(uri: string): Promise<results.DocumentLink[]> {
    const document = await this.document(uri);
    return document ? documentLinks(this.#session, document) : [];
  }

  workspaceSymbols(query: string, token = NEVER_CANCELLED): Promise<results.WorkspaceSymbol[]> {
    return workspaceSymbols(this.#session, query, token);
  }

  async codeActions(uri: string, range: results.Range): Promise<results.CodeAction[]> {
    const document = await this.document(uri);
    return document ? codeActions(this.#session, document, spanOf(document, range), this.#levelsOf(uri)) : [];
  }

  async fixAll(uri: string): Promise<results.CodeAction | undefined> {
    const document = await this.document(uri);
    return document && fixAll(this.#session, document, this.#levelsOf(uri));
  }

  async listTargets(uri: string) {
    const document = await this.document(uri);
    return document ? listTargets(this.#session, document) : [];
  }

  async resolveMembers(uri: string, name: string) {
    const document = await this.document(uri);
    return document && resolveMembers(this.#session, document, name);
  }

  resolvedTarget(uri: string, position: results.Position) {
    return this.#at(uri, position, undefined, (document, offset) =>
      resolvedTargetText(this.#session, document, offset),
    );
  }

  async status(uri: string) {
    const document = await this.document(uri);
    if (!document) return undefined;
    return document.language.status?.(document.tree) ?? statusOf(this.#session, document);
  }

  #levelsOf(uri: string): Levels {
    let nearest = '';
    for (const folder of this.#folderLevels.keys()) {
      if (folder.length > nearest.length && isInside(uri, folder)) nearest = folder;
    }
    return this.#folderLevels.get(nearest) ?? this.#levels;
  }

  #opened(uri: string): SourceDocument | undefined {
    for (const document of this.#session.documents.opened) if (document.uri === uri) return document;
    return undefined;
  }

  async #at<Result>(
    uri: string,
    position: results.Position,
    none: Result,
    answer: (document: SourceDocument, offset: number) => Promise<Result>,
  ): Promise<Result> {
    const document = await this.document(uri);
    return document ? answer(document, document.lines.offsetAt(position)) : none;
  }
}

function spanOf(document: SourceDocument, range: results.Range): Span {
  return { start: document.lines.offsetAt(range.start), end: document.lines.offsetAt(range.end) };
}
