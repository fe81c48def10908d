/** Rules of targets, most of them: one look at each body, and its places moved to where they stand in the file. */
import type { Oddity, OddityKind, TargetRow } from '../../../../formats/target/model';
import type { RuleContext } from '../../diagnostics/rule';
import { hasKnownType, isOnOneLine } from './header';
import { placed, type Target, type TargetTree } from './tree';

/** Oddities of a kind, in the file's own offsets. */
export function oddities(target: Target, kind: OddityKind): Oddity[] {
  return target.body.oddities.filter((oddity) => oddity.kind === kind).map((oddity) => placed(target, oddity));
}

/**
 * Every line of the Compartment and Section targets; offsets are the body's. Without those whose header neurodamus does
 * not know: what it would make of their lines does not matter.
 */
export function forEachRow(
  { text, tree }: RuleContext<TargetTree>,
  visit: (row: TargetRow, target: Target) => void,
): void {
  for (const target of tree.targets) {
    if (target.targetType !== 'Compartment' && target.targetType !== 'Section') continue;
    if (hasKnownType(target) && isOnOneLine(text, target)) for (const row of target.body.rows) visit(row, target);
  }
}
