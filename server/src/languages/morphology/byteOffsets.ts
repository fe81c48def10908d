/** From bytes of UTF-8, in which the readers count, to the UTF-16 offsets of the text that they came from. */
import type { Span } from '../../../../formats/text/span';

/** A place is kept for every so many characters; between two of them it is counted. */
const STEP = 4096;

export class ByteOffsets {
  readonly #text: string;
  readonly #isAscii: boolean;
  /** Byte at which each step's first character begins. */
  #steps: Uint32Array | undefined;

  /** @param byteLength of the whole text */
  constructor(text: string, byteLength: number) {
    this.#text = text;
    this.#isAscii = text.length === byteLength;
  }

  spanOf({ start, end }: Span): Span {
    return { start: this.offsetOf(start), end: this.offsetOf(end) };
  }

  /** The character of a byte; the text's length for bytes behind it. */
  offsetOf(byte: number): number {
    const text = this.#text;
    if (this.#isAscii) return Math.max(0, Math.min(byte, text.length));
    const steps = (this.#steps ??= stepsOf(text));
    let step = 0;
    let above = steps.length;
    while (above - step > 1) {
      const middle = (step + above) >> 1;
      if ((steps[middle] ?? 0) <= byte) step = middle;
      else above = middle;
    }
    let offset = step * STEP;
    for (let at = steps[step] ?? 0; offset < text.length; offset++) {
      at += bytesAt(text, offset);
      if (at > byte) break;
    }
    return offset;
  }
}

function stepsOf(text: string): Uint32Array {
  const steps = new Uint32Array(Math.floor(text.length / STEP) + 1);
  let byte = 0;
  for (let offset = 0; offset < text.length; offset++) {
    if (offset % STEP === 0) steps[offset / STEP] = byte;
    byte += bytesAt(text, offset);
  }
  if (text.length % STEP === 0) steps[text.length / STEP] = byte;
  return steps;
}

/** Bytes of a UTF-16 unit; of a pair, all four stand with the first. A half without its other becomes U+FFFD. */
function bytesAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (isFirstHalf(unit) && isSecondHalf(text.charCodeAt(offset + 1))) return 4;
  return isSecondHalf(unit) && isFirstHalf(text.charCodeAt(offset - 1)) ? 0 : 3;
}

function isFirstHalf(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

function isSecondHalf(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}
