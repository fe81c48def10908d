import type { LineIndex } from '../../../formats/text/lines';
import type { SourceDocument } from '../workspace/document';
import type { PathState, Scope } from '../workspace/scope';
import type { Category, Finding, Fix, Level, Rule } from './rule';
import { suppressionsOf } from './suppression';

/** No rule lists more places than this in a file; the last one says how many more there are. */
export const PLACES_LIMIT = 50;

/** A finding of a rule at its level, not yet in an editor's terms. */
export interface Problem extends Omit<Finding, 'level' | 'fixes'> {
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
}

export type Levels = Readonly<Record<string, Level>>;

const SEVERITY_ORDER = { error: 0, warning: 1, information: 2, hint: 3 } as const;

/** Runs every rule of the document's language. Pure; a rule that fails says so in place of its findings. */
export function check(document: SourceDocument, surroundings: Surroundings, levels: Levels): readonly Problem[] {
  const isSuppressed = suppressionsOf(document);
  const problems: Problem[] = [];
  for (const rule of document.language.rules) {
    const level = levels[rule.code] ?? rule.level;
    if (level === 'off') continue;
    const findings = findingsOf(rule, document, surroundings).filter(
      (finding) => !isSuppressed(rule.code, finding.span),
    );
    // A level that the user chose stands above what the rule says of a single place.
    const chosen = levels[rule.code];
    for (const finding of limited(findings, document.lines)) {
      const { fixes, level: own, ...rest } = finding;
      problems.push({
        ...rest,
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

function findingsOf(rule: Rule<unknown>, document: SourceDocument, surroundings: Surroundings): Finding[] {
  const findings: Finding[] = [];
  try {
    rule.check({
      uri: document.uri,
      text: document.text,
      tree: document.tree,
      facts: document.facts,
      scopes: surroundings.scopes,
      pathState: (path) => surroundings.paths.get(path),
      hasFile: (name) => surroundings.foundFiles.has(name),
      report: (finding) => findings.push(finding),
    });
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
  return findings;
}

function limited(findings: readonly Finding[], lines: LineIndex): readonly Finding[] {
  if (findings.length <= PLACES_LIMIT) return findings;
  const shown = [...findings].sort((a, b) => a.span.start - b.span.start).slice(0, PLACES_LIMIT);
  const last = shown[PLACES_LIMIT - 1];
  if (!last) return shown;
  const more = findings.length - PLACES_LIMIT;
  const line = lines.lineOf(last.span.start) + 1;
  shown[PLACES_LIMIT - 1] = { ...last, message: `${last.message} (${more} more below line ${line})` };
  return shown;
}
