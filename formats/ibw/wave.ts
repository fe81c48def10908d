/** An Igor binary wave: an array of up to four dimensions with scales, units and a note. */
export interface IgorWave {
  readonly version: 1 | 2 | 3 | 5;
  readonly littleEndian: boolean;
  readonly name: string;
  /** `float32`, `int16`; `text` where the wave holds texts. */
  readonly type: NumberType['name'] | 'text';
  /** Each point is a pair, real and imaginary. */
  readonly isComplex: boolean;
  /** Points along each dimension, the first varying fastest; of a truncated wave as announced. */
  readonly shape: readonly number[];
  /** Points in the file. */
  readonly count: number;
  /** Of each dimension: coordinate of its first point, and the step between points. */
  readonly scales: readonly { readonly origin: number; readonly step: number; readonly unit: string }[];
  /** Of the values; '' where there is none. */
  readonly unit: string;
  /** Lines end with \n. */
  readonly note: string;
  /** `2009-04-01T12:00:00`, in the clock of the computer that recorded; undefined where the file has none. */
  readonly created: string | undefined;
}

export interface NumberType {
  readonly name: 'float32' | 'float64' | 'int8' | 'int16' | 'int32' | 'uint8' | 'uint16' | 'uint32';
  readonly size: number;
  readonly get: (view: DataView, at: number, littleEndian: boolean) => number;
}

const COMPLEX = 1;
const UNSIGNED = 0x40;

const TYPES: Readonly<Record<number, NumberType>> = {
  2: { name: 'float32', size: 4, get: (view, at, little) => view.getFloat32(at, little) },
  4: { name: 'float64', size: 8, get: (view, at, little) => view.getFloat64(at, little) },
  8: { name: 'int8', size: 1, get: (view, at) => view.getInt8(at) },
  0x10: { name: 'int16', size: 2, get: (view, at, little) => view.getInt16(at, little) },
  0x20: { name: 'int32', size: 4, get: (view, at, little) => view.getInt32(at, little) },
  0x48: { name: 'uint8', size: 1, get: (view, at) => view.getUint8(at) },
  0x50: { name: 'uint16', size: 2, get: (view, at, little) => view.getUint16(at, little) },
  0x60: { name: 'uint32', size: 4, get: (view, at, little) => view.getUint32(at, little) },
};

/**
 * Type of numbers by its code: a base, with flags for pairs (1) and numbers without a sign (0x40).
 * @returns undefined where Igor has no such type
 */
export function numberType(code: number): { readonly type: NumberType; readonly isComplex: boolean } | undefined {
  const isComplex = (code & COMPLEX) !== 0;
  const type = TYPES[code & ~COMPLEX];
  // Pairs of integers without a sign do exist; floats without one do not, and are not in the table.
  return type && { type, isComplex };
}

/** Flags alone: the wave holds texts. */
export function isText(code: number): boolean {
  return (code & ~(COMPLEX | UNSIGNED)) === 0;
}
