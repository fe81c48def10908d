/** What a misspelt section type or key was meant to be. */
import { nearest } from '../../../../formats/text/nearest';
import { sections, sectionSchema } from './schema';
import type { KeySchema, SectionSchema } from './schema/types';
import type { Block } from './tree';

const sectionNames = sections.map(({ name }) => name);
const sectionsByLowerCase = new Map(sections.map((section) => [section.name.toLowerCase(), section]));

interface Names {
  readonly byLowerCase: ReadonlyMap<string, string>;
  /** Worth proposing: neither deprecated nor kept by the simulator for itself. */
  readonly proposed: readonly string[];
}

const namesBySection = new Map(sections.map((section) => [section.name, namesOf(section)]));

function namesOf({ keys }: SectionSchema): Names {
  const spellings = keys.flatMap((key) => [key.name, ...(key.aliases ?? [])]);
  const isCurrent = (key: KeySchema): boolean => key.deprecated === undefined && !key.internal;
  return {
    // The first spelling of a key is its own, aliases follow.
    byLowerCase: new Map(spellings.toReversed().map((name) => [name.toLowerCase(), name])),
    proposed: keys.filter(isCurrent).map(({ name }) => name),
  };
}

/** The section whose name differs in case only. */
export function sectionByCase(name: string): SectionSchema | undefined {
  const section = sectionsByLowerCase.get(name.toLowerCase());
  return section?.name === name ? undefined : section;
}

export function sectionNear(name: string): string | undefined {
  return nearest(name, sectionNames);
}

/** The key of a section that differs in case only. */
export function keyByCase(section: SectionSchema, name: string): string | undefined {
  const key = namesBySection.get(section.name)?.byLowerCase.get(name.toLowerCase());
  return key === name ? undefined : key;
}

/** Words looked up in a block; where there are more, it is not their spelling that is wrong. */
const LOOKUP_LIMIT = 500;

/** What is asked by several rules about the unknown keys of a block, of which there may be many. */
interface Lookups {
  readonly proposed: readonly string[];
  readonly found: Map<string, string | undefined>;
}

const lookupsOf = new WeakMap<Block, Lookups>();

/** The key that was surely meant, of those that the block does not have yet. */
export function keyNear(section: SectionSchema, name: string, block: Block): string | undefined {
  // A type of block is no misspelt key: braces are missing around it.
  if (sectionSchema(name)) return undefined;
  const { proposed, found } = lookupsIn(section, block);
  if (found.has(name) || found.size >= LOOKUP_LIMIT) return found.get(name);
  const meant = nearest(name, proposed);
  found.set(name, meant);
  return meant;
}

function lookupsIn(section: SectionSchema, block: Block): Lookups {
  const known = lookupsOf.get(block);
  if (known) return known;
  const given = new Set(block.entries.map(({ key }) => key.text));
  const names = namesBySection.get(section.name)?.proposed ?? [];
  const lookups = { proposed: names.filter((name) => !given.has(name)), found: new Map<string, string | undefined>() };
  lookupsOf.set(block, lookups);
  return lookups;
}

/** Sections that have a key of this name, in any case. */
export function sectionsWithKey(name: string): readonly string[] {
  const lower = name.toLowerCase();
  return sectionNames.filter((section) => namesBySection.get(section)?.byLowerCase.has(lower));
}
