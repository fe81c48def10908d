/** The members of a target as written in one file. Source: formats reference of `.target` files, §1–3. */
import type { Span, Word } from '../text/span';

export const TARGET_TYPES = ['Cell', 'Compartment', 'Section', 'Synapse'] as const;
export type TargetType = (typeof TARGET_TYPES)[number];

/** Words that choose a part of the neurites in a Compartment or Section target. */
export const SUBSETS = ['soma', 'axon', 'dend', 'apic'] as const;

/** One line of a Compartment, Section or Synapse target. */
export interface TargetRow extends Span {
  /** The gid or target that the line is about. */
  readonly member: Word;
  /** The subset word, and any further ones (only the first counts). */
  readonly subsets: readonly Word[];
  /** Positions (0..1) or section indices. */
  readonly values: readonly Word[];
  /** Further words on the line: neither subset nor number. */
  readonly extra: readonly Word[];
}

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
}

/** What stands between a target's braces. Offsets count from the body's start, so that equal bodies are shared. */
export interface TargetBody {
  /** `[n]` gids in file order, 1-based, as written (duplicates kept). */
  readonly gids: Uint32Array;
  /** Names of other targets, in file order. */
  readonly names: readonly Word[];
  /** Lines, for all types but Cell. */
  readonly rows: readonly TargetRow[];
  /** At most {@link ODDITY_LIMIT} of each kind. */
  readonly oddities: readonly Oddity[];
}

export const ODDITY_LIMIT = 51;

/** A target's type and members, as the index keeps them beside its name. */
export interface TargetContent {
  readonly type: TargetType;
  readonly body: TargetBody;
}

/** `a12` is the cell with gid 12. */
export function gidOf(word: string): number | undefined {
  return /^a[1-9]\d*$/.test(word) ? Number(word.slice(1)) : undefined;
}
