/** Counts what is read of files in this thread: the library reads them through `fs.readSync`. */
import fs from 'node:fs';

let bytes = 0;

/** Begins to count; before the library is loaded. */
export function countReads(): void {
  const read = fs.readSync.bind(fs) as (...all: unknown[]) => number;
  fs.readSync = (...all: unknown[]) => {
    const length = read(...all);
    bytes += length;
    return length;
  };
}

export function bytesRead(): number {
  return bytes;
}
