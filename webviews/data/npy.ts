/** NumPy's format for arrays, version 1.0 (numpy.lib.format). */
import type { Hdf5TypedArray } from '../../formats/hdf5/api';

const DESCRIPTIONS: readonly (readonly [new (length: number) => Hdf5TypedArray, string])[] = [
  [Int8Array, '|i1'],
  [Uint8Array, '|u1'],
  [Int16Array, '<i2'],
  [Uint16Array, '<u2'],
  [Int32Array, '<i4'],
  [Uint32Array, '<u4'],
  [BigInt64Array, '<i8'],
  [BigUint64Array, '<u8'],
  [Float32Array, '<f4'],
  [Float64Array, '<f8'],
];

/** @param shape of the values, the last dimension fastest */
export function npyBytes(values: Hdf5TypedArray, shape: readonly number[]): Uint8Array {
  const description = DESCRIPTIONS.find(([kind]) => values instanceof kind)?.[1] ?? '<f8';
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const text = `{'descr': '${description}', 'fortran_order': False, 'shape': ${tuple}, }`;
  // Magic, version and length take 10 bytes; the header ends with a line end at a multiple of 64.
  const length = Math.ceil((10 + text.length + 1) / 64) * 64 - 10;
  const bytes = new Uint8Array(10 + length + values.byteLength);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, length & 0xff, length >> 8]);
  bytes.set(new TextEncoder().encode(`${text.padEnd(length - 1)}\n`), 10);
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), 10 + length);
  return bytes;
}

export function isTypedArray(values: unknown): values is Hdf5TypedArray {
  return DESCRIPTIONS.some(([kind]) => values instanceof kind);
}
