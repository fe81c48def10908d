import { isMistaken } from '../../../formats/recognise/recognise';
import { check, type Levels, type Problem } from '../diagnostics/check';
import type { SourceDocument } from '../workspace/document';
import { baseName } from '../workspace/paths';
import { rangeOf, type Session } from './session';
import type { Diagnostic, RelatedLocation } from './results';

/** A problem as the editor sees it, and as the fixes need it. */
export interface CheckedProblem {
  readonly problem: Problem;
  readonly diagnostic: Diagnostic;
}

/** Everything wrong with a document, in the order of the text; nothing where it is none of ours after all. */
export async function checkDocument(
  session: Session,
  document: SourceDocument,
  levels: Levels,
): Promise<readonly CheckedProblem[]> {
  if (isMistaken(baseName(document.uri), document.text, session.languages)) return [];
  const problems = check(document, await session.surroundings(document), levels);
  return Promise.all(
    problems.map(async (problem) => ({ problem, diagnostic: await diagnosticOf(session, document, problem) })),
  );
}

async function diagnosticOf(session: Session, document: SourceDocument, problem: Problem): Promise<Diagnostic> {
  return {
    range: rangeOf(document, problem.span),
    severity: problem.level,
    category: problem.category,
    code: problem.code,
    message: problem.message,
    related: await relatedOf(session, document, problem),
    tags: problem.tags ?? [],
  };
}

async function relatedOf(session: Session, document: SourceDocument, problem: Problem): Promise<RelatedLocation[]> {
  const related: RelatedLocation[] = [];
  for (const place of problem.related ?? []) {
    const other =
      place.uri === undefined || place.uri === document.uri ? document : await session.documents.get(place.uri);
    if (other) related.push({ uri: other.uri, range: rangeOf(other, place.span), message: place.message });
  }
  return related;
}
