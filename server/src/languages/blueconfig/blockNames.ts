/** Giving a block another name, with all that refers to it. */
import type { RuleContext, TextChange } from '../../diagnostics/rule';
import { blocksOf, nameOf, type BlueConfigTree } from './tree';
import type { Word } from '../../../../formats/text/span';

/** A name that no block of this type has: the wanted one, else with a number. */
export function freeName(tree: BlueConfigTree, type: string, wanted: string): string {
  const taken = new Set(blocksOf(tree, type).map((block) => nameOf(block)?.text));
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}_${number}`;
  return name;
}

/** The name and all references to it; the name alone where another block has it too. */
export function renameBlock({ facts }: RuleContext<BlueConfigTree>, name: Word, newName: string): TextChange[] {
  const own = { span: { start: name.start, end: name.end }, newText: newName };
  const kind = facts.definitions.find(({ span }) => span.start === name.start)?.kind;
  const isShared = facts.definitions.filter((each) => each.kind === kind && each.name === name.text).length > 1;
  if (!kind || isShared) return [own];
  const references = facts.references.filter((each) => each.kind === kind && each.name === name.text);
  return [own, ...references.map(({ span }) => ({ span, newText: newName }))];
}
