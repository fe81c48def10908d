import type { Word } from '../text/span';
import { GrowingList } from './growing';
import {
  MAXIMUM_GID,
  ODDITY_LIMIT,
  SUBSETS,
  type Oddity,
  type OddityKind,
  type TargetBody,
  type TargetType,
} from './model';
import { NO_ROWS, ROW_TRAIT, TargetRows, WORD_KIND } from './rows';

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const HASH = 35;
const ZERO = 48;
const NINE = 57;
const LOWER_A = 97;

const NUMBER = /[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?/iy;
const NO_GIDS = new Uint32Array(0);

/** Of all bodies in which nothing stands. */
const EMPTY: TargetBody = { gids: NO_GIDS, names: [], rows: NO_ROWS, oddities: [] };

/** Reads the text between a target's braces in one pass; gids become numbers without a string each. Never throws. */
export function scanBody(text: string, type: TargetType): TargetBody {
  return /[^ \r\n]/.test(text) ? new BodyScanner(text, type).scan() : EMPTY;
}

class BodyScanner {
  readonly #text: string;
  readonly #byLine: boolean;
  readonly #gids = new GrowingList(16);
  readonly #names: Word[] = [];
  readonly #oddities: Oddity[] = [];
  readonly #oddityCounts = new Map<OddityKind, number>();
  // The words of all lines, and of each line the first word and its traits.
  readonly #starts: GrowingList;
  readonly #ends: GrowingList;
  readonly #kinds: GrowingList;
  readonly #firsts: GrowingList;
  readonly #rowTraits: GrowingList;
  /** Of the line that is being read. */
  #traits = 0;
  #isLineOpen = false;

  constructor(text: string, type: TargetType) {
    this.#text = text;
    this.#byLine = type !== 'Cell';
    const capacity = this.#byLine ? 16 : 0;
    this.#starts = new GrowingList(capacity);
    this.#ends = new GrowingList(capacity);
    this.#kinds = new GrowingList(capacity);
    this.#firsts = new GrowingList(capacity);
    this.#rowTraits = new GrowingList(capacity);
  }

  scan(): TargetBody {
    const text = this.#text;
    const length = text.length;
    let at = 0;
    while (at < length) {
      const code = text.charCodeAt(at);
      if (code === SPACE) at++;
      else if (code === LF) {
        this.#endLine();
        at++;
      } else if (code === CR) {
        // CRLF is reported for the whole file, not at each member.
        if (text.charCodeAt(at + 1) !== LF) this.#endLine();
        at++;
      } else if (code === TAB) {
        const start = at;
        while (text.charCodeAt(at) === TAB) at++;
        this.#oddity('tab', start, at);
      } else if (code < SPACE) at++;
      else if (code === HASH) at = this.#comment(at);
      else at = this.#word(at);
    }
    this.#endLine();
    return {
      gids: this.#gids.length === 0 ? NO_GIDS : this.#gids.toArray(),
      names: this.#names,
      rows: this.#firsts.length === 0 ? NO_ROWS : this.#rows(),
      oddities: this.#countedOddities(),
    };
  }

  #rows(): TargetRows {
    return new TargetRows(
      this.#text,
      { starts: this.#starts.toArray(), ends: this.#ends.toArray(), kinds: this.#kinds.toBytes() },
      { firsts: this.#firsts.toArray(), traits: this.#rowTraits.toBytes() },
    );
  }

  #comment(start: number): number {
    let end = start;
    while (end < this.#text.length && this.#text.charCodeAt(end) !== LF && this.#text.charCodeAt(end) !== CR) end++;
    this.#oddity('comment', start, end);
    return end;
  }

  #word(start: number): number {
    const text = this.#text;
    let end = start + 1;
    let value = 0;
    let digits = text.charCodeAt(start) === LOWER_A;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code <= SPACE) break;
      const digit = code - ZERO;
      if (digit < 0 || digit > 9) digits = false;
      else value = value * 10 + digit;
    }
    const gid = digits && end > start + 1 ? value : undefined;
    if (!this.#byLine) this.#member(gid, start, end);
    else if (this.#isLineOpen) this.#furtherWord(gid, start, end);
    else this.#firstWord(gid, start, end);
    return end;
  }

  #firstWord(gid: number | undefined, start: number, end: number): void {
    this.#isLineOpen = true;
    this.#traits = gid === undefined ? ROW_TRAIT.named : 0;
    this.#firsts.push(this.#kinds.length);
    this.#rowWord(WORD_KIND.member, start, end);
    this.#member(gid, start, end);
  }

  #furtherWord(gid: number | undefined, start: number, end: number): void {
    if (this.#isSubset(start, end)) {
      this.#traits |= this.#traits & ROW_TRAIT.subset ? ROW_TRAIT.secondSubset : ROW_TRAIT.subset;
      if (this.#traits & ROW_TRAIT.value && !(this.#traits & ROW_TRAIT.secondSubset)) {
        this.#traits |= ROW_TRAIT.lateSubset;
      }
      this.#rowWord(WORD_KIND.subset, start, end);
    } else if (this.#isNumber(start, end)) {
      this.#traits |= ROW_TRAIT.value;
      this.#rowWord(WORD_KIND.value, start, end);
    } else {
      this.#traits |= ROW_TRAIT.extra;
      this.#rowWord(WORD_KIND.extra, start, end);
      // A further gid counts as a member, as bluepy has it.
      if (gid !== undefined && this.#text.charCodeAt(start + 1) !== ZERO) this.#member(gid, start, end);
    }
  }

  #rowWord(kind: number, start: number, end: number): void {
    this.#starts.push(start);
    this.#ends.push(end);
    this.#kinds.push(kind);
  }

  #endLine(): void {
    if (!this.#isLineOpen) return;
    this.#isLineOpen = false;
    this.#rowTraits.push(this.#traits);
  }

  #isSubset(start: number, end: number): boolean {
    return SUBSETS.some((subset) => subset.length === end - start && this.#text.startsWith(subset, start));
  }

  #isNumber(start: number, end: number): boolean {
    const first = this.#text.charCodeAt(start);
    // `+`, `-`, `.` or a digit; `,` and `/` lie among them and are none.
    if (first > NINE || first < 43) return false;
    NUMBER.lastIndex = start;
    return NUMBER.test(this.#text) && NUMBER.lastIndex === end;
  }

  #member(gid: number | undefined, start: number, end: number): void {
    if (gid === undefined) this.#name({ start, end, text: this.#text.slice(start, end) });
    else this.#gid(gid, start, end);
  }

  #gid(value: number, start: number, end: number): void {
    if (value > MAXIMUM_GID) {
      this.#oddity('gid-too-large', start, end);
      return;
    }
    if (value < 1) this.#oddity('gid-below-one', start, end);
    else if (this.#text.charCodeAt(start + 1) === ZERO) this.#oddity('leading-zero', start, end);
    this.#gids.push(value);
  }

  #name(word: Word): void {
    if (/^a-\d+$/.test(word.text)) this.#oddity('gid-below-one', word.start, word.end);
    else this.#names.push(word);
  }

  #oddity(kind: OddityKind, start: number, end: number): void {
    const count = (this.#oddityCounts.get(kind) ?? 0) + 1;
    this.#oddityCounts.set(kind, count);
    if (count <= ODDITY_LIMIT) this.#oddities.push({ kind, start, end });
  }

  #countedOddities(): readonly Oddity[] {
    for (const [kind, count] of this.#oddityCounts) {
      if (count <= ODDITY_LIMIT) continue;
      const last = this.#oddities.findLastIndex((oddity) => oddity.kind === kind);
      const oddity = this.#oddities[last];
      if (oddity) this.#oddities[last] = { ...oddity, further: count - ODDITY_LIMIT };
    }
    return this.#oddities;
  }
}
