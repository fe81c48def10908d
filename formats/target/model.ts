/** The members of a target as written in one file. Source: formats reference of `.target` files, §1–3. */
import type { Span, Word } from '../text/span';
import type { TargetRows } from './rows';

export const TARGET_TYPES = ['Cell', 'Compartment', 'Section', 'Synapse'] as const;
export type TargetType = (typeof TARGET_TYPES)[number];

/** Words that choose a part of the neurites in a Compartment or Section target. */
export const SUBSETS = ['soma', 'axon', 'dend', 'apic'] as const;

/** Something in a body that one reader or another stumbles over. */
export type OddityKind =
  /** `a012`: neurodamus reads a name. */
  | 'leading-zero'
  /** `a0`, `a-5`: ids start at 1. */
  | 'gid-below-one'
  /** Larger than 2^32 - 1. */
  | 'gid-too-large'
  /** A tab among the members. */
  | 'tab'
  /** `# …` among the members. */
  | 'comment';

export interface Oddity extends Span {
  readonly kind: OddityKind;
  /** How many more of its kind follow in the body, of which nothing is kept. */
  readonly further?: number;
}

/** What stands between a target's braces. Offsets count from the body's start, so that equal bodies are shared. */
export interface TargetBody {
  /** `[n]` gids in file order, 1-based, as written (duplicates kept). */
  readonly gids: Uint32Array;
  /** Names of other targets, in file order. */
  readonly names: readonly Word[];
  /** Lines, for all types but Cell. */
  readonly rows: TargetRows;
  /** At most {@link ODDITY_LIMIT} of each kind; the last one counts the others. */
  readonly oddities: readonly Oddity[];
}

export const ODDITY_LIMIT = 50;

export const MAXIMUM_GID = 0xffffffff;

/** A target's type and members, as the index keeps them beside its name. */
export interface TargetContent {
  readonly type: TargetType;
  readonly body: TargetBody;
}

/** `a12` is the cell with gid 12. */
export function gidOf(word: string): number | undefined {
  return /^a[1-9]\d*$/.test(word) ? Number(word.slice(1)) : undefined;
}

/** `a12`, and what was meant so: `a0`, `a-5`, `a012`. */
export function looksLikeGid(word: string): boolean {
  return /^a-?\d+$/.test(word);
}
