/** Where the values of a dataset lie: in the file, or in others. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { FileContext } from './file.node';
import type { Found } from './locations.node';
import { baseAddress, storageOf, type ReadBytes, type Storage } from './objectHeader';

/** Undefined where it cannot be told. */
export function storageAt({ library }: FileContext, { in: opened, path }: Found): Storage | undefined {
  // A reference to an object is the address of its header.
  const reference = Uint8Array.from(library.create_object_reference(opened.id, path));
  if (reference.length !== 8) return undefined;
  const address = Number(new DataView(reference.buffer).getBigUint64(0, true));
  let descriptor: number | undefined;
  try {
    descriptor = openSync(opened.file, 'r');
    const read = readerOf(descriptor);
    const base = baseAddress(read);
    return base === undefined ? undefined : storageOf(read, base, address);
  } catch {
    // The file is gone; what the library has of it is still there.
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function readerOf(descriptor: number): ReadBytes {
  return (offset, length) => {
    const bytes = new Uint8Array(length);
    const taken = Number.isSafeInteger(offset) ? readSync(descriptor, bytes, 0, length, offset) : 0;
    return new DataView(bytes.buffer, 0, taken);
  };
}
