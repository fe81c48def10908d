import type { Connection } from 'vscode-languageserver';
import { statusChangedNotification } from '../../../protocol/messages';
import type { ClientFeatures } from './clientFeatures';
import { Debouncer } from './debouncer';
import type { DiagnosticReports } from './diagnosticReports';
import type { OpenDocuments } from './openDocuments';

/** One word to the client for all causes within this time, in ms. */
const DELAY = 100;

/**
 * Tells the client what is no longer true. One that asks for diagnostics is told to ask again; to others they are
 * sent.
 */
export class Announcements {
  readonly #connection: Connection;
  readonly #features: ClientFeatures;
  readonly #documents: () => OpenDocuments;
  readonly #reports: DiagnosticReports;
  /** What to send diagnostics of. */
  readonly #toPublish = new Set<string>();
  readonly #publishSoon = new Debouncer(DELAY, () => {
    void this.#publish();
  });
  readonly #refreshSoon = new Debouncer(DELAY, () => {
    this.#refresh();
  });

  constructor(
    connection: Connection,
    features: ClientFeatures,
    documents: () => OpenDocuments,
    reports: DiagnosticReports,
  ) {
    this.#connection = connection;
    this.#features = features;
    this.#documents = documents;
    this.#reports = reports;
  }

  /** Anything may be different in every file: another file, the disk or the settings changed. */
  allChanged(): void {
    this.#refreshSoon.schedule();
  }

  documentChanged(uri: string): void {
    // A client that pulls asks by itself for the file that it changed.
    if (this.#features.pullDiagnostics) return;
    this.#toPublish.add(uri);
    this.#publishSoon.schedule();
  }

  documentClosed(uri: string, clientUri: string): void {
    this.#toPublish.delete(uri);
    if (!this.#features.pullDiagnostics) void this.#connection.sendDiagnostics({ uri: clientUri, diagnostics: [] });
  }

  dispose(): void {
    this.#publishSoon.cancel();
    this.#refreshSoon.cancel();
  }

  #refresh(): void {
    void this.#connection.sendNotification(statusChangedNotification, {});
    if (!this.#features.pullDiagnostics) {
      for (const uri of this.#documents().uris) this.documentChanged(uri);
    } else if (this.#features.diagnosticRefresh) {
      this.#connection.languages.diagnostics.refresh().catch((error: unknown) => {
        this.#connection.console.warn(`The client does not ask for diagnostics again: ${String(error)}`);
      });
    }
  }

  async #publish(): Promise<void> {
    const documents = this.#documents();
    documents.flush();
    const uris = [...this.#toPublish];
    this.#toPublish.clear();
    for (const uri of uris) {
      const version = documents.version(uri);
      if (version === undefined) continue;
      try {
        const diagnostics = await this.#reports.diagnostics(uri);
        // Closed or changed meanwhile: its turn comes again, or never.
        if (documents.version(uri) !== version) continue;
        await this.#connection.sendDiagnostics({ uri: documents.clientUri(uri), version, diagnostics });
      } catch (error) {
        this.#connection.console.error(`Checking ${uri} failed: ${String(error)}`);
      }
    }
  }
}
