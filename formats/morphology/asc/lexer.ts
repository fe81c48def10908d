import type { NumberScanner } from './numbers';
import {
  CELL_BODY,
  CLOSE,
  COMMA,
  END,
  isDigit,
  isLetter,
  kindOfWord,
  NUMBER,
  OPEN,
  OTHER,
  PIPE,
  SPINE_CLOSE,
  SPINE_OPEN,
  TEXT,
} from './tokens';

const DECODER = new TextDecoder();

/** Cuts bytes into tokens; the current one is in its fields. Linear in the bytes, whatever they are. */
export class AscLexer {
  kind = END;
  start = 0;
  end = 0;
  /** 0-based line of the current token; lines end at LF, CRLF or a lone CR, as editors have it. */
  line = 0;
  readonly #numbers: NumberScanner;
  /** Where the next token is looked for, and the line of that place. */
  #position = 0;
  #positionLine = 0;
  #hasNext = false;
  #nextKind = END;
  #nextStart = 0;
  #nextEnd = 0;
  #nextLine = 0;
  /** False when a string was found that no quote closes: none behind it has one either. */
  #hasQuotes = true;
  /** The first carriage return behind which a comment goes on over something that is no comment. */
  lostReturn: { readonly start: number; readonly end: number; readonly line: number } | undefined;

  constructor(
    readonly bytes: Uint8Array,
    numbers: NumberScanner,
  ) {
    this.#numbers = numbers;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#position = 3;
    this.advance();
  }

  /** To the next token. */
  advance(): void {
    if (!this.#hasNext) this.#lex();
    this.#hasNext = false;
    this.kind = this.#nextKind;
    this.start = this.#nextStart;
    this.end = this.#nextEnd;
    this.line = this.#nextLine;
  }

  /** The kind of the token behind the current one. */
  peek(): number {
    if (!this.#hasNext) this.#lex();
    this.#hasNext = true;
    return this.#nextKind;
  }

  get nextStart(): number {
    this.peek();
    return this.#nextStart;
  }

  get nextEnd(): number {
    this.peek();
    return this.#nextEnd;
  }

  get nextLine(): number {
    this.peek();
    return this.#nextLine;
  }

  /** Goes on at a byte that begins or follows a token. */
  jump(position: number, line: number): void {
    this.#position = position;
    this.#positionLine = line;
    this.#hasNext = false;
    this.advance();
  }

  /** Text of some bytes, for messages and labels. */
  text(start: number, end: number): string {
    return DECODER.decode(this.bytes.subarray(start, end));
  }

  #lex(): void {
    this.#skipBlanks();
    const { bytes } = this;
    const start = this.#position;
    const byte = bytes[start];
    this.#nextStart = start;
    this.#nextLine = this.#positionLine;
    if (byte === undefined) {
      this.#nextKind = END;
      this.#nextEnd = start;
      return;
    }
    let kind = OTHER;
    let end = start + 1;
    if (byte === 40) kind = OPEN;
    else if (byte === 41) {
      kind = CLOSE;
      if (bytes[end] === 62) {
        kind = SPINE_CLOSE;
        end++;
      }
    } else if (byte === 124) kind = PIPE;
    else if (byte === 44) kind = COMMA;
    else if (byte === 34) {
      const close = this.#hasQuotes ? bytes.indexOf(34, start + 1) : -1;
      if (close < 0) this.#hasQuotes = false;
      else {
        kind = TEXT;
        end = close + 1;
        this.#positionLine += lineEnds(bytes, start, end);
      }
    } else if (byte === 60) {
      let at = end;
      while (bytes[at] === 32 || bytes[at] === 9 || bytes[at] === 13) at++;
      if (bytes[at] === 40) {
        kind = SPINE_OPEN;
        end = at + 1;
        this.#positionLine += lineEnds(bytes, start, end);
      }
    } else if (isDigit(byte) || byte === 45 || byte === 43) {
      if (this.#numbers.scan(bytes, start)) {
        kind = NUMBER;
        end = this.#numbers.end;
      }
    } else if (isLetter(byte)) {
      while (isDigit(bytes[end] ?? 0) || isLetter(bytes[end] ?? 0)) end++;
      const spaced = end - start === 4 ? endOfCellBody(bytes, start) : 0;
      if (spaced > 0) {
        kind = CELL_BODY;
        end = spaced;
      } else if (end - start > 1) kind = kindOfWord(bytes, start, end);
    }
    this.#nextKind = kind;
    this.#nextEnd = end;
    this.#position = end;
  }

  /** Blanks, line ends and comments. */
  #skipBlanks(): void {
    const { bytes } = this;
    let at = this.#position;
    let line = this.#positionLine;
    for (;;) {
      const byte = bytes[at];
      if (byte === 32 || byte === 9) at++;
      else if (byte === 10) {
        line++;
        at++;
      } else if (byte === 13) {
        if (bytes[++at] !== 10) line++;
      } else if (byte === 59) {
        // A comment ends at a line feed only; a lone carriage return is a line to an editor all the same.
        do at++;
        while ((bytes[at] ?? 0) > 13);
        if (bytes[at] !== 10) {
          const end = this.#endOfComment(at, line);
          line += lineEnds(bytes, at, end);
          at = end;
        }
      } else break;
    }
    this.#position = at;
    this.#positionLine = line;
  }

  /** The next line feed; a carriage return in the comment may have been meant to end it. */
  #endOfComment(start: number, line: number): number {
    const { bytes } = this;
    let at = start;
    let firstReturn = -1;
    for (let byte = bytes[at]; byte !== undefined && byte !== 10; byte = bytes[++at]) {
      if (byte === 13) firstReturn = firstReturn < 0 ? at : firstReturn;
      else if (firstReturn >= 0 && byte !== 32 && byte !== 9) {
        if (byte !== 59)
          this.lostReturn ??= {
            start: firstReturn,
            end: firstReturn + 1,
            line: line + lineEnds(bytes, start, firstReturn),
          };
        firstReturn = -1;
      }
    }
    return at;
  }
}

function lineEnds(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) count++;
  }
  return count;
}

/** `Cell Body` is one token. Its end, or 0. */
function endOfCellBody(bytes: Uint8Array, start: number): number {
  const expected = 'cell body';
  for (let i = 0; i < expected.length; i++) {
    const byte = bytes[start + i] ?? 0;
    const isInitial = i === 0 || i === 5;
    if ((isInitial ? byte | 32 : byte) !== expected.charCodeAt(i)) return 0;
  }
  return start + expected.length;
}
