import {
  PROBLEM_LIMIT,
  type MorphologyProblem,
  type ProblemKind,
  type ProblemList,
  type ProblemPlace,
} from '../problem';
import { lineNonParsable } from '../problems/swc/lineNonParsable';
import { readFloat, readInteger } from './numbers';
import { SPLIT, TOLD, type Samples } from './samples';
import { isBlank } from './scan';

export const ID = 0;
export const TYPE = 1;
export const X = 2;
export const Z = 4;
export const RADIUS = 5;
export const PARENT = 6;

/** Longest piece of a file that a message shows. */
const SHOWN = 60;

type RelatedPlace = NonNullable<MorphologyProblem['related']>[number];

/** Made only where they are shown: a file may hold a million mistakes. */
type MakeRelated = () => readonly RelatedPlace[];

/** Says what is wrong with samples, at the words of the file. */
export class SampleReport {
  readonly #counts = new Map<ProblemKind, number>();

  constructor(
    readonly bytes: Uint8Array,
    readonly samples: Samples,
    readonly problems: ProblemList,
  ) {}

  /** @param last the last column of the place; {@link column} where one is meant */
  add(
    kind: ProblemKind,
    sample: number,
    column: number,
    message: () => string,
    related?: MakeRelated,
    last = column,
  ): void {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    if (count > PROBLEM_LIMIT) this.problems.add(kind, {}, message);
    else this.problems.add(kind, this.place(sample, column, last), message, related?.());
  }

  /** An error; where the sample's numbers were read wrongly, that is the cause, and the only message. */
  refuse(kind: ProblemKind, sample: number, column: number, message: () => string, related?: MakeRelated): void {
    const flags = this.samples.flags[sample] ?? 0;
    if (!(flags & SPLIT)) {
      this.add(kind, sample, column, message, related);
      return;
    }
    if (flags & TOLD) return;
    this.samples.flags[sample] = flags | TOLD;
    const split = this.splitColumn(sample);
    this.add(
      lineNonParsable,
      sample,
      split,
      () => `${this.splitMessage(sample, split)} It then refuses the file. ${message()}`,
      related,
    );
  }

  /** Of a column, or of all up to a last one. */
  place(sample: number, first: number, last = first): ProblemPlace {
    const columns = this.#columns(sample);
    const start = this.#wordStart(columns[first] ?? 0);
    return { span: { start, end: wordEnd(this.bytes, columns[last] ?? start) }, line: this.samples.lines[sample] ?? 0 };
  }

  /** A word of the file, as it stands there. */
  word(sample: number, column: number): string {
    const { span } = this.place(sample, column);
    return span ? quotedBytes(this.bytes, span.start, span.end) : '';
  }

  related(sample: number, column: number, message: string): RelatedPlace {
    return { message, place: this.place(sample, column) };
  }

  id(sample: number): number {
    return this.samples.ids[sample] ?? 0;
  }

  /** 1-based, for people. */
  line(sample: number): number {
    return (this.samples.lines[sample] ?? 0) + 1;
  }

  /** The column whose number does not end at a blank. */
  splitColumn(sample: number): number {
    const columns = this.#columns(sample);
    const split = columns.findIndex((start, column) => column > 0 && !isBlank(this.bytes[start - 1] ?? 0));
    return Math.max(0, split - 1);
  }

  splitMessage(sample: number, column: number): string {
    return (
      `${this.word(sample, column)} is no ${column < X ? 'whole number' : 'number'}: MorphIO reads its beginning as ` +
      `${COLUMN_NAMES[column] ?? 'number'} and the rest as ${COLUMN_NAMES[column + 1] ?? 'the next'}.`
    );
  }

  /** Where each number begins. */
  #columns(sample: number): readonly number[] {
    const integer = new Float64Array(1);
    const float = new Float32Array(1);
    const starts: number[] = [];
    let at = this.samples.starts[sample] ?? 0;
    for (let column = 0; column < 7; column++) {
      while (isBlank(this.bytes[at] ?? 0)) at++;
      starts.push(at);
      const isFloat = column >= X && column <= RADIUS;
      at = isFloat ? readFloat(this.bytes, at, float, 0) : readInteger(this.bytes, at, integer, 0);
    }
    return starts;
  }

  #wordStart(from: number): number {
    let start = from;
    while (start > 0 && (this.bytes[start - 1] ?? 0) > 32) start--;
    // A byte order mark is no part of the first word.
    return start === 0 && this.bytes[0] === 0xef && from >= 3 ? 3 : start;
  }
}

export const COLUMN_NAMES: readonly string[] = ['id', 'type', 'x', 'y', 'z', 'radius', 'parent'];

export function wordEnd(bytes: Uint8Array, start: number): number {
  let end = start;
  while (end < bytes.length && (bytes[end] ?? 0) > 32) end++;
  return end;
}

export function quotedBytes(bytes: Uint8Array, start: number, end: number): string {
  const text = new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + SHOWN)));
  return `\`${text}${end > start + SHOWN ? '…' : ''}\``;
}
