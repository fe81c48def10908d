import { ProblemList, type MorphologyProblem, type ProblemKind, type ProblemPlace } from '../problem';
import { carriageReturns } from '../problems/common/carriageReturns';
import { emptyFile } from '../problems/common/emptyFile';
import { notFinite } from '../problems/common/notFinite';
import { endOfFile } from '../problems/asc/endOfFile';
import { incompleteNotLast } from '../problems/asc/incompleteNotLast';
import { parsingPoint } from '../problems/asc/parsingPoint';
import { pointsAfterBranches } from '../problems/asc/pointsAfterBranches';
import { somaAlreadyDefined } from '../problems/asc/somaAlreadyDefined';
import { trailingText } from '../problems/asc/trailingText';
import { unexpectedToken } from '../problems/asc/unexpectedToken';
import { unknownToken } from '../problems/asc/unknownToken';
import { unsupportedNeuriteName } from '../problems/asc/unsupportedNeuriteName';

/** Bytes of a token and its line. */
export interface TokenPlace {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Longer texts are cut in messages. */
const QUOTED_LENGTH = 40;

/** The words for what the parser finds. */
export class AscReport {
  readonly problems = new ProblemList();
  readonly #bytes: Uint8Array;
  #hasCommas = false;
  #hasEnded = false;
  #isOutside = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Commas have one cause: whoever wrote the file puts them everywhere. It is named once. */
  comma(token: TokenPlace): void {
    if (this.#hasCommas) return;
    this.#hasCommas = true;
    this.#add(
      parsingPoint,
      token,
      () => '"," stands in a point; its numbers are separated by blanks only. Remove the commas from all points.',
    );
  }

  /** @param index 0 to 3: x, y, z or the diameter */
  notNumber(token: TokenPlace, index: number, isEnd: boolean): void {
    const names = ['x', 'y', 'z', 'the diameter'];
    this.#add(parsingPoint, token, () =>
      isEnd
        ? `The point ends after ${index === 1 ? '1 number' : `${index} numbers`}; x, y, z and a diameter are needed.`
        : `${this.#quoted(token)} stands where ${names[index] ?? 'a number'} is expected, a number such as 1 or -0.5.`,
    );
  }

