import type { Refactoring } from '../language';

/** None: what can be done at a place of a target file mends something, and is a fix of a rule. */
export function refactorings(): readonly Refactoring[] {
  return [];
}
