import { gidOf } from '../../../../formats/target/model';
import { WORD_KIND } from '../../../../formats/target/rows';
import type { Definition, Facts, Reference } from '../../workspace/facts';
import { NO_FACTS } from '../../workspace/facts';
import { isDefinition } from './header';
import { placedSpan, type Target, type TargetTree } from './tree';

const NO_REFERENCES: readonly Reference[] = [];

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

function references(target: Target): readonly Reference[] {
  const { names, rows } = target.body;
  if (names.length === 0 && rows.length === 0) return NO_REFERENCES;
  const from = target.name?.text ?? '';
  const found = names.map((name): Reference => {
    return { kind: 'target', name: name.text, span: placedSpan(target, name), from };
  });
  // Further words of a line may be targets: bluepy reads them so. Rules say what else they are.
  for (const word of rows.words(WORD_KIND.extra)) {
    if (gidOf(word.text) !== undefined) continue;
    found.push({ kind: 'target', name: word.text, span: placedSpan(target, word), from, optional: true });
  }
  return found;
}
