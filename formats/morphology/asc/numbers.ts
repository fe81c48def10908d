/** Decimal numbers straight from bytes, without a string for each. */

/** Powers of ten that a double holds exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/** So many digits are whole numbers below 2^53. */
const EXACT_DIGITS = 15;

/**
 * Scans one number at a time: its value and its end are in the scanner until the next. The value is the double that
 * `Number` gives: up to 15 digits by one exact multiplication or division, more of them through a string.
 */
export class NumberScanner {
  value = 0;
  /** Before this byte the number ends. */
  end = 0;

  /**
   * The longest `[+-] digits [. digits] [e [+-] digits]` at a byte: MorphIO's numbers. `.5` and `1.` are none.
   * @returns false where no number stands; `value` and `end` then mean nothing
   */
  scan(bytes: Uint8Array, start: number): boolean {
    let at = start;
    let byte = bytes[at];
    const isNegative = byte === 45;
    if (isNegative || byte === 43) byte = bytes[++at];
    let mantissa = 0;
    const first = at;
    while (byte !== undefined && byte >= 48 && byte <= 57) {
      mantissa = mantissa * 10 + (byte - 48);
      byte = bytes[++at];
    }
    let digits = at - first;
    let exponent = 0;
    if (byte === 46 && digits > 0) {
      const point = at;
      byte = bytes[++at];
      while (byte !== undefined && byte >= 48 && byte <= 57) {
        mantissa = mantissa * 10 + (byte - 48);
        byte = bytes[++at];
      }
      const decimals = at - point - 1;
      if (decimals > 0) {
        digits += decimals;
        exponent = -decimals;
      } else at = point;
    }
    if (digits === 0) return false;
    byte = bytes[at];
    if (byte === 69 || byte === 101) {
      let next = at + 1;
      const isSmall = bytes[next] === 45;
      if (isSmall || bytes[next] === 43) next++;
      const firstOfExponent = next;
      let written = 0;
      let digit = bytes[next];
      while (digit !== undefined && digit >= 48 && digit <= 57) {
        if (written < 100_000) written = written * 10 + (digit - 48);
        digit = bytes[++next];
      }
      if (next > firstOfExponent) {
        exponent += isSmall ? -written : written;
        at = next;
      }
    }
    this.end = at;
    if (digits > EXACT_DIGITS || exponent < -22 || exponent > 22) {
      this.value = Number(new TextDecoder().decode(bytes.subarray(start, at)));
    } else {
      const power = POWERS[exponent < 0 ? -exponent : exponent] ?? 1;
      const size = exponent < 0 ? mantissa / power : mantissa * power;
      this.value = isNegative ? -size : size;
    }
    return true;
  }
}
