import { decodeText, isBinary } from '../../../formats/text/decode';
import { recognise, recogniseName, RECOGNITION_LENGTH, type LanguageId } from '../../../formats/recognise/recognise';
import type { Language } from '../languages/language';
import { makeDocument, type SourceDocument } from './document';
import { stampOf, type FileCache } from './fileCache';
import { baseName } from './paths';
import { READ_LIMIT, type Unreadable, type Workspace } from './workspace';

/** So many bytes tell a binary file of another kind. */
const SIGNATURE_LENGTH = 64;

type Content = SourceDocument | Unreadable;

interface FromDisk {
  readonly stamp: string;
  readonly content: Content;
}

/** Every file as a document: as the editor holds it where it is open there, else as it is on disk. */
export class Documents {
  readonly #workspace: Workspace;
  readonly #files: FileCache;
  readonly #languages: ReadonlyMap<string, Language<unknown>>;
  readonly #open = new Map<string, SourceDocument>();
  /** Open in the editor, in a language of ours, and no text. */
  readonly #openBinary = new Set<string>();
  readonly #disk = new Map<string, Promise<FromDisk>>();

  constructor(workspace: Workspace, files: FileCache, languages: readonly Language<unknown>[]) {
    this.#workspace = workspace;
    this.#files = files;
    this.#languages = new Map(languages.map((language) => [language.id, language]));
  }

  get opened(): Iterable<SourceDocument> {
    return this.#open.values();
  }

  /** Takes the editor's text; undefined for languages that are not ours, and for what is no text. */
  open(uri: string, languageId: string, version: number, text: string): SourceDocument | undefined {
    const language = this.#languages.get(languageId);
    if (!language) return undefined;
    if (language.isForeign?.(text)) {
      this.close(uri);
      return undefined;
    }
    if (isBinary(text)) {
      this.#open.delete(uri);
      this.#openBinary.add(uri);
      return undefined;
    }
    this.#openBinary.delete(uri);
    const before = this.#open.get(uri);
    const document = makeDocument(uri, language, version, text, before?.language === language ? before : undefined);
    this.#open.set(uri, document);
    return document;
  }

  close(uri: string): void {
    this.#open.delete(uri);
    this.#openBinary.delete(uri);
  }

  /** What was read of a file is not kept. */
  forget(uri: string): void {
    this.#disk.delete(uri);
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri) || this.#openBinary.has(uri);
  }

  /**
   * The file at `uri`, or undefined where there is none, it is no text, or it is of no known language.
   * @param as the language to read it as, whatever its name
   */
  async get(uri: string, as?: LanguageId): Promise<SourceDocument | undefined> {
    const content = await this.#content(uri, as);
    return typeof content === 'string' ? undefined : content;
  }

  /** Why {@link get} gives no document; undefined where it gives one. */
  async unreadable(uri: string): Promise<Unreadable | undefined> {
    const content = await this.#content(uri);
    return typeof content === 'string' ? content : undefined;
  }

  async #content(uri: string, as?: LanguageId): Promise<Content> {
    const open = this.#open.get(uri);
    if (open) return open;
    if (this.#openBinary.has(uri)) return 'binary';
    const status = await this.#files.stat(uri);
    if (!status || status === 'denied' || status.kind !== 'file') {
      this.#disk.delete(uri);
      return status === 'denied' ? 'denied' : status ? 'special' : 'gone';
    }
    const stamp = `${stampOf(status)} ${as ?? ''}`;
    const known = await this.#disk.get(uri);
    if (known?.stamp === stamp) return known.content;
    const reading = this.#read(uri, as, status.size).then((content) => ({ stamp, content }));
    this.#disk.set(uri, reading);
    const { content } = await reading;
    // Permissions change without a trace in a file's status: it is tried again.
    if (content === 'denied' || content === 'gone') this.#disk.delete(uri);
    return content;
  }

  async #read(uri: string, as: LanguageId | undefined, size: number): Promise<Content> {
    const known = as ?? recogniseName(baseName(uri), [...this.#languages.values()]);
    const language = known === undefined ? await this.#recognised(uri) : this.#languages.get(known);
    if (typeof language === 'string') return language;
    if (!language) return 'unknown';
    if (size > READ_LIMIT) return 'large';
    // The file may vanish or be locked between the question for its size and this one.
    const bytes = await this.#workspace.read(uri).catch(() => undefined);
    if (bytes === undefined || bytes === 'denied') return bytes ?? 'gone';
    const { text, binary } = decodeText(bytes);
    if (!binary) return makeDocument(uri, language, undefined, text);
    return language.isForeign?.(String.fromCharCode(...bytes.subarray(0, SIGNATURE_LENGTH))) ? 'unknown' : 'binary';
  }

  /** By the start of its content: files of other kinds may be large. */
  async #recognised(uri: string): Promise<Language<unknown> | Unreadable> {
    const head = await this.#workspace.head(uri, RECOGNITION_LENGTH).catch(() => undefined);
    if (head === undefined || head === 'denied') return head ?? 'gone';
    const { text, binary } = decodeText(head);
    const id = binary ? undefined : recognise(baseName(uri), text, [...this.#languages.values()]);
    return (id === undefined ? undefined : this.#languages.get(id)) ?? 'unknown';
  }
}
