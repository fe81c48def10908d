/** The lines of a Compartment, Section or Synapse target: numbers in arrays, of which objects are made on demand. */
import type { Span, Word } from '../text/span';

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

/** What a word of a line is. */
export const WORD_KIND = { member: 0, subset: 1, value: 2, extra: 3 } as const;
export type WordKind = (typeof WORD_KIND)[keyof typeof WORD_KIND];

/** What a line holds, as bits: most lines are of no interest to most rules. */
export const ROW_TRAIT = {
  /** Its member is no gid. */
  named: 1,
  subset: 2,
  value: 4,
  extra: 8,
  secondSubset: 16,
  /** A number before the subset. */
  lateSubset: 32,
} as const;

/** Lines by number. A file may have millions of them: each word costs nine bytes. */
export class TargetRows implements Iterable<TargetRow> {
  readonly length: number;
  /** Every {@link ROW_TRAIT} that some line has. */
  readonly traits: number;
  readonly #text: string;
  /** Words: first those of the first line. */
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #kinds: Uint8Array;
  /** The first word of each line. */
  readonly #firsts: Uint32Array;
  readonly #rowTraits: Uint8Array;

  constructor(
    text: string,
    words: { readonly starts: Uint32Array; readonly ends: Uint32Array; readonly kinds: Uint8Array },
    rows: { readonly firsts: Uint32Array; readonly traits: Uint8Array },
  ) {
    this.#text = text;
    this.#starts = words.starts;
    this.#ends = words.ends;
    this.#kinds = words.kinds;
    this.#firsts = rows.firsts;
    this.#rowTraits = rows.traits;
    this.length = rows.firsts.length;
    let traits = 0;
    for (const each of rows.traits) traits |= each;
    this.traits = traits;
  }

  at(row: number): TargetRow | undefined {
    if (row < 0 || row >= this.length) return undefined;
    const from = this.#firsts[row] ?? 0;
    const to = this.#past(row);
    const subsets: Word[] = [];
    const values: Word[] = [];
    const extra: Word[] = [];
    const member = this.#word(from);
    for (let index = from + 1; index < to; index++) {
      const kind = this.#kinds[index];
      (kind === WORD_KIND.subset ? subsets : kind === WORD_KIND.value ? values : extra).push(this.#word(index));
    }
    return { start: member.start, end: this.#ends[to - 1] ?? member.end, member, subsets, values, extra };
  }

  *[Symbol.iterator](): Iterator<TargetRow> {
    yield* this.having(0);
  }

  /** The lines that have all of some traits. */
  *having(traits: number): Iterable<TargetRow> {
    if ((this.traits & traits) !== traits) return;
    for (let row = 0; row < this.length; row++) {
      if (((this.#rowTraits[row] ?? 0) & traits) !== traits) continue;
      const found = this.at(row);
      if (found) yield found;
    }
  }

  /** The lines that have one of some traits. */
  *havingOneOf(traits: number): Iterable<TargetRow> {
    if ((this.traits & traits) === 0) return;
    for (let row = 0; row < this.length; row++) {
      if (((this.#rowTraits[row] ?? 0) & traits) === 0) continue;
      const found = this.at(row);
      if (found) yield found;
    }
  }

  /** Every word of a kind, in the order of the text. */
  *words(kind: WordKind): Iterable<Word> {
    for (let index = 0; index < this.#kinds.length; index++) if (this.#kinds[index] === kind) yield this.#word(index);
  }

  /** Every number, without an object each. */
  forEachValue(visit: (value: number, start: number, end: number) => void): void {
    if ((this.traits & ROW_TRAIT.value) === 0) return;
    for (let index = 0; index < this.#kinds.length; index++) {
      if (this.#kinds[index] !== WORD_KIND.value) continue;
      const start = this.#starts[index] ?? 0;
      const end = this.#ends[index] ?? 0;
      visit(Number(this.#text.slice(start, end)), start, end);
    }
  }

  /** Where a line stands, without its words. */
  spanOf(row: number): Span {
    return { start: this.#starts[this.#firsts[row] ?? 0] ?? 0, end: this.#ends[this.#past(row) - 1] ?? 0 };
  }

  /** Lines that say what a line above them says, whatever the blanks between their words. */
  repeated(): number[] {
    // A table of line numbers with open places: a set of strings would hold the text a second time.
    const size = 2 ** Math.ceil(Math.log2(this.length * 2 + 1));
    const table = new Uint32Array(size);
    const found: number[] = [];
    for (let row = 0; row < this.length; row++) {
      let at = this.#hash(row) & (size - 1);
      let other = table[at] ?? 0;
      while (other !== 0 && !this.#isSame(other - 1, row)) {
        at = (at + 1) & (size - 1);
        other = table[at] ?? 0;
      }
      if (other === 0) table[at] = row + 1;
      else found.push(row);
    }
    return found;
  }

  #hash(row: number): number {
    let hash = 0x811c9dc5;
    const to = this.#past(row);
    for (let index = this.#firsts[row] ?? 0; index < to; index++) {
      const end = this.#ends[index] ?? 0;
      for (let at = this.#starts[index] ?? 0; at < end; at++) {
        hash = Math.imul(hash ^ this.#text.charCodeAt(at), 0x01000193);
      }
      hash = Math.imul(hash ^ 32, 0x01000193);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  }

  #isSame(a: number, b: number): boolean {
    const first = this.#firsts[a] ?? 0;
    const other = this.#firsts[b] ?? 0;
    const count = this.#past(a) - first;
    if (count !== this.#past(b) - other) return false;
    for (let index = 0; index < count; index++) {
      const start = this.#starts[first + index] ?? 0;
      const otherStart = this.#starts[other + index] ?? 0;
      const length = (this.#ends[first + index] ?? 0) - start;
      if (length !== (this.#ends[other + index] ?? 0) - otherStart) return false;
      for (let at = 0; at < length; at++) {
        if (this.#text.charCodeAt(start + at) !== this.#text.charCodeAt(otherStart + at)) return false;
      }
    }
    return true;
  }

  /** The word after the last of a line. */
  #past(row: number): number {
    return this.#firsts[row + 1] ?? this.#kinds.length;
  }

  #word(index: number): Word {
    const start = this.#starts[index] ?? 0;
    const end = this.#ends[index] ?? 0;
    return { start, end, text: this.#text.slice(start, end) };
  }
}

/** Of targets without lines, which most are: one for all. */
export const NO_ROWS = new TargetRows(
  '',
  { starts: new Uint32Array(0), ends: new Uint32Array(0), kinds: new Uint8Array(0) },
  { firsts: new Uint32Array(0), traits: new Uint8Array(0) },
);
