/**
 * Numbers of an SWC file straight from its bytes, without a string for each, as C's `strtol` and `strtof` read them in
 * the POSIX locale: what MorphIO 3.4 calls. A float is rounded once, to float32.
 */

const ZERO = 48;

/** `10^exponent`, exact up to 22. */
const POWERS = Float64Array.from({ length: 61 }, (_, exponent) => Number(`1e${exponent}`));

/** Characters as distances from the digit 0. */
const PLUS = -5;
const MINUS = -3;
const POINT = -2;
const LETTERS = 17;

/** So many digits fit 31 bits. */
const WORD_DIGITS = 9;

/** Whole numbers below 2^24 and 10^9 are floats: their quotient is rounded rightly by way of a double. */
const SMALL_MANTISSA = 2 ** 24;

/** So many digits fit a double exactly. */
const EXACT_DIGITS = 15;

/** More than the error of a product of 15 leading digits and a power of ten. */
const UNCERTAINTY = 2e-14;

/** Larger whole numbers are none that an SWC may hold; how large they are does not matter. */
const LARGEST = 1e15;

/** Whether MorphIO looks for a number here: at a digit, a sign or a point. */
export function beginsNumber(byte: number): boolean {
  return (byte >= ZERO && byte <= 57) || byte === 45 || byte === 43 || byte === 46;
}

/**
 * Reads a whole number into `values[index]`.
 * @returns its end; `start`, and the value 0, where no digit stands
 */
export function readInteger(bytes: Uint8Array, start: number, values: Float64Array, index: number): number {
  let at = start;
  let digit = (bytes[at] ?? 0) - ZERO;
  const isNegative = digit === MINUS;
  if (isNegative || digit === PLUS) digit = (bytes[++at] ?? 0) - ZERO;
  const first = at;
  let value = 0;
  while (digit >= 0 && digit <= 9) {
    value = (value * 10 + digit) | 0;
    digit = (bytes[++at] ?? 0) - ZERO;
  }
  const size = at - first <= WORD_DIGITS ? value : longInteger(bytes, first, at);
  values[index] = isNegative ? -size : size;
  return at === first ? start : at;
}

function longInteger(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end && value < LARGEST; at++) value = value * 10 + ((bytes[at] ?? 0) - ZERO);
  return value;
}

/**
 * Reads a float into `values[index]`.
 * @returns its end; `start`, and the value 0, where no number stands
 */
export function readFloat(bytes: Uint8Array, start: number, values: Float32Array, index: number): number {
  let at = start;
  let digit = (bytes[at] ?? 0) - ZERO;
  const isNegative = digit === MINUS;
  if (isNegative || digit === PLUS) digit = (bytes[++at] ?? 0) - ZERO;
  const first = at;
  let whole = 0;
  while (digit >= 0 && digit <= 9) {
    whole = (whole * 10 + digit) | 0;
    digit = (bytes[++at] ?? 0) - ZERO;
  }
  const wholeDigits = at - first;
  let decimals = 0;
  let part = 0;
  if (digit === POINT) {
    const point = at;
    digit = (bytes[++at] ?? 0) - ZERO;
    while (digit >= 0 && digit <= 9) {
      part = (part * 10 + digit) | 0;
      digit = (bytes[++at] ?? 0) - ZERO;
    }
    decimals = at - point - 1;
  }
  // A letter may be an exponent, a hexadecimal number, an infinity.
  if (digit >= LETTERS || wholeDigits + decimals === 0) return readRareFloat(bytes, start, values, index);
  if (wholeDigits > WORD_DIGITS || decimals > WORD_DIGITS) {
    return finishFloat(bytes, start, at, -decimals, -1, values, index);
  }
  const power = POWERS[decimals] ?? 1;
  const mantissa = whole * power + part;
  if (mantissa >= SMALL_MANTISSA) {
    const isExact = wholeDigits + decimals <= EXACT_DIGITS;
    return finishFloat(bytes, start, at, -decimals, isExact ? mantissa : -1, values, index);
  }
  values[index] = (isNegative ? -mantissa : mantissa) / power;
  return at;
}

/** `1e-3`, `0x1p4`, `-inf`, `+nan`, `.` */
function readRareFloat(bytes: Uint8Array, start: number, values: Float32Array, index: number): number {
  let at = start;
  if (bytes[at] === 45 || bytes[at] === 43) at++;
  const special = specialFloat(bytes, start, at, values, index);
  if (special > start) return special;
  const first = at;
  while (isDigit(bytes[at])) at++;
  let digits = at - first;
  let exponent = 0;
  if (bytes[at] === 46) {
    const point = at++;
    while (isDigit(bytes[at])) at++;
    exponent = -(at - point - 1);
    digits -= exponent;
  }
  if (digits === 0) {
    values[index] = 0;
    return start;
  }
  if (bytes[at] === 69 || bytes[at] === 101) {
    let next = at + 1;
    const isSmall = bytes[next] === 45;
    if (isSmall || bytes[next] === 43) next++;
    if (isDigit(bytes[next])) {
      let written = 0;
      for (; isDigit(bytes[next]); next++) if (written < 1e6) written = written * 10 + ((bytes[next] ?? 0) - ZERO);
      exponent += isSmall ? -written : written;
      at = next;
    }
  }
  return finishFloat(bytes, start, at, exponent, -1, values, index);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= 57;
}

