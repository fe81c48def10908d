/** Names of node populations that a config knows of. They are defined in data files, which are not looked into. */
import type { Facts } from '../../workspace/facts';
import type { Scope } from '../../workspace/scope';
import { keySchema } from './schema';
import type { BlueConfigTree } from './tree';
import { edgePath } from './values';

/** Names that the config gives in more than one place, or where they are sure to be right. */
export function knownPopulations(tree: BlueConfigTree, facts: Facts, scope: Scope | undefined): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { kind, name } of facts.definitions) if (kind === 'population') known.add(name);
  const used = new Set<string>();
  for (const { kind, name, from } of facts.references) {
    if (kind !== 'population') continue;
    if (used.has(name) || from === 'BasePopulation') known.add(name);
    used.add(name);
  }
  for (const block of tree.blocks) {
    for (const { key, value } of block.entries) {
      if (!value || keySchema(block.header.type.text, key.text)?.type !== 'edges') continue;
      // An edge population is named after its ends: source__target__type.
      const [source, target] = edgePath(value).population?.text.split('__') ?? [];
      if (source && target) known.add(source).add(target);
    }
  }
  for (const name of scope?.names('target') ?? []) {
    const colon = name.indexOf(':');
    if (colon > 0) known.add(name.slice(0, colon));
  }
  return known;
}

/**
 * Whether a name is surely a slip of the pen. `NodeA` and `NodeB`, `L4` and `L5` are one letter apart and both right: a
 * replaced letter counts only among other letters.
 */
export function isSlip(name: string, meant: string): boolean {
  if (name === meant) return false;
  if (name.toLowerCase() === meant.toLowerCase()) return true;
  if (Math.min(name.length, meant.length) < 4) return false;
  let start = 0;
  while (start < name.length && name[start] === meant[start]) start++;
  let end = 0;
  while (end < Math.min(name.length, meant.length) - start && name.at(-1 - end) === meant.at(-1 - end)) end++;
  const before = name.slice(start, name.length - end);
  const after = meant.slice(start, meant.length - end);
  if (!/^[A-Za-z]*$/.test(before + after)) return false;
  if (before.length + after.length === 1) return true;
  if (before.length === 2 && after.length === 2) return after === before.charAt(1) + before.charAt(0);
  // The letter itself, the one before it and the one after it.
  const around = name.slice(Math.max(0, start - 1), name.length - end + 1);
  return before.length === 1 && after.length === 1 && /^[a-z]{3}$/.test(around) && /^[a-z]$/.test(after);
}
