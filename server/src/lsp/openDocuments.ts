import { TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService } from '../service/languageService';
import { normaliseUri } from '../workspace/paths';
import { Debouncer } from './debouncer';

/** How long the service may lag behind the editor when nobody asks, in ms: a burst of edits is parsed once. */
const LAG = 20;

export interface DocumentEvents {
  /** A text is new or changed; `facts`: other files may have to be checked again. */
  changed(uri: string, facts: boolean): void;
  /** @param clientUri its URI as the client writes it */
  closed(uri: string, clientUri: string): void;
}

/**
 * The texts that the client has open, in the order of its edits. URIs have one spelling with us; a client may use
 * another, which it gets back.
 */
export class OpenDocuments {
  readonly #texts = new TextDocuments(TextDocument);
  /** By our spelling. */
  readonly #open = new Map<string, TextDocument>();
  /** What the service has not seen yet. */
  readonly #pending = new Set<string>();
  readonly #service: () => LanguageService;
  readonly #events: DocumentEvents;
  readonly #flushSoon = new Debouncer(LAG, () => {
    this.flush();
  });

  constructor(connection: Connection, service: () => LanguageService, events: DocumentEvents) {
    this.#service = service;
    this.#events = events;
    this.#texts.onDidChangeContent(({ document }) => {
      const uri = normaliseUri(document.uri);
      this.#open.set(uri, document);
      this.#pending.add(uri);
      this.#flushSoon.schedule();
    });
    this.#texts.onDidClose(({ document }) => {
      const uri = normaliseUri(document.uri);
      this.#open.delete(uri);
      this.#pending.delete(uri);
      this.#service().closeDocument(uri);
      this.#events.closed(uri, document.uri);
    });
    this.#texts.listen(connection);
  }

  get uris(): readonly string[] {
    return [...this.#open.keys()];
  }

  version(uri: string): number | undefined {
    return this.#open.get(uri)?.version;
  }

  /** Brings the service up to date; every answer begins with this. */
  flush(): void {
    for (const uri of [...this.#pending]) {
      this.#pending.delete(uri);
      const document = this.#open.get(uri);
      if (!document) continue;
      const { languageId, version } = document;
      this.#events.changed(uri, this.#service().openDocument(uri, languageId, version, document.getText()));
    }
  }

  /** Gives all texts to a new service. */
  reopen(): void {
    for (const uri of this.#open.keys()) this.#pending.add(uri);
    this.flush();
  }

  /** Whether a text is open in a language that is not ours: what is on disk must not stand in for it. */
  isForeign(uri: string): boolean {
    return this.#open.has(uri) && !this.#service().isOpen(uri);
  }

  /** A URI as the client writes it. */
  clientUri(uri: string): string {
    return this.#open.get(uri)?.uri ?? uri;
  }

  dispose(): void {
    this.#flushSoon.cancel();
  }
}
