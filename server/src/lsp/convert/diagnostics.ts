import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import { ruleAnchor } from '../../service/ruleList';
import type * as results from '../../service/results';
import type { ClientFeatures } from '../clientFeatures';

const SEVERITIES: Readonly<Record<results.Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

export class DiagnosticConverter {
  readonly #features: ClientFeatures;
  readonly #page: string | undefined;
  readonly #clientUri: (uri: string) => string;

  /** @param page URI of the page that explains every code */
  constructor(features: ClientFeatures, page: string | undefined, clientUri: (uri: string) => string) {
    this.#features = features;
    this.#page = page;
    this.#clientUri = clientUri;
  }

  convert({ range, severity, code, message, category, related, tags }: results.Diagnostic): Diagnostic {
    const features = this.#features;
    return {
      range,
      severity: SEVERITIES[severity],
      code,
      ...(features.codeDescription &&
        this.#page !== undefined && { codeDescription: { href: `${this.#page}#${ruleAnchor(code)}` } }),
      source: 'BBP',
      message,
      ...(features.diagnosticTags && tags.length > 0 && { tags: tags.map((tag) => TAGS[tag]) }),
      ...(features.relatedInformation && related.length > 0 && { relatedInformation: this.#related(related) }),
      ...(features.diagnosticData && { data: { category } }),
    };
  }

  #related(related: readonly results.RelatedLocation[]): NonNullable<Diagnostic['relatedInformation']> {
    return related.map(({ uri, range, message }) => ({ location: { uri: this.#clientUri(uri), range }, message }));
  }
}
