/** Types of elements as h5py names them, from what the library says of them. */
import type { Hdf5Type, Hdf5TypedArray } from './api';

/** What the library says of a type. Classes are those of `H5T_class_t`. */
export interface LibraryType {
  readonly type: number;
  /** In memory: of a list or a text of any length, that of its pointer. */
  readonly size: number;
  readonly signed: boolean;
  readonly littleEndian: boolean;
  /** A text of any length; nothing is said of what lies within. */
  readonly vlen: boolean;
  readonly strpad?: number;
  readonly ref_type?: 'object' | 'region';
  readonly enum_type?: { readonly members: Readonly<Record<string, number>> };
  readonly compound_type?: { readonly members: readonly LibraryMember[] };
  readonly array_type?: LibraryType & { readonly shape: readonly number[] | null };
  readonly vlen_type?: LibraryType;
}

interface LibraryMember extends LibraryType {
  readonly name: string;
  readonly offset: number;
}

const CLASS_OF_COMPLEX = 11;

const KINDS: readonly Hdf5Type['kind'][] = [
  'integer',
  'float',
  'other',
  'string',
  'bitfield',
  'opaque',
  'compound',
  'reference',
  'enum',
  'vlen',
  'array',
  'complex',
];

/** Types within types, beyond which nothing is looked at. */
const DEPTH_LIMIT = 32;

export function typeOf(library: LibraryType, depth = 0): Hdf5Type {
  const { size, littleEndian } = library;
  const kind = depth > DEPTH_LIMIT ? 'other' : kindOf(library);
  const inner = innerOf(kind, library, depth + 1);
  return { kind, name: nameOf(kind, library, inner), size, littleEndian, ...inner };
}

type Inner = Pick<Hdf5Type, 'members' | 'fields' | 'element' | 'dimensions'>;

function innerOf(kind: Hdf5Type['kind'], library: LibraryType, depth: number): Inner {
  const { enum_type: enumeration, compound_type: compound, array_type: array, vlen_type: list } = library;
  if (kind === 'enum' && enumeration) return { members: enumeration.members };
  if (kind === 'compound' && compound) {
    return { fields: compound.members.map((member) => ({ name: member.name, type: typeOf(member, depth) })) };
  }
  if (kind === 'array' && array) return { element: typeOf(array, depth), dimensions: array.shape ?? [] };
  if (kind === 'vlen' && list) return { element: typeOf(list, depth) };
  return {};
}

function kindOf(library: LibraryType): Hdf5Type['kind'] {
  const kind = KINDS[library.type] ?? 'other';
  const members = library.enum_type?.members;
  // h5py writes booleans as this enum.
  if (members && library.size === 1 && members['FALSE'] === 0 && members['TRUE'] === 1) {
    return Object.keys(members).length === 2 ? 'boolean' : kind;
  }
  if (kind === 'reference' && library.ref_type === 'region') return library.size === 12 ? 'region' : 'other';
  return isComplex(library) ? 'complex' : kind;
}

/** h5py writes complex numbers as this compound; HDF5 2.0 has a class of its own. */
export function isComplex({ type, size, compound_type: compound }: LibraryType): boolean {
  if (type === CLASS_OF_COMPLEX) return true;
  const [real, imaginary, ...others] = compound?.members ?? [];
  if (!real || !imaginary || others.length > 0) return false;
  const areFloats = real.type === 1 && imaginary.type === 1 && real.size * 2 === size && imaginary.size * 2 === size;
  return areFloats && real.name === 'r' && imaginary.name === 'i' && real.offset === 0;
}

function nameOf(kind: Hdf5Type['kind'], { size, signed, vlen }: LibraryType, inner: Inner): string {
  switch (kind) {
    case 'integer':
      return `${signed ? 'int' : 'uint'}${8 * size}`;
    case 'float':
    case 'complex':
      return `${kind}${8 * size}`;
    case 'string':
      return vlen ? 'str' : `S${size}`;
    case 'boolean':
      return 'bool';
    case 'vlen':
      return `vlen of ${inner.element?.name ?? 'other'}`;
    case 'array':
      return `${inner.element?.name ?? 'other'}[${(inner.dimensions ?? []).join(', ')}]`;
    case 'bitfield':
      return `bitfield${8 * size}`;
    case 'opaque':
      return `opaque of ${size} bytes`;
    default:
      return kind;
  }
}

/** Its elements hold pointers to memory of the library, which has to be given back. */
export function holdsPointers(library: LibraryType): boolean {
  const open: (LibraryType | undefined)[] = [library];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.vlen || next.vlen_type) return true;
    if (next.array_type) open.push(next.array_type);
    open.push(...(next.compound_type?.members ?? []));
  }
  return false;
}

/**
 * Whether all parts of a type have one byte order: only then the library turns big-endian ones round. Text, references
 * and bytes have none.
 */
export function hasOneOrder(library: LibraryType): boolean {
  return new Set(partsOf(library).map(({ littleEndian }) => littleEndian)).size <= 1;
}

/** Whether the library throws at a type because it cannot turn an enum round. */
export function refusesOrder(library: LibraryType): boolean {
  const parts = partsOf(library);
  return parts.some(({ enum_type: enumeration }) => enumeration) && parts.every(({ littleEndian }) => !littleEndian);
}

/** The parts of a type that have a byte order. */
function partsOf(library: LibraryType): readonly LibraryType[] {
  const parts: LibraryType[] = [];
  const open: (LibraryType | undefined)[] = [library];
  for (let next = open.pop(); next; next = open.pop()) {
    const { type, compound_type: compound, array_type: array, vlen_type: list } = next;
    if (compound) open.push(...compound.members);
    else if (array) open.push(array);
    else if (list) open.push(list);
    else if (ORDERED.has(type)) parts.push(next);
  }
  return parts;
}

/** Integers, floats, bit fields, enums, complex numbers. */
const ORDERED: ReadonlySet<number> = new Set([0, 1, 4, 8, CLASS_OF_COMPLEX]);

/** From the bytes from an offset on to so many numbers. */
type ArrayMaker = (buffer: ArrayBufferLike, offset: number, length: number) => Hdf5TypedArray;

const SIGNED: Readonly<Record<number, ArrayMaker>> = {
  1: (...bytes) => new Int8Array(...bytes),
  2: (...bytes) => new Int16Array(...bytes),
  4: (...bytes) => new Int32Array(...bytes),
  8: (...bytes) => new BigInt64Array(...bytes),
};
const UNSIGNED: Readonly<Record<number, ArrayMaker>> = {
  1: (...bytes) => new Uint8Array(...bytes),
  2: (...bytes) => new Uint16Array(...bytes),
  4: (...bytes) => new Uint32Array(...bytes),
  8: (...bytes) => new BigUint64Array(...bytes),
};
const FLOATS: Readonly<Record<number, ArrayMaker>> = {
  2: (...bytes) => Float32Array.from(new Uint16Array(...bytes), halfFloat),
  4: (...bytes) => new Float32Array(...bytes),
  8: (...bytes) => new Float64Array(...bytes),
};

/** What makes numbers of the bytes of elements, little-endian; undefined where they are no numbers that JavaScript has. */
export function numbersOf(library: LibraryType): ArrayMaker | undefined {
  const kind = kindOf(library);
  if (kind === 'float') return FLOATS[library.size];
  if (kind === 'bitfield') return UNSIGNED[library.size];
  if (kind !== 'integer' && kind !== 'enum' && kind !== 'boolean') return undefined;
  return (library.signed ? SIGNED : UNSIGNED)[library.size];
}

/** IEEE 754 half precision. */
export function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 0x3ff;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}
