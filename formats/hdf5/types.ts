/** Types of elements as h5py names them, from what the library says of them. */
import type { Hdf5Type, Hdf5TypedArray } from './api';

/** What the library says of a type. Classes are those of `H5T_class_t`. */
export interface LibraryType {
  readonly type: number;
  readonly size: number;
  readonly signed: boolean;
  readonly littleEndian: boolean;
  readonly vlen: boolean;
  readonly enum_type?: { readonly members: Readonly<Record<string, number>> };
}

const KINDS: readonly Hdf5Type['kind'][] = [
  'integer',
  'float',
  'other',
  'string',
  'other',
  'other',
  'compound',
  'reference',
  'enum',
  'vlen',
  'array',
];

export function typeOf(library: LibraryType): Hdf5Type {
  const { size, littleEndian, enum_type: enumeration } = library;
  const members = enumeration?.members;
  let kind = KINDS[library.type] ?? 'other';
  // h5py writes booleans as this enum.
  if (members && size === 1 && members['FALSE'] === 0 && members['TRUE'] === 1 && Object.keys(members).length === 2) {
    kind = 'boolean';
  }
  const name = nameOf(kind, library);
  return { kind, name, size, littleEndian, ...(members && kind === 'enum' ? { members } : {}) };
}

function nameOf(kind: Hdf5Type['kind'], { size, signed, vlen }: LibraryType): string {
  switch (kind) {
    case 'integer':
      return `${signed ? 'int' : 'uint'}${8 * size}`;
    case 'float':
      return `float${8 * size}`;
    case 'string':
      return vlen ? 'str' : `S${size}`;
    case 'boolean':
      return 'bool';
    default:
      return kind;
  }
}

type ArrayMaker = (buffer: ArrayBuffer) => Hdf5TypedArray;

const SIGNED: Readonly<Record<number, ArrayMaker>> = {
  1: (buffer) => new Int8Array(buffer),
  2: (buffer) => new Int16Array(buffer),
  4: (buffer) => new Int32Array(buffer),
  8: (buffer) => new BigInt64Array(buffer),
};
const UNSIGNED: Readonly<Record<number, ArrayMaker>> = {
  1: (buffer) => new Uint8Array(buffer),
  2: (buffer) => new Uint16Array(buffer),
  4: (buffer) => new Uint32Array(buffer),
  8: (buffer) => new BigUint64Array(buffer),
};
const FLOATS: Readonly<Record<number, ArrayMaker>> = {
  2: (buffer) => fromHalves(new Uint16Array(buffer)),
  4: (buffer) => new Float32Array(buffer),
  8: (buffer) => new Float64Array(buffer),
};

/** What makes numbers of an element's bytes, little-endian; undefined where they are no numbers that JavaScript has. */
export function numbersOf({ kind }: Hdf5Type, { size, signed }: LibraryType): ArrayMaker | undefined {
  if (kind === 'float') return FLOATS[size];
  if (kind !== 'integer' && kind !== 'enum' && kind !== 'boolean') return undefined;
  return (signed ? SIGNED : UNSIGNED)[size];
}

/** IEEE 754 half precision. */
function fromHalves(halves: Uint16Array): Float32Array {
  return Float32Array.from(halves, (bits) => {
    const sign = bits & 0x8000 ? -1 : 1;
    const exponent = (bits >> 10) & 31;
    const fraction = bits & 0x3ff;
    if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
    return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
  });
}
