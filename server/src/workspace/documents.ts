import { decodeText } from '../../../formats/text/decode';
import { recognise, RECOGNITION_LENGTH, type LanguageId } from '../../../formats/recognise/recognise';
import type { Language } from '../languages/language';
import { makeDocument, type SourceDocument } from './document';
import type { FileCache } from './fileCache';
import { baseName } from './paths';
import { READ_LIMIT, type Workspace } from './workspace';

interface FromDisk {
  readonly stamp: string;
  readonly document: SourceDocument | undefined;
}

/** Every file as a document: as the editor holds it where it is open there, else as it is on disk. */
export class Documents {
  readonly #workspace: Workspace;
  readonly #files: FileCache;
  readonly #languages: ReadonlyMap<string, Language<unknown>>;
  readonly #open = new Map<string, SourceDocument>();
  readonly #disk = new Map<string, Promise<FromDisk>>();

  constructor(workspace: Workspace, files: FileCache, languages: ReadonlyMap<string, Language<unknown>>) {
    this.#workspace = workspace;
    this.#files = files;
    this.#languages = languages;
  }

  get opened(): Iterable<SourceDocument> {
    return this.#open.values();
  }

  /** Takes the editor's text; undefined for languages that are not ours. */
  open(uri: string, languageId: string, version: number, text: string): SourceDocument | undefined {
    const language = this.#languages.get(languageId);
    if (!language) return undefined;
    const before = this.#open.get(uri);
    const document = makeDocument(uri, language, version, text, before?.language === language ? before : undefined);
    this.#open.set(uri, document);
    return document;
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /**
   * The file at `uri`, or undefined where there is none, it is no text, or it is of no known language.
   * @param as the language to read it as, whatever its name
   */
  async get(uri: string, as?: LanguageId): Promise<SourceDocument | undefined> {
    const open = this.#open.get(uri);
    if (open) return open;
    const status = await this.#files.stat(uri);
    if (!status || status === 'denied' || status.kind !== 'file' || status.size > READ_LIMIT) {
      this.#disk.delete(uri);
      return undefined;
    }
    const stamp = `${status.mtime} ${status.size} ${as ?? ''}`;
    const known = await this.#disk.get(uri);
    if (known?.stamp === stamp) return known.document;
    const reading = this.#read(uri, as).then((document) => ({ stamp, document }));
    this.#disk.set(uri, reading);
    return (await reading).document;
  }

  async #read(uri: string, as: LanguageId | undefined): Promise<SourceDocument | undefined> {
    // The file may vanish or be locked between the question for its size and this one.
    const bytes = await this.#workspace.read(uri).catch(() => undefined);
    if (!bytes) return undefined;
    const decoded = decodeText(bytes);
    if (decoded.binary) return undefined;
    const id = as ?? recognise(baseName(uri), decoded.text.slice(0, RECOGNITION_LENGTH));
    const language = id && this.#languages.get(id);
    return language && makeDocument(uri, language, undefined, decoded.text);
  }
}
