/** Rules of targets, most of them: one look at each body, and its places moved to where they stand in the file. */
import type { Oddity, OddityKind } from '../../../../formats/target/model';
import type { TargetRow } from '../../../../formats/target/rows';
import type { Finding, RuleContext } from '../../diagnostics/rule';
import { hasKnownType, isOnOneLine } from './header';
import { placed, type Target, type TargetTree } from './tree';

const NO_ODDITIES: readonly Oddity[] = [];

/** Oddities of a kind, in the file's own offsets. */
export function oddities(target: Target, kind: OddityKind): readonly Oddity[] {
  const all = target.body.oddities;
  if (all.length === 0) return NO_ODDITIES;
  return all.filter((oddity) => oddity.kind === kind).map((oddity) => placed(target, oddity));
}

/** Where an oddity stands, and how many more there are, as a finding has it. */
export function countedPlace({ start, end, further }: Oddity): Pick<Finding, 'span' | 'further'> {
  return { span: { start, end }, ...(further !== undefined && { further }) };
}

/**
 * The Compartment and Section targets whose lines count. Without those whose header neurodamus does not know: what it
 * would make of their lines does not matter.
 */
export function targetsWithLines({ text, tree }: RuleContext<TargetTree>): readonly Target[] {
  return tree.targets.filter(
    (target) =>
      target.body.rows.length > 0 &&
      (target.targetType === 'Compartment' || target.targetType === 'Section') &&
      hasKnownType(target) &&
      isOnOneLine(text, target),
  );
}

/** The lines of these targets that have all of some traits; offsets are the body's. */
export function forEachRow(
  context: RuleContext<TargetTree>,
  traits: number,
  visit: (row: TargetRow, target: Target) => void,
): void {
  for (const target of targetsWithLines(context)) for (const row of target.body.rows.having(traits)) visit(row, target);
}
