/** Fields of a block of bytes in either byte order. What lies beyond its end reads as 0 or '': damaged files lack fields. */
export class Fields {
  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #isLittle: boolean;

  constructor(bytes: Uint8Array, isLittle = true) {
    this.length = bytes.length;
    this.#bytes = bytes;
    this.#isLittle = isLittle;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  #has(offset: number, size: number): boolean {
    return offset >= 0 && offset + size <= this.length;
  }

  uint8(offset: number): number {
    return this.#has(offset, 1) ? this.#view.getUint8(offset) : 0;
  }

  int16(offset: number): number {
    return this.#has(offset, 2) ? this.#view.getInt16(offset, this.#isLittle) : 0;
  }

  uint16(offset: number): number {
    return this.#has(offset, 2) ? this.#view.getUint16(offset, this.#isLittle) : 0;
  }

  int32(offset: number): number {
    return this.#has(offset, 4) ? this.#view.getInt32(offset, this.#isLittle) : 0;
  }

  uint32(offset: number): number {
    return this.#has(offset, 4) ? this.#view.getUint32(offset, this.#isLittle) : 0;
  }

  /** A count in 64 bits; above 2^53 it is not exact. */
  int64(offset: number): number {
    return this.#has(offset, 8) ? Number(this.#view.getBigInt64(offset, this.#isLittle)) : 0;
  }

  float32(offset: number): number {
    return this.#has(offset, 4) ? this.#view.getFloat32(offset, this.#isLittle) : 0;
  }

  float64(offset: number): number {
    return this.#has(offset, 8) ? this.#view.getFloat64(offset, this.#isLittle) : 0;
  }

  /** Text up to the first NUL, without blanks around it. */
  text(offset: number, length: number): string {
    if (offset < 0 || offset >= this.length) return '';
    return fixedText(this.#bytes.subarray(offset, Math.min(this.length, offset + length)));
  }

  block(offset: number, length: number): Fields {
    return new Fields(this.#bytes.subarray(Math.max(0, offset), Math.max(0, offset + length)), this.#isLittle);
  }
}

/**
 * Text in a field of fixed length: Latin-1 (0xB5 is µ, as on the Macintosh), in newer files UTF-8, ended by NUL or
 * filled with blanks. Control characters become blanks.
 */
export function fixedText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoded(end === -1 ? bytes : bytes.subarray(0, end))
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
}

/** Text of several lines, whatever ends them in the file. */
export function longText(bytes: Uint8Array): string {
  return decoded(bytes).replace(/\r\n?/g, '\n').trim();
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const letters: string[] = [];
    for (const byte of bytes) letters.push(String.fromCharCode(byte));
    return letters.join('');
  }
}
