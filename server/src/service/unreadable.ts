import type { Levels } from '../diagnostics/check';
import { fileRules } from '../diagnostics/commonRules';
import type { Unreadable } from '../workspace/workspace';
import type { Diagnostic } from './results';
import { shownPath, type Session } from './session';

/** The one problem of a file that gives no document; none where its rule is off. */
export function unreadableDiagnostics(session: Session, uri: string, reason: Unreadable, levels: Levels): Diagnostic[] {
  const start = { line: 0, character: 0 };
  return fileRules.flatMap((rule): Diagnostic[] => {
    const message = rule.message(shownPath(session, uri), reason);
    const severity = levels[rule.code] ?? rule.level;
    if (message === undefined || severity === 'off') return [];
    const { code, category } = rule;
    return [{ range: { start, end: start }, severity, category, code, message, related: [], tags: [] }];
  });
}
