/** What a key means in one block: whether it fits, whether it must be there, its unit and default. */
import { patternSchema } from './schema';
import type { KeyCondition, KeySchema, PatternSchema } from './schema/types';
import { blocksOf, entryOf, nameOf, valueOf, type Block, type BlueConfigTree } from './tree';

const STIMULUS = 'Stimulus';

export function holds(condition: KeyCondition, block: Block): boolean {
  const value = valueOf(block, condition.key)?.text;
  if (value === undefined) return false;
  if (condition.values) return condition.values.includes(value);
  return condition.above === undefined || Number(value) > condition.above;
}

const patternsByTree = new WeakMap<BlueConfigTree, ReadonlyMap<string, PatternSchema>>();

/** Patterns of the stimuli of a config by the names of their blocks; of two with one name the first counts. */
export function patternsByStimulus(tree: BlueConfigTree): ReadonlyMap<string, PatternSchema> {
  const known = patternsByTree.get(tree);
  if (known) return known;
  const found = new Map<string, PatternSchema>();
  for (const block of blocksOf(tree, STIMULUS)) {
    const name = nameOf(block)?.text;
    const pattern = patternSchema(valueOf(block, 'Pattern')?.text ?? '');
    if (name !== undefined && pattern && !found.has(name)) found.set(name, pattern);
  }
  patternsByTree.set(tree, found);
  return found;
}

/** The pattern of a stimulus, or of the one that a block injects; undefined where none is known. */
function patternOf(block: Block, tree: BlueConfigTree): PatternSchema | undefined {
  if (block.header.type.text === STIMULUS) return patternSchema(valueOf(block, 'Pattern')?.text ?? '');
  const injected = valueOf(block, STIMULUS)?.text;
  return injected === undefined ? undefined : patternsByStimulus(tree).get(injected);
}

/** Whether a key has an effect in a block, as far as its other keys tell. */
export function fits(schema: KeySchema, block: Block, tree: BlueConfigTree): boolean {
  if (schema.ignoredWhen && holds(schema.ignoredWhen, block)) return false;
  const mode = valueOf(block, 'Mode')?.text;
  if (schema.modes && mode !== undefined && !schema.modes.includes(mode)) return false;
  if (!schema.patterns) return true;
  const pattern = patternOf(block, tree);
  if (!pattern) return true;
  if (!schema.patterns.includes(pattern.name)) return false;
  // Exactly one of a pattern's alternatives stands in a block.
  const rivals = pattern.oneOf?.includes(schema.name) ? pattern.oneOf : [];
  return !rivals.some((rival) => rival !== schema.name && entryOf(block, rival));
}

/** Whether a reader refuses the block without the key. */
export function isRequired(schema: KeySchema, block: Block, tree: BlueConfigTree): boolean {
  if (schema.requiredWhen && holds(schema.requiredWhen, block)) return true;
  const pattern = schema.patterns && patternOf(block, tree);
  if (pattern?.required.includes(schema.name) || pattern?.oneOf?.includes(schema.name)) return true;
  if (schema.required !== 'always') return false;
  return !(schema.requiredUnless && holds(schema.requiredUnless, block));
}

export function unitOf(schema: KeySchema, block?: Block): string | undefined {
  const isConductance = block !== undefined && valueOf(block, 'Mode')?.text === 'Conductance';
  return (isConductance ? schema.conductanceUnit : undefined) ?? schema.unit;
}

export function defaultOf(schema: KeySchema, block: Block, tree: BlueConfigTree): string | undefined {
  return patternOf(block, tree)?.defaults?.[schema.name] ?? schema.default;
}
