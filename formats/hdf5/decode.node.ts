/** From the bytes of an element, as the library puts them into memory, to its value. */
import { Hdf5Error, type Hdf5Record, type Hdf5Reference } from './api';
import type { Library } from './h5wasm.node';
import { halfFloat, isComplex, type LibraryType } from './types';

/** What a decoder needs besides the bytes. */
export interface DecodeContext {
  readonly library: Library;
  /** Names the values in messages. */
  readonly title: string;
  /** What a reference leads to. */
  readonly follow: (reference: Uint8Array, isRegion: boolean) => Hdf5Reference;
  /** Counts the bytes of lists and texts of any length; throws where they become too many. */
  readonly count: (bytes: number) => void;
  /**
   * Whether the library has turned big-endian elements round. It does so for one part of a type after the other, and
   * stops at the first enum.
   */
  isTurned: boolean;
}

/** The value of the element at a place. */
export type Decoder = (view: DataView, at: number) => unknown;

const textDecoder = new TextDecoder();

/** @throws {@link Hdf5Error} `unreadable-values` where the type is not read */
export function decoderOf(context: DecodeContext, type: LibraryType): Decoder {
  const { size } = type;
  if (type.enum_type) context.isTurned = false;
  const isLittle = type.littleEndian || context.isTurned;
  if (isComplex(type)) return complexDecoder(size / 2, isLittle);
  switch (type.type) {
    case 0:
      return integerDecoder(size, type.signed, isLittle);
    case 1:
      return floatDecoder(size, isLittle);
    case 3:
      if (type.vlen) return (view, at) => textAt(context, view.getUint32(at, true));
      return (view, at) => fixedText(bytesAt(view, at, size), type.strpad);
    case 4:
      return integerDecoder(size, false, isLittle);
    case 6:
      return recordDecoder(context, type);
    case 7:
      return referenceDecoder(context, type);
    case 8: {
      // Booleans of h5py are `{FALSE: 0, TRUE: 1}`.
      const number = integerDecoder(size, type.signed, isLittle);
      const members = type.enum_type?.members ?? {};
      const isBoolean = Object.keys(members).length === 2 && members['FALSE'] === 0 && members['TRUE'] === 1;
      return isBoolean && size === 1 ? (view, at) => number(view, at) !== 0 : number;
    }
    case 9:
      return listDecoder(context, type);
    case 10:
      return arrayDecoder(context, type);
    default:
      return (view, at) => bytesAt(view, at, size).slice();
  }
}

function bytesAt(view: DataView, at: number, size: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + at, size);
}

function integerDecoder(size: number, signed: boolean, isLittle: boolean): Decoder {
  switch (size) {
    case 1:
      return signed ? (view, at) => view.getInt8(at) : (view, at) => view.getUint8(at);
    case 2:
      return signed ? (view, at) => view.getInt16(at, isLittle) : (view, at) => view.getUint16(at, isLittle);
    case 4:
      return signed ? (view, at) => view.getInt32(at, isLittle) : (view, at) => view.getUint32(at, isLittle);
    case 8:
      return signed ? (view, at) => view.getBigInt64(at, isLittle) : (view, at) => view.getBigUint64(at, isLittle);
    default:
      return (view, at) => oddInteger(bytesAt(view, at, size), signed, isLittle);
  }
}

/** An integer of 3, 5, 16, … bytes. */
function oddInteger(bytes: Uint8Array, signed: boolean, isLittle: boolean): number | bigint {
  let value = 0n;
  for (let i = 0; i < bytes.length; i++) {
    value |= BigInt(bytes[isLittle ? i : bytes.length - 1 - i] ?? 0) << BigInt(8 * i);
  }
  if (signed) value = BigInt.asIntN(8 * bytes.length, value);
  return bytes.length <= 6 ? Number(value) : value;
}

