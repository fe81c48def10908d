import { DocumentDiagnosticReportKind, type Diagnostic, type DocumentDiagnosticReport } from 'vscode-languageserver';
import type { LanguageService } from '../service/languageService';
import type { DiagnosticConverter } from './convert/diagnostics';
import type { Settings } from './settings';

/** What is wrong with a document, as the client wants to read it. */
export class DiagnosticReports {
  readonly #service: () => LanguageService;
  readonly #settings: Settings;
  readonly #converter: DiagnosticConverter;

  constructor(service: () => LanguageService, settings: Settings, converter: DiagnosticConverter) {
    this.#service = service;
    this.#settings = settings;
    this.#converter = converter;
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    await this.#settings.ready();
    return (await this.#service().diagnostics(uri)).map((diagnostic) => this.#converter.convert(diagnostic));
  }

  /** A report, or the word that it is the same as the one that the client has. */
  async report(uri: string, previousResultId: string | undefined): Promise<DocumentDiagnosticReport> {
    return reportOf(await this.diagnostics(uri), previousResultId);
  }
}

export function reportOf(items: Diagnostic[], previousResultId?: string): DocumentDiagnosticReport {
  const resultId = fingerprint(JSON.stringify(items));
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** Two 32-bit sums and the length: the same for the same text also in another run of the server. */
function fingerprint(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x5bd1e995) + first;
  }
  return [text.length, first >>> 0, second >>> 0].map((part) => part.toString(36)).join('-');
}
