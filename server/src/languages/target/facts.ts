import { gidOf } from '../../../../formats/target/model';
import type { Definition, Facts, Reference } from '../../workspace/facts';
import { NO_FACTS } from '../../workspace/facts';
import { isDefinition } from './header';
import { placed, type Target, type TargetTree } from './tree';

export function targetFacts(tree: TargetTree): Facts {
  return {
    ...NO_FACTS,
    definitions: tree.targets.flatMap(definition),
    references: tree.targets.flatMap(references),
  };
}

function definition(target: Target): Definition[] {
  if (!target.name || !isDefinition(target)) return [];
  const content = { type: target.targetType, body: target.body };
  return [{ kind: 'target', name: target.name.text, span: target.name, range: target, content }];
}

function references(target: Target): Reference[] {
  const from = target.name?.text ?? '';
  const members = target.body.names.map((name): Reference => {
    const { text, ...span } = placed(target, name);
    return { kind: 'target', name: text, span, from };
  });
  // Further words of a line may be targets: bluepy reads them so. Rules say what else they are.
  const extra = target.body.rows.flatMap((row) =>
    row.extra
      .filter((word) => gidOf(word.text) === undefined)
      .map((word): Reference => {
        const { text, ...span } = placed(target, word);
        return { kind: 'target', name: text, span, from, optional: true };
      }),
  );
  return [...members, ...extra];
}
