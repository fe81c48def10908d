/** The keys that a block should have and has not. */
import { quoted, quotedList } from '../../diagnostics/wording';
import { holds } from './keyUse';
import { keySchema, patterns, patternSchema, sectionSchema } from './schema';
import type { KeyCondition, KeySchema, SectionSchema } from './schema/types';
import { intactBlocks } from './soundness';
import { entryOf, runBlock, valueOf, type Block, type BlueConfigTree } from './tree';
import { keyNear } from './vocabulary';

export interface MissingKey {
  /** The key to write; the first where one of several would do. */
  readonly key: KeySchema;
  /** Exactly one of these must be there. */
  readonly oneOf?: readonly string[];
  /** A simulator runs the block although neurodamus refuses it. */
  readonly optional: boolean;
  /** What makes the key necessary, where the type of the block alone does not. */
  readonly because?: string;
}

export interface Missing {
  /** neurodamus refuses the block without them. */
  readonly required: readonly MissingKey[];
  /** Only the documentation asks for them. */
  readonly documented: readonly MissingKey[];
}

/** Blocks of which something may be said to lack. A second `Run` block is one too many already. */
export function judgedBlocks(
  tree: BlueConfigTree,
  text: string,
): readonly { readonly block: Block; readonly section: SectionSchema }[] {
  const run = runBlock(tree);
  return intactBlocks(tree, text).flatMap((block) => {
    const section = sectionSchema(block.header.type.text);
    return section && (!section.singleton || block === run) ? [{ block, section }] : [];
  });
}

/** `a`, `b` and one of `c` and `d`. */
export function namesOf(missing: readonly MissingKey[]): string {
  const plain = missing.filter(({ oneOf }) => !oneOf).map(({ key }) => key.name);
  const choices = missing.flatMap(({ oneOf }) => (oneOf ? [`one of ${quotedList(oneOf)}`] : []));
  return [...(plain.length > 0 ? [quotedList(plain)] : []), ...choices].join(' and ');
}

/** What lacks in a block; a key that is there in another case or misspelt is wrong, but not missing. */
export function missingKeys(section: SectionSchema, block: Block, circuitOnly: boolean): Missing {
  let missing = missingIn.get(block);
  if (!missing) missingIn.set(block, (missing = absentKeys(section, block, circuitOnly, misspeltKeys(section, block))));
  return missing;
}

/** Of a block; a tree is of one file, which is a circuit or a simulation for good. */
const missingIn = new WeakMap<Block, Missing>();

/** The keys without which no reader runs the block, and which it has under no name of their own. */
export function refusedWithout(section: SectionSchema, block: Block, circuitOnly: boolean): ReadonlySet<string> {
  const { required } = absentKeys(section, block, circuitOnly, []);
  return new Set(required.filter(({ optional }) => !optional).map(({ key }) => key.name));
}

function misspeltKeys(section: SectionSchema, block: Block): readonly string[] {
  if (section.openKeys) return [];
  return block.entries.flatMap(({ key }) => {
    if (keySchema(section.name, key.text)) return [];
    return keyNear(section, key.text, block) ?? [];
  });
}

function absentKeys(section: SectionSchema, block: Block, circuitOnly: boolean, meant: readonly string[]): Missing {
  const given = new Set([...block.entries.map(({ key }) => key.text), ...meant].map((name) => name.toLowerCase()));
  const isGiven = (name: string): boolean => given.has(name.toLowerCase());
  const required: MissingKey[] = [];
  const documented: MissingKey[] = [];
  for (const key of section.keys) {
    if (isGiven(key.name) || key.aliases?.some(isGiven) || (circuitOnly && key.simulationOnly)) continue;
    const optional = key.optionalFor !== undefined;
    if (key.requiredWhen && holds(key.requiredWhen, block)) {
      required.push({ key, optional, because: reason(key.requiredWhen, block) });
    } else if (key.required && !(key.requiredUnless && holds(key.requiredUnless, block))) {
      (key.required === 'always' ? required : documented).push({ key, optional });
    }
  }
  return { required: [...required, ...missingOfPattern(section, block, isGiven)], documented };
}

function missingOfPattern(
  section: SectionSchema,
  block: Block,
  isGiven: (name: string) => boolean,
): readonly MissingKey[] {
  // An extracellular signal is a pulse train, whatever the pattern.
  if (section.name !== 'Stimulus' || valueOf(block, 'Mode')?.text === 'Extracellular') return [];
  const pattern = patternSchema(valueOf(block, 'Pattern')?.text ?? '');
  if (!pattern) return [];
  const because = `of \`Pattern ${pattern.name}\``;
  const missing = pattern.required.filter((name) => !isGiven(name)).map((name) => ({ name, oneOf: undefined }));
  const { oneOf: choices = [] } = pattern;
  const [first] = choices;
  const alternatives = first && !choices.some(isGiven) ? [{ name: first, oneOf: choices }] : [];
  return [...missing, ...alternatives].flatMap(({ name, oneOf }): MissingKey[] => {
    const key = keySchema(section.name, name);
    if (!key) return [];
    const optional = key.optionalFor?.some((reader) => pattern.readers?.includes(reader)) ?? false;
    return [{ key, optional, because, ...(oneOf && { oneOf }) }];
  });
}

function reason({ key }: KeyCondition, block: Block): string {
  return `of ${quoted(`${key} ${valueOf(block, key)?.text ?? ''}`)}`;
}

/** A key with a value to start from: the one that applies anyway, else one that shows the form. */
export function starterEntry(key: KeySchema, tree: BlueConfigTree, block?: Block): string {
  const pattern = key.name === 'Pattern' && block ? likelyPattern(block) : undefined;
  return `${key.name} ${pattern ?? starterValue(key, tree)}`;
}

/** The pattern that has all its keys. */
function likelyPattern(block: Block): string | undefined {
  const isGiven = (name: string): boolean => entryOf(block, name) !== undefined;
  return patterns.find(
    ({ required, oneOf, deprecated }) =>
      !deprecated && required.length > 0 && required.every(isGiven) && (oneOf?.some(isGiven) ?? true),
  )?.name;
}

function starterValue(key: KeySchema, tree: BlueConfigTree): string {
  const run = runBlock(tree);
  const [section, name] = key.defaultFrom?.split('.') ?? [];
  const inherited = section === 'Run' && name !== undefined && run ? valueOf(run, name)?.text : undefined;
  const word = key.values?.find(({ deprecated }) => deprecated === undefined)?.value;
  return [inherited, key.example, key.default, word].find((value) => value) ?? key.name;
}