function floatDecoder(size: number, isLittle: boolean): Decoder {
  switch (size) {
    case 2:
      return (view, at) => halfFloat(view.getUint16(at, isLittle));
    case 4:
      return (view, at) => view.getFloat32(at, isLittle);
    case 8:
      return (view, at) => view.getFloat64(at, isLittle);
    default:
      // JavaScript has no such number: its bytes say which one it is.
      return (view, at) => bytesAt(view, at, size).slice();
  }
}

function complexDecoder(size: number, isLittle: boolean): Decoder {
  const part = floatDecoder(size, isLittle);
  return (view, at) => [part(view, at), part(view, at + size)];
}

function recordDecoder(context: DecodeContext, { compound_type: compound }: LibraryType): Decoder {
  const fields = (compound?.members ?? []).map((member) => ({
    name: member.name,
    offset: member.offset,
    decode: decoderOf(context, member),
  }));
  // A field may be called `__proto__`: entries become the object's own.
  return (view, at): Hdf5Record =>
    Object.fromEntries(fields.map(({ name, offset, decode }) => [name, decode(view, at + offset)]));
}

function referenceDecoder({ follow, title }: DecodeContext, { size, ref_type: kind }: LibraryType): Decoder {
  const isRegion = kind === 'region';
  if (size !== (isRegion ? 12 : 8)) {
    throw new Hdf5Error(
      'unreadable-values',
      `${title}: they are references of HDF5 1.12 or later, which are not read.`,
    );
  }
  return (view, at) => follow(bytesAt(view, at, size).slice(), isRegion);
}

/** In memory a list is its length and its address. */
function listDecoder(context: DecodeContext, { vlen_type: inner }: LibraryType): Decoder {
  if (!inner) throw new Hdf5Error('unreadable-values', `${context.title}: they are lists of a type that is not known.`);
  const decode = decoderOf(context, inner);
  const { size } = inner;
  return (view, at) => {
    const length = view.getUint32(at, true);
    const address = view.getUint32(at + 4, true);
    const { buffer } = context.library.HEAPU8;
    if (length === 0 || address === 0) return [];
    if (address + length * size > buffer.byteLength) {
      throw new Hdf5Error('unreadable-values', `${context.title}: a list of ${length} elements is damaged.`);
    }
    context.count(length * size);
    // Following references can move the memory of the library: a copy stays.
    return elementsOf(new DataView(buffer.slice(address, address + length * size)), decode, length, size);
  };
}

function elementsOf(view: DataView, decode: Decoder, length: number, size: number, start = 0): unknown[] {
  return Array.from({ length }, (_, i) => decode(view, start + i * size));
}

function arrayDecoder(context: DecodeContext, { array_type: inner }: LibraryType): Decoder {
  if (!inner)
    throw new Hdf5Error('unreadable-values', `${context.title}: they are arrays of a type that is not known.`);
  const dimensions = inner.shape ?? [];
  const length = dimensions.reduce((product, each) => product * each, 1);
  const { size } = inner;
  const decode = decoderOf(context, inner);
  return (view, at) => {
    let values = elementsOf(view, decode, length, size, at);
    // Row by row: the innermost lists first.
    for (const width of dimensions.slice(1).reverse()) {
      const flat = values;
      values = Array.from({ length: width === 0 ? 0 : flat.length / width }, (_, row) =>
        flat.slice(row * width, (row + 1) * width),
      );
    }
    return values;
  };
}

/** HDF5: 0 ends at a null, 1 is padded with nulls, 2 with spaces. */
function fixedText(bytes: Uint8Array, padding = 0): string {
  const end = bytes.indexOf(0);
  const text = textDecoder.decode(end < 0 ? bytes : bytes.subarray(0, end));
  return padding === 2 ? text.replace(/ +$/, '') : text;
}

function textAt({ library, count }: DecodeContext, address: number): string {
  const { HEAPU8 } = library;
  if (address === 0) return '';
  const found = HEAPU8.indexOf(0, address);
  const end = found < 0 ? HEAPU8.length : found;
  count(end - address);
  return textDecoder.decode(HEAPU8.subarray(address, end));
}
