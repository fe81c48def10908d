/** An HDF5 file as large as one likes that takes no room on disk: its values are a hole, but for some that are given. */
import { closeSync, ftruncateSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import type { Hdf5Client } from '../../formats/hdf5/client.node';

/** Values of the small dataset that is made large: no other number of the file is this one. */
const SMALL_COUNT = 4099;
/** Of a superblock of version 2: where it has the end of the file and its checksum (HDF5 file format specification, II). */
const END_OF_FILE_AT = 28;
const SUPERBLOCK_LENGTH = 44;

/**
 * Writes `/signal`, a float32 dataset of `count` values in one piece, which are 0 but for those given by place.
 * @param client writes the small file of which the large one is made
 */
export async function writeSparseHdf5(
  client: Hdf5Client,
  file: string,
  count: number,
  values: Readonly<Record<number, number>> = {},
): Promise<void> {
  const datasets = { signal: { values: new Float32Array(SMALL_COUNT).fill(1) } };
  await client.create(file, { datasets });
  const bytes = readFileSync(file);
  if (bytes[8] !== 2) throw new Error('The superblock has another version than 2.');
  const start = Math.ceil(bytes.length / 512) * 512;
  const placeOf = (value: number): number => {
    const wanted = Buffer.alloc(8);
    wanted.writeBigUInt64LE(BigInt(value));
    return bytes.indexOf(wanted);
  };
  const put = (at: number, value: number): void => {
    if (at < 0) throw new Error('The file is not laid out as expected.');
    bytes.writeBigUInt64LE(BigInt(value), at);
  };
  // Version 3 of the layout message has the address before the size, both of 8 bytes.
  const sizeAt = placeOf(SMALL_COUNT * 4);
  put(sizeAt - 8, start);
  put(sizeAt, count * 4);
  // The length, and the greatest length.
  for (let at = placeOf(SMALL_COUNT); at >= 0; at = placeOf(SMALL_COUNT)) put(at, count);
  put(END_OF_FILE_AT, start + count * 4);
  bytes.writeUInt32LE(checksum(bytes.subarray(0, SUPERBLOCK_LENGTH)), SUPERBLOCK_LENGTH);
  // The object header around it: signature, version, flags, four times, the length of its messages in 2 bytes.
  const header = bytes.lastIndexOf('OHDR', sizeAt);
  const end = header + 24 + bytes.readUInt16LE(header + 22);
  bytes.writeUInt32LE(checksum(bytes.subarray(header, end)), end);
  writeFileSync(file, bytes);

  const descriptor = openSync(file, 'r+');
  try {
    ftruncateSync(descriptor, start + count * 4);
    for (const [place, value] of Object.entries(values)) {
      writeSync(descriptor, Float32Array.of(value), 0, 4, start + Number(place) * 4);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The checksum of HDF5's metadata: `lookup3` by Bob Jenkins (public domain), from 0 on. */
function checksum(bytes: Buffer): number {
  const padded = Buffer.alloc(Math.ceil(bytes.length / 12) * 12);
  bytes.copy(padded);
  const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
  let a = (0xdeadbeef + bytes.length) | 0;
  let [b, c] = [a, a];
  for (let at = 0; at < padded.length; at += 12) {
    a = (a + padded.readInt32LE(at)) | 0;
    b = (b + padded.readInt32LE(at + 4)) | 0;
    c = (c + padded.readInt32LE(at + 8)) | 0;
    if (at + 12 < padded.length) {
      a = ((a - c) | 0) ^ rotated(c, 4);
      c = (c + b) | 0;
      b = ((b - a) | 0) ^ rotated(a, 6);
      a = (a + c) | 0;
      c = ((c - b) | 0) ^ rotated(b, 8);
      b = (b + a) | 0;
      a = ((a - c) | 0) ^ rotated(c, 16);
      c = (c + b) | 0;
      b = ((b - a) | 0) ^ rotated(a, 19);
      a = (a + c) | 0;
      c = ((c - b) | 0) ^ rotated(b, 4);
      b = (b + a) | 0;
    }
  }
  c = ((c ^ b) - rotated(b, 14)) | 0;
  a = ((a ^ c) - rotated(c, 11)) | 0;
  b = ((b ^ a) - rotated(a, 25)) | 0;
  c = ((c ^ b) - rotated(b, 16)) | 0;
  a = ((a ^ c) - rotated(c, 4)) | 0;
  b = ((b ^ a) - rotated(a, 14)) | 0;
  c = ((c ^ b) - rotated(b, 24)) | 0;
  return c >>> 0;
}
