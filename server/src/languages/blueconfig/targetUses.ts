/** Where a config names targets, and what they lead to. */
import type { Facts, Reference } from '../../workspace/facts';
import type { PlacedDefinition, Scope } from '../../workspace/scope';

export interface TargetUse {
  readonly reference: Reference;
  /** What stands before the colon; absent without one. */
  readonly population?: string;
}

const usesByFacts = new WeakMap<Facts, readonly TargetUse[]>();

/** Every target that a config names, single cells included. */
export function targetUses(facts: Facts): readonly TargetUse[] {
  let uses = usesByFacts.get(facts);
  if (!uses) {
    const populations = new Map<number, string>();
    for (const { kind, name, span } of facts.references) if (kind === 'population') populations.set(span.end, name);
    uses = facts.references.flatMap((reference): TargetUse[] => {
      if (reference.kind !== 'target') return [];
      const population = populations.get(reference.span.start - 1);
      return [{ reference, ...(population !== undefined && { population }) }];
    });
    usesByFacts.set(facts, uses);
  }
  return uses;
}

/** The target that is meant; bluepy looks for one that bears the population in its name. */
export function definitionOf(scope: Scope, { reference, population }: TargetUse): PlacedDefinition | undefined {
  const [definition] = scope.find('target', reference.name);
  if (definition || population === undefined) return definition;
  return scope.find('target', `${population}:${reference.name}`)[0];
}
