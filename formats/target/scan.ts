import type { Word } from '../text/span';
import {
  gidOf,
  ODDITY_LIMIT,
  SUBSETS,
  type Oddity,
  type OddityKind,
  type TargetBody,
  type TargetRow,
  type TargetType,
} from './model';

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const HASH = 35;
const ZERO = 48;
const LOWER_A = 97;
const MAXIMUM_GID = 0xffffffff;

/** Reads the text between a target's braces in one pass; gids become numbers without a string each. Never throws. */
export function scanBody(text: string, type: TargetType): TargetBody {
  return new BodyScanner(text, type).scan();
}

class BodyScanner {
  readonly #text: string;
  readonly #byLine: boolean;
  #gids = new Uint32Array(16);
  #gidCount = 0;
  readonly #names: Word[] = [];
  readonly #rows: TargetRow[] = [];
  readonly #oddities: Oddity[] = [];
  readonly #oddityCounts = new Map<OddityKind, number>();
  #line: Word[] = [];

  constructor(text: string, type: TargetType) {
    this.#text = text;
    this.#byLine = type !== 'Cell';
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
      gids: this.#gids.slice(0, this.#gidCount),
      names: this.#names,
      rows: this.#rows,
      oddities: this.#oddities,
    };
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
    const isGid = digits && end > start + 1;
    if (this.#byLine) this.#line.push({ start, end, text: text.slice(start, end) });
    else if (isGid) this.#gid(value, start, end);
    else this.#name({ start, end, text: text.slice(start, end) });
    return end;
  }

  #gid(value: number, start: number, end: number): void {
    if (value > MAXIMUM_GID) {
      this.#oddity('gid-too-large', start, end);
      return;
    }
    if (value < 1) this.#oddity('gid-below-one', start, end);
    else if (this.#text.charCodeAt(start + 1) === ZERO) this.#oddity('leading-zero', start, end);
    if (this.#gidCount === this.#gids.length) {
      const larger = new Uint32Array(this.#gids.length * 2);
      larger.set(this.#gids);
      this.#gids = larger;
    }
    this.#gids[this.#gidCount++] = value;
  }

  #name(word: Word): void {
    if (/^a-\d+$/.test(word.text)) this.#oddity('gid-below-one', word.start, word.end);
    else this.#names.push(word);
  }

  #endLine(): void {
    const [member, ...rest] = this.#line;
    this.#line = [];
    if (!member) return;
    this.#member(member);
    const subsets = rest.filter((word) => isSubset(word.text));
    const values = rest.filter((word) => isNumber(word.text));
    const extra = rest.filter((word) => !isSubset(word.text) && !isNumber(word.text));
    for (const word of extra) if (gidOf(word.text) !== undefined) this.#member(word);
    this.#rows.push({ start: member.start, end: rest.at(-1)?.end ?? member.end, member, subsets, values, extra });
  }

  #member(word: Word): void {
    if (/^a\d+$/.test(word.text)) this.#gid(Number(word.text.slice(1)), word.start, word.end);
    else this.#name(word);
  }

  #oddity(kind: OddityKind, start: number, end: number): void {
    const count = (this.#oddityCounts.get(kind) ?? 0) + 1;
    this.#oddityCounts.set(kind, count);
    if (count <= ODDITY_LIMIT) this.#oddities.push({ kind, start, end });
  }
}

function isSubset(word: string): boolean {
  return (SUBSETS as readonly string[]).includes(word);
}

function isNumber(word: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word);
}
