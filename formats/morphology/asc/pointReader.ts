import type { NumberScanner } from './numbers';
import type { AscLexer } from './lexer';
import type { AscReport } from './report';
import { CLOSE, COMMA, END, isDigit, NUMBER, OPEN, WORD } from './tokens';

const GREATEST = 3.4028235677973366e38;
const SMALLEST = 2 ** -126;

/** A 32-bit float holds it. C's `strtof` reports all others, also those that are too small. */
function isFloat(value: number): boolean {
  const size = Math.abs(value);
  return size < GREATEST && (size >= SMALLEST || size === 0);
}

/** `read`: the values are in `values`. `left out`: something was wrong, and said. `ended`: the file ends in it. */
export type PointOutcome = 'read' | 'left out' | 'ended';

/** Reads `(x y z diameter)`; all points go through here. */
export class PointReader {
  /** x, y, z, diameter. */
  readonly values = new Float64Array(4);
  readonly #lexer: AscLexer;
  readonly #numbers: NumberScanner;
  readonly #report: AscReport;

  constructor(lexer: AscLexer, numbers: NumberScanner, report: AscReport) {
    this.#lexer = lexer;
    this.#numbers = numbers;
    this.#report = report;
  }

  /**
   * The usual case, straight from the bytes: four numbers on one line, perhaps with a slice tag such as `S1`. The lexer
   * stands at the parenthesis; behind the point afterwards.
   * @returns false, with nothing done, where anything else stands
   */
  scan(): boolean {
    const lexer = this.#lexer;
    const numbers = this.#numbers;
    const { bytes } = lexer;
    const values = this.values;
    let at = lexer.end;
    let byte: number | undefined = 32;
    for (let i = 0; i < 4; i++) {
      if (byte !== 32 && byte !== 9 && i > 0) return false;
      while (bytes[at] === 32 || bytes[at] === 9) at++;
      if (!numbers.scan(bytes, at) || !isFloat(numbers.value)) return false;
      values[i] = numbers.value;
      at = numbers.end;
      byte = bytes[at];
    }
    if (byte === 32 || byte === 9) {
      while (bytes[at] === 32 || bytes[at] === 9) at++;
      if (bytes[at] === 83 && isDigit(bytes[at + 1] ?? 0)) {
        at++;
        while (isDigit(bytes[at] ?? 0)) at++;
        while (bytes[at] === 32 || bytes[at] === 9) at++;
      }
    }
    if (bytes[at] !== 41 || bytes[at + 1] === 62) return false;
    lexer.jump(at + 1, lexer.line);
    return true;
  }

  /** The same by tokens. @param isContour the diameter may be missing; it is 0 then */
  read(isContour: boolean): PointOutcome {
    const lexer = this.#lexer;
    const open = { start: lexer.start, end: lexer.end, line: lexer.line };
    let isWhole = true;
    lexer.advance();
    for (let i = 0; i < 4; i++) {
      while (lexer.kind === COMMA && i > 0) {
        this.#report.comma(lexer);
        lexer.advance();
      }
      if (lexer.kind === END) return this.#ended(open);
      if (isContour && i === 3 && lexer.kind === CLOSE) {
        this.values[3] = 0;
        break;
      }
      const value = this.#number(i);
      if (value === undefined) {
        isWhole = false;
        break;
      }
      this.values[i] = value;
      lexer.advance();
    }
    return this.#close(open, isWhole);
  }

  /** The value of the current token. MorphIO takes a word such as `nan` or `inf` for a number, as C's `strtof` does. */
  #number(index: number): number | undefined {
    const lexer = this.#lexer;
    const { kind, start, end } = lexer;
    if (kind === NUMBER) {
      this.#numbers.scan(lexer.bytes, start);
      const { value } = this.#numbers;
      if (isFloat(value)) return value;
      this.#report.outOfRange(lexer);
      return undefined;
    }
    const word = kind === WORD ? lexer.text(start, Math.min(end, start + 3)).toLowerCase() : '';
    if (word === 'nan' || word === 'inf') {
      this.#report.notFinite(lexer);
      return word === 'nan' ? NaN : Infinity;
    }
    this.#report.notNumber(lexer, index, kind === CLOSE);
    return undefined;
  }

  /** To behind the closing parenthesis; where it is missing, to the next opening one. */
  #close(
    open: { readonly start: number; readonly end: number; readonly line: number },
    isWhole: boolean,
  ): PointOutcome {
    const lexer = this.#lexer;
    if (isWhole && lexer.kind === WORD) lexer.advance();
    if (isWhole && lexer.kind !== CLOSE && lexer.kind !== END) {
      if (lexer.kind === COMMA) this.#report.comma(lexer);
      else this.#report.expected(lexer, 'the ")" that ends the point');
    }
    while (lexer.kind !== CLOSE && lexer.kind !== OPEN && lexer.kind !== END) lexer.advance();
    if (lexer.kind === END) return this.#ended(open);
    if (lexer.kind === CLOSE) lexer.advance();
    return isWhole ? 'read' : 'left out';
  }

  #ended(open: { readonly start: number; readonly end: number; readonly line: number }): 'ended' {
    this.#report.ended(open, this.#lexer);
    return 'ended';
  }
}
