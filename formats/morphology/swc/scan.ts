import { PROBLEM_LIMIT } from '../problem';
import { beginsNumber, readFloat, readInteger } from './numbers';
import { SOMA_TYPE } from '../sectionTypes';
import { BROKEN_PARENT, HAS_PARENT, isOdd, NOT_FINITE, Samples, SPLIT, UNSUPPORTED } from './samples';

/** Why a line holds no sample. */
type Failure =
  /** A number was expected. */
  | 'no-number'
  /** The line ends before the seventh number. */
  | 'line-end'
  | 'file-end'
  | 'negative-id'
  | 'id-too-large';

/** A line that holds no sample. */
export interface BrokenLine {
  readonly failure: Failure;
  readonly line: number;
  /** Byte of its first number. */
  readonly start: number;
  /** Where reading stopped. */
  readonly at: number;
  /** 0 to 6: the column that was to be read. */
  readonly column: number;
}

/** A second sample on the line of a first, which is skipped. */
interface LostSample {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** A carriage return, without a line feed, stands before it. */
  readonly isBehindReturn: boolean;
}

export interface Scan {
  readonly samples: Samples;
  readonly brokenLines: readonly BrokenLine[];
  readonly brokenCount: number;
  /** Ids of broken lines, as far as they could be read. */
  readonly brokenIds: ReadonlySet<number>;
  /** How many broken lines have none. */
  readonly unknownIds: number;
  readonly lostSamples: readonly LostSample[];
  readonly lostCount: number;
  readonly somaCount: number;
  /** How many samples have a root, an unknown type, a radius of zero or a flag: all that {@link isOdd}. */
  readonly oddCount: number;
  readonly splitCount: number;
  /** Whether ids are a row of numbers without gaps. */
  readonly isSequential: boolean;
  /** Comment lines before the first sample: first byte behind `#`, end. */
  readonly header: readonly (readonly [start: number, end: number])[];
}

export const LARGEST_ID = 2 ** 32 - 1;

/** Comment lines of the header that are looked at. */
const HEADER_LIMIT = 200;

/** Bytes of a line as short as they come; the room for samples grows where lines are shorter than this. */
const TYPICAL_LINE = 28;

/** So many ids of broken lines are kept; no message tells more of them. */
const BROKEN_ID_LIMIT = 1_000_000;

const LF = 10;
const CR = 13;
const HASH = 35;

/**
 * Reads all samples in one pass. Its loop keeps to local variables and typed arrays: it runs over files of millions of
 * lines, and an object's method is compiled again whenever the last object of its kind has gone.
 */
export function scanSamples(bytes: Uint8Array, from: number): Scan {
  const length = bytes.length;
  const samples = new Samples(Math.ceil(length / TYPICAL_LINE) + 16);
  const rest = new Irregularities(bytes);
  const integers = new Float64Array(3);
  let { ids, types, numbers, parents, flags, lines, starts } = samples;
  let capacity = ids.length;
  let count = 0;
  let line = 0;
  let at = from;
  let next = -1;
  let isSequential = true;
  let somaCount = 0;
  let oddCount = 0;
  let splitCount = 0;
  while (at < length) {
    let byte = bytes[at] ?? 0;
    if (byte === LF) {
      line++;
      at++;
      continue;
    }
    if (isBlank(byte)) {
      at++;
      continue;
    }
    if (byte === HASH) {
      at = rest.comment(at, count);
      continue;
    }
    if (count === capacity) {
      samples.grow();
      ({ ids, types, numbers, parents, flags, lines, starts } = samples);
      capacity = ids.length;
    }
    const start = at;
    let flag = 0;
    let column = 0;
    for (; column < 7; column++) {
      if (isBlank(byte)) {
        do byte = bytes[++at] ?? 0;
        while (isBlank(byte));
      } else if (column > 0) flag = SPLIT;
      if (!beginsNumber(byte)) break;
      if (column > 1 && column < 6) at = readFloat(bytes, at, numbers, count * 4 + column - 2);
      else at = readInteger(bytes, at, integers, column === 6 ? 2 : column);
      byte = bytes[at] ?? 0;
    }
    const id = integers[0] ?? 0;
    if (column < 7 || id < 0 || id > LARGEST_ID) {
      at = rest.brokenLine(start, at, line, column, id);
      continue;
    }
    const parent = integers[2] ?? 0;
    if (parent >= 0 && parent <= LARGEST_ID) {
      parents[count] = parent;
      flag |= HAS_PARENT;
    } else if (parent !== -1) flag |= BROKEN_PARENT;
    const first = count * 4;
    const sum =
      (numbers[first] ?? 0) + (numbers[first + 1] ?? 0) + (numbers[first + 2] ?? 0) + (numbers[first + 3] ?? 0);
    // Only of numbers that are finite is the difference zero.
    if (sum - sum !== 0) flag |= NOT_FINITE;
    const type = integers[1] ?? 0;
    const isKnownType = type > 0 && type < 20;
    types[count] = isKnownType ? type : UNSUPPORTED;
    if (type === SOMA_TYPE) somaCount++;
    if (!isKnownType || isOdd(flag, numbers[first + 3] ?? 0)) {
      oddCount++;
      if (flag & SPLIT) splitCount++;
    }
    if (id !== next && count > 0) isSequential = false;
    next = id + 1;
    ids[count] = id;
    flags[count] = flag;
    lines[count] = line;
    starts[count] = start;
    count++;
    while (isBlank(byte)) byte = bytes[++at] ?? 0;
    if (byte !== LF && at < length) at = rest.afterSample(at, line);
  }
  samples.count = count;
  return { samples, isSequential, somaCount, oddCount, splitCount, ...rest.found() };
}