  outOfRange(token: TokenPlace): void {
    this.#add(
      parsingPoint,
      token,
      () => `${this.#quoted(token)} is beyond the range of a 32-bit float (1.2e-38 to 3.4e38).`,
    );
  }

  unknown(token: TokenPlace): void {
    this.#add(
      unknownToken,
      token,
      () =>
        `${this.#quoted(token)} is not allowed here: a point, a branch, a marker, the end of a branch such as Normal, or ")" is expected.`,
    );
  }

  /** All that follows on a point outside of blocks, up to the next block, has the same cause: a `)` too many. */
  unknownInHeader(token: TokenPlace, isNumber: boolean): void {
    if (this.#isOutside) return;
    this.#isOutside = isNumber;
    this.#add(unknownToken, token, () =>
      isNumber
        ? `A block begins with the number ${this.#quoted(token)}: a point stands outside of any block. Is there a ")" too many above it? Blocks begin with a name or a type such as (Dendrite).`
        : `${this.#quoted(token)} is not allowed in the head of a block: a name, a type such as (Dendrite), or a point is expected.`,
    );
  }

  blockBegins(): void {
    this.#isOutside = false;
  }

  /** A block begins where a branch was expected. */
  blockWithin(token: TokenPlace, outer: TokenPlace): void {
    this.#add(
      unknownToken,
      token,
      () =>
        `${this.#quoted(token)} begins a block within another: a parenthesis of the block of line ${outer.line + 1} is not closed. Add the missing ")".`,
      [{ message: 'This block is not closed.', place: placeOf(outer) }],
    );
  }

  expected(token: TokenPlace, what: string): void {
    this.#add(unexpectedToken, token, () => `${this.#quoted(token)} stands where ${what} is expected.`);
  }

  lastSkipped(token: TokenPlace, end: TokenPlace): void {
    this.#add(
      unexpectedToken,
      token,
      () =>
        `No block follows (${this.#quoted(token)} …), which is skipped: MorphIO needs another behind it. Move it before one, or remove it.`,
      [{ message: 'The file ends here.', place: placeOf(end) }],
    );
  }

  emptyBranch(token: TokenPlace): void {
    this.#add(
      unexpectedToken,
      token,
      () =>
        'Branches begin here before the section above them has a point: MorphIO has nothing to attach them to. Give that section a point first.',
    );
  }

  /** The file ends before a parenthesis is closed. Said once: all that are open have the same cause. */
  ended(open: TokenPlace, end: TokenPlace): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#add(
      endOfFile,
      open,
      () =>
        `The file ends before this parenthesis is closed. Add the missing ")", or get the whole file if it was cut on its way.`,
      [{ message: 'The file ends here.', place: placeOf(end) }],
    );
  }

  /** No token at all. */
  nothing(): void {
    const end = this.#bytes.length;
    this.#add(emptyFile, { start: 0, end, line: 0 }, () =>
      end === 0
        ? 'The file is empty; MorphIO refuses it.'
        : 'The file holds nothing but blanks and comments; a morphology has at least one block.',
    );
  }

  lostReturn(token: TokenPlace): void {
    this.#add(
      carriageReturns,
      token,
      () =>
        'A comment goes on behind this carriage return, to the next line feed: what stands there is not read. Save the file with LF line ends.',
    );
  }

  notFinite(token: TokenPlace): void {
    this.#add(
      notFinite,
      token,
      () => `${this.#quoted(token)} is read as a number that is not finite; give a finite one.`,
    );
  }

  incomplete(token: TokenPlace, next: TokenPlace): void {
    this.#add(
      incompleteNotLast,
      token,
      () =>
        `"Incomplete" must be the last word of its branch, but ${this.#quoted(next)} follows on line ${next.line + 1}. Move it behind the last point.`,
      [{ message: 'This follows.', place: placeOf(next) }],
    );
  }

  secondSoma(token: TokenPlace, end: TokenPlace, first: TokenPlace): void {
    this.#add(
      somaAlreadyDefined,
      token,
      () =>
        `A soma is already defined on line ${first.line + 1}: MorphIO accepts one contour. Keep the largest and remove the others.`,
      [
        { message: 'The first soma.', place: placeOf(first) },
        { message: 'Here the second ends.', place: placeOf(end) },
      ],
    );
  }

  unnamedNeurite(token: TokenPlace, name: string): void {
    this.#add(
      unsupportedNeuriteName,
      token,
      () =>
        `The block${name === '' ? '' : ` "${shortened(name)}"`} branches like a neurite but has no type: MorphIO reads it as markers, and the neurite is lost. Add (Axon), (Dendrite) or (Apical).`,
    );
  }

  pointsAfterBranches(token: TokenPlace): void {
    this.#add(
      pointsAfterBranches,
      token,
      () =>
        'Points follow behind the branches of a section: MorphIO makes another section of them. Move them before the branches.',
    );
  }

  /** Behind an error parentheses are left over that mean nothing. */
  outside(token: TokenPlace): void {
    if (this.problems.refused) return;
    this.#add(
      trailingText,
      token,
      () => `${this.#quoted(token)} stands outside of any block and is ignored. Remove it, or begin the line with ";".`,
    );
  }

  #add(kind: ProblemKind, token: TokenPlace, message: () => string, related?: MorphologyProblem['related']): void {
    this.problems.add(kind, placeOf(token), message, related);
  }

  #quoted({ start, end }: TokenPlace): string {
    const text = new TextDecoder().decode(this.#bytes.subarray(start, Math.min(end, start + 4 * QUOTED_LENGTH)));
    return text.startsWith('"') ? shortened(text) : `"${shortened(text)}"`;
  }
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > QUOTED_LENGTH ? `${line.slice(0, QUOTED_LENGTH)}…` : line;
}

export function placeOf({ start, end, line }: TokenPlace): ProblemPlace {
  return { span: { start, end }, line };
}