const SPECIAL = /^[+-]?(?:inf(?:inity)?|nan(?:\(\w*\))?|0x(?:[\da-f]+\.?[\da-f]*|\.[\da-f]+)(?:p[+-]?\d+)?)/i;
const SPECIAL_LENGTH = 64;

/** Infinities, NaN and hexadecimal numbers, which `strtof` reads too; `start` where there is none. */
function specialFloat(bytes: Uint8Array, start: number, at: number, values: Float32Array, index: number): number {
  const lower = (bytes[at] ?? 0) | 32;
  const isHexadecimal = bytes[at] === ZERO && ((bytes[at + 1] ?? 0) | 32) === 120;
  if (lower !== 105 && lower !== 110 && !isHexadecimal) return start;
  const word = SPECIAL.exec(textOf(bytes, start, start + SPECIAL_LENGTH))?.[0];
  if (word === undefined) return start;
  const value = isHexadecimal ? hexadecimal(word) : lower === 105 ? Infinity : NaN;
  values[index] = bytes[start] === 45 ? -value : value;
  return start + word.length;
}

function hexadecimal(word: string): number {
  const [, whole = '', decimals = '', exponent = '0'] = /0x([\da-f]*)\.?([\da-f]*)p?([+-]?\d*)/i.exec(word) ?? [];
  return Number(`0x${whole}${decimals}`) * 2 ** (Number(exponent) - 4 * decimals.length);
}

/** @param mantissa all digits as a number; −1 where they are too many for one */
function finishFloat(
  bytes: Uint8Array,
  start: number,
  end: number,
  exponent: number,
  mantissa: number,
  values: Float32Array,
  index: number,
): number {
  let leading = mantissa;
  let scale = exponent;
  if (mantissa < 0) {
    leading = 0;
    for (let at = start, digits = 0; at < end; at++) {
      const byte = bytes[at];
      if (byte === 69 || byte === 101) break;
      if (!isDigit(byte)) continue;
      if (digits < EXACT_DIGITS) {
        leading = leading * 10 + ((byte ?? 0) - ZERO);
        if (leading > 0) digits++;
      } else scale++;
    }
  }
  const power = POWERS[scale < 0 ? -scale : scale];
  const isNegative = bytes[start] === 45;
  if (power !== undefined || leading === 0) {
    const size = leading === 0 ? 0 : scale < 0 ? leading / (power ?? 1) : leading * (power ?? 1);
    const low = Math.fround(size * (1 - UNCERTAINTY));
    if (low === Math.fround(size * (1 + UNCERTAINTY))) {
      values[index] = isNegative ? -low : low;
      return end;
    }
  }
  values[index] = roundedToFloat(textOf(bytes, start, end));
  return end;
}

/** The float32 nearest to a decimal number; the even one of two that are equally near. */
function roundedToFloat(decimal: string): number {
  const value = Math.abs(Number(decimal));
  const sign = decimal.startsWith('-') ? -1 : 1;
  const near = Math.fround(value);
  // Where the double lies half-way between two floats, the digits that it lost decide.
  if (!Number.isFinite(near) || near === value) return sign * near;
  const other = neighbour(near, value > near);
  if ((near + other) / 2 !== value) return sign * near;
  const order = compareDecimals(decimalOf(decimal), exactDecimal(value));
  if (order === 0) return sign * near;
  return sign * (order > 0 ? Math.max(near, other) : Math.min(near, other));
}

function neighbour(float: number, isUp: boolean): number {
  const bits = new Uint32Array(Float32Array.of(float).buffer);
  bits[0] = (bits[0] ?? 0) + (isUp ? 1 : -1);
  return new Float32Array(bits.buffer)[0] ?? 0;
}

/** Digits without zeros at either end, and the power of ten of a point before the first of them. */
interface Decimal {
  readonly digits: string;
  readonly magnitude: number;
}

function decimalOf(text: string): Decimal {
  const [, whole = '', decimals = '', exponent = '0'] = /^[+-]?(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?/.exec(text) ?? [];
  const all = whole + decimals;
  const zeros = /^0*/.exec(all)?.[0].length ?? 0;
  return { digits: withoutLastZeros(all.slice(zeros)), magnitude: whole.length - zeros + Number(exponent) };
}

/** All digits of a double that is no whole number of more than 2^53: a half-way point of float32. */
function exactDecimal(value: number): Decimal {
  let scale = 0;
  let whole = value;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    scale++;
  }
  const digits = String(BigInt(whole) * 5n ** BigInt(scale));
  return { digits: withoutLastZeros(digits), magnitude: digits.length - scale };
}

function withoutLastZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}

function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.magnitude !== b.magnitude) return a.magnitude - b.magnitude;
  return a.digits === b.digits ? 0 : a.digits > b.digits ? 1 : -1;
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(start, end));
}
