import type { SpecialEncoding } from '../../../formats/text/decode';
import type { Span } from '../../../formats/text/span';
import type { SourceDocument } from '../workspace/document';
import type { PathState, Scope } from '../workspace/scope';
import { textRules } from './commonRules';
import { Findings } from './findings';
import type { Category, Finding, Fix, Level, Rule } from './rule';
import { suppressionsOf } from './suppression';

/** A finding of a rule at its level, not yet in an editor's terms. */
export interface Problem extends Omit<Finding, 'level' | 'fixes' | 'further'> {
  readonly code: string;
  readonly level: Exclude<Level, 'off'>;
  readonly category: Category;
  readonly fixes: () => readonly Fix[];
}

/** What is read for a check before it runs. */
export interface Surroundings {
  readonly scopes: readonly Scope[];
  /** By path as written, and by `placeKey`. */
  readonly paths: ReadonlyMap<string, PathState>;
  /** Those of the wanted files that are there. */
  readonly foundFiles: ReadonlySet<string>;
  /** Of the file on disk. */
  readonly encoding: SpecialEncoding | undefined;
}

export type Levels = Readonly<Record<string, Level>>;

const SEVERITY_ORDER = { error: 0, warning: 1, information: 2, hint: 3 } as const;

/** Runs every rule of the document's language, and those of all. Pure; a rule that fails says so in place of its findings. */
export function check(document: SourceDocument, surroundings: Surroundings, levels: Levels): readonly Problem[] {
  const isSuppressed = suppressionsOf(document);
  const problems: Problem[] = [];
  for (const rule of [...document.language.rules, ...textRules]) {
    const level = levels[rule.code] ?? rule.level;
    if (level === 'off') continue;
    const findings = findingsOf(rule, document, surroundings, (span) => isSuppressed(rule.code, span));
    // A level that the user chose stands above what the rule says of a single place.
    const chosen = levels[rule.code];
    for (const finding of findings) {
      const { span, message, related, tags, fixes, level: own } = finding;
      problems.push({
        span,
        message,
        ...(related && { related }),
        ...(tags && { tags }),
        code: rule.code,
        category: rule.category,
        level: chosen && chosen !== 'off' ? chosen : (own ?? level),
        fixes: fixes ?? (() => []),
      });
    }
  }
  return problems.sort(
    (a, b) =>
      a.span.start - b.span.start || SEVERITY_ORDER[a.level] - SEVERITY_ORDER[b.level] || compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function findingsOf(
  rule: Rule<unknown>,
  document: SourceDocument,
  surroundings: Surroundings,
  isSuppressed: (span: Span) => boolean,
): readonly Finding[] {
  const findings = new Findings();
  try {
    rule.check({
      uri: document.uri,
      text: document.text,
      tree: document.tree,
      facts: document.facts,
      scopes: surroundings.scopes,
      pathState: (path) => surroundings.paths.get(path),
      hasFile: (name) => surroundings.foundFiles.has(name),
      encoding: surroundings.encoding,
      report: (finding) => {
        if (!isSuppressed(finding.span)) findings.add(finding);
      },
      reportAt: (span, make) => {
        if (!isSuppressed(span)) findings.addAt(span, () => ({ span, ...make() }));
      },
    });
    return findings.shown(document.lines);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        span: { start: 0, end: 0 },
        level: 'information',
        message: `Rule ${rule.code} failed: ${reason}. Please report this.`,
      },
    ];
  }
}
