import type { Levels } from '../diagnostics/check';
import type { Fix, TextChange } from '../diagnostics/rule';
import { suppressionComment } from '../diagnostics/suppression';
import type { Span } from '../../../formats/text/span';
import type { SourceDocument } from '../workspace/document';
import { checkDocument, type CheckedProblem } from './diagnostics';
import type { CodeAction, FileEdit, TextEdit, WorkspaceEdit } from './results';
import { rangeOf, type Session } from './session';

/** Fixes of the problems that a span touches, ways to silence them, and changes that the language offers there. */
export async function codeActions(
  session: Session,
  document: SourceDocument,
  span: Span,
  levels: Levels,
): Promise<CodeAction[]> {
  const problems = (await checkDocument(session, document, levels)).filter(
    ({ problem }) => problem.span.start <= span.end && span.start <= problem.span.end,
  );
  const actions: CodeAction[] = [];
  for (const checked of problems) {
    for (const fix of checked.problem.fixes()) actions.push(await fixAction(session, document, checked, fix));
  }
  const context = await session.featureContext(document);
  for (const { title, changes } of document.language.refactorings(context, span)) {
    actions.push({
      title,
      kind: 'refactor',
      preferred: false,
      edit: { files: await fileEdits(session, document, changes) },
    });
  }
  for (const checked of problems) actions.push(...(await suppressions(session, document, checked)));
  return actions;
}

async function fixAction(
  session: Session,
  document: SourceDocument,
  checked: CheckedProblem,
  fix: Fix,
): Promise<CodeAction> {
  return {
    title: fix.title,
    kind: 'quickfix',
    diagnostic: checked.diagnostic,
    preferred: fix.preferred ?? false,
    edit: await editOf(session, document, fix),
  };
}

async function suppressions(
  session: Session,
  document: SourceDocument,
  checked: CheckedProblem,
): Promise<CodeAction[]> {
  const { code, span } = checked.problem;
  const actions: CodeAction[] = [];
  for (const scope of ['line', 'file'] as const) {
    const comment = suppressionComment(document, code, span, scope);
    if (!comment) continue;
    const { offset, text } = comment;
    const changes = [{ span: { start: offset, end: offset }, newText: text }];
    actions.push({
      title: scope === 'line' ? `Ignore ${code} here` : `Ignore ${code} in this file`,
      kind: 'quickfix',
      diagnostic: checked.diagnostic,
      preferred: false,
      edit: { files: await fileEdits(session, document, changes) },
    });
  }
  return actions;
}

/** One action that applies every safe fix whose places do not touch those of another. */
export async function fixAll(
  session: Session,
  document: SourceDocument,
  levels: Levels,
): Promise<CodeAction | undefined> {
  const taken: TextChange[] = [];
  for (const { problem } of await checkDocument(session, document, levels)) {
    const fix = problem.fixes().find((each) => each.safe);
    const own = fix?.changes.every((change) => change.uri === undefined || change.uri === document.uri);
    if (!fix || !own || fix.changes.some((change) => taken.some((other) => overlaps(change.span, other.span))))
      continue;
    taken.push(...fix.changes);
  }
  if (taken.length === 0) return undefined;
  const edit = { files: await fileEdits(session, document, taken) };
  return { title: 'Apply all safe fixes', kind: 'source.fixAll.bbp', preferred: false, edit };
}

function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

async function editOf(session: Session, document: SourceDocument, fix: Fix): Promise<WorkspaceEdit> {
  const files = await fileEdits(session, document, fix.changes);
  return fix.createFolder ? { files, createFolders: [fix.createFolder] } : { files };
}

async function fileEdits(
  session: Session,
  document: SourceDocument,
  changes: readonly TextChange[],
): Promise<FileEdit[]> {
  const byFile = new Map<string, { document: SourceDocument; edits: TextEdit[] }>();
  for (const { uri, span, newText } of changes) {
    const at = uri === undefined || uri === document.uri ? document : await session.documents.get(uri);
    if (!at) continue;
    const file = byFile.get(at.uri) ?? { document: at, edits: [] };
    byFile.set(at.uri, file);
    file.edits.push({ range: rangeOf(at, span), newText });
  }
  return [...byFile.values()].map(({ document: at, edits }) => ({ uri: at.uri, version: at.version ?? null, edits }));
}