/** What stands in a file beside its samples. */
class Irregularities {
  readonly #bytes: Uint8Array;
  readonly #brokenLines: BrokenLine[] = [];
  readonly #brokenIds = new Set<number>();
  readonly #lostSamples: LostSample[] = [];
  readonly #header: [number, number][] = [];
  #brokenCount = 0;
  #unknownIds = 0;
  #lostCount = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  found(): Omit<Scan, 'samples' | 'isSequential' | 'somaCount' | 'oddCount' | 'splitCount'> {
    return {
      brokenLines: this.#brokenLines,
      brokenCount: this.#brokenCount,
      brokenIds: this.#brokenIds,
      unknownIds: this.#unknownIds,
      lostSamples: this.#lostSamples,
      lostCount: this.#lostCount,
      header: this.#header,
    };
  }

  /** @returns the end of the line, as the other methods do */
  comment(at: number, sampleCount: number): number {
    const end = this.#lineEnd(at);
    if (sampleCount === 0 && this.#header.length < HEADER_LIMIT) this.#header.push([at + 1, end]);
    return end;
  }

  /** What stands behind the seventh number is skipped by MorphIO. */
  afterSample(start: number, line: number): number {
    const bytes = this.#bytes;
    const end = this.#lineEnd(start);
    // Not what belongs to the seventh number itself: `2.0`.
    if (!isBlank(bytes[start - 1] ?? 0)) return end;
    const id = this.#readable(start, end);
    if (id === undefined) return end;
    this.#lostCount++;
    if (this.#lostSamples.length < PROBLEM_LIMIT) {
      let before = start - 1;
      while (bytes[before] !== CR && isBlank(bytes[before] ?? 0)) before--;
      const stop = bytes.indexOf(CR, start);
      this.#lostSamples.push({
        id,
        start,
        end: stop < 0 ? end : Math.min(stop, end),
        line,
        isBehindReturn: bytes[before] === CR,
      });
    }
    return end;
  }

  /** @param id what stands in the first column, if that is not where reading stopped */
  brokenLine(start: number, at: number, line: number, column: number, id: number): number {
    const isWrongId = column === 7;
    const isKnown = column > 0 && !isWrongId && id >= 0;
    if (isKnown && this.#brokenIds.size < BROKEN_ID_LIMIT) this.#brokenIds.add(id);
    else if (!isWrongId) this.#unknownIds++;
    this.#brokenCount++;
    if (this.#brokenLines.length < PROBLEM_LIMIT) {
      const failure = isWrongId ? (id < 0 ? 'negative-id' : 'id-too-large') : this.#failure(at);
      this.#brokenLines.push({ failure, line, start, at: isWrongId ? start : at, column: isWrongId ? 0 : column });
    }
    return this.#lineEnd(at);
  }

  #failure(at: number): Failure {
    return at >= this.#bytes.length ? 'file-end' : this.#bytes[at] === LF ? 'line-end' : 'no-number';
  }

  /** The id of a whole sample with a plausible type, and nothing but blanks or a further one behind. */
  #readable(start: number, lineEnd: number): number | undefined {
    const bytes = this.#bytes;
    const integers = new Float64Array(3);
    const floats = new Float32Array(1);
    let at = start;
    for (let column = 0; column < 7; column++) {
      while (isBlank(bytes[at] ?? 0)) at++;
      if (at >= lineEnd || !beginsNumber(bytes[at] ?? 0)) return undefined;
      const isInteger = column < 2 || column === 6;
      at = isInteger ? readInteger(bytes, at, integers, column === 6 ? 2 : column) : readFloat(bytes, at, floats, 0);
      if (at < lineEnd && !isBlank(bytes[at] ?? 0)) return undefined;
    }
    const [id = 0, type = 0, parent = 0] = integers;
    return id >= 0 && id <= LARGEST_ID && type > 0 && type < 20 && parent >= -1 && parent !== id ? id : undefined;
  }

  #lineEnd(at: number): number {
    const end = this.#bytes.indexOf(LF, at);
    return end < 0 ? this.#bytes.length : end;
  }
}

export function isBlank(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === CR;
}
