/** What can be said of a file before the HDF5 library sees it. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { Hdf5Error } from './api';

const SIGNATURE = '894844460d0a1a0a';
/** The signature stands at the beginning, or after a block of the user's own, at 512, 1024, 2048, …  */
const FIRST_USER_BLOCK = 512;

/** The size of a file with the signature of HDF5, in bytes. @throws {@link Hdf5Error} `unreadable`, `not-hdf5`, `not-downloaded` */
export function checkedSize(file: string): number {
  const name = path.basename(file);
  if (!path.isAbsolute(file)) throw new Hdf5Error('unreadable', `${name}: the path is not absolute.`);
  let descriptor: number | undefined;
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw new Hdf5Error('unreadable', `${name} is a folder.`);
    if (!stat.isFile()) throw new Hdf5Error('unreadable', `${name} is no regular file.`);
    descriptor = openSync(file, 'r');
    if (stat.size === 0) throw new Hdf5Error('not-hdf5', `${name} is empty: it has 0 bytes.`);
    if (!hasSignature(descriptor, stat.size)) {
      const head = bytesAt(descriptor, 0, 512);
      throw head.toString().startsWith(LFS_POINTER)
        ? new Hdf5Error(
            'not-downloaded',
            `${name} is a pointer of Git LFS, whose content was not fetched: run “git lfs pull”.`,
          )
        : new Hdf5Error('not-hdf5', `${name} is no HDF5 file: ${looksLike(head)}.`);
    }
    return stat.size;
  } catch (error) {
    throw error instanceof Hdf5Error ? error : new Hdf5Error('unreadable', `${name}: ${systemReason(error)}.`);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** What the system says against reading or writing a file, in words. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EROFS':
      return 'the file system is read-only';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'there is no space left';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

function bytesAt(descriptor: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, position));
}

function hasSignature(descriptor: number, size: number): boolean {
  for (let at = 0; at + 8 <= size; at = at === 0 ? FIRST_USER_BLOCK : at * 2) {
    if (bytesAt(descriptor, at, 8).toString('hex') === SIGNATURE) return true;
  }
  return false;
}

const LFS_POINTER = 'version https://git-lfs.github.com/spec/';

/** First bytes in hexadecimal, or the text that stands there. */
const MAGIC: readonly (readonly [start: string | RegExp, words: string])[] = [
  [/^MATLAB 5\.0/, 'it is a MATLAB file before version 7.3; save it with -v7.3'],
  [/^(ABF |ABF2)/, 'it is an Axon (ABF) recording'],
  [/^\s*<(!doctype|html)/i, 'it is a web page, perhaps that of a failed download'],
  ['1f8b', 'it is packed with gzip; unpack it first'],
  ['504b0304', 'it is a zip archive; unpack it first'],
  ['434446', 'it is a NetCDF file of the classic format'],
  ['0e031301', 'it is an HDF4 file'],
  ['89504e47', 'it is a PNG picture'],
];

function looksLike(head: Buffer): string {
  const text = head.toString();
  const hexadecimal = head.toString('hex', 0, 8);
  for (const [start, words] of MAGIC) {
    if (typeof start === 'string' ? hexadecimal.startsWith(start) : start.test(text)) return words;
  }
  if (head.every((byte) => byte === 0)) return 'it begins with zeros, as a file that was never written to its end';
  if (head.every(isOfText)) return `it is text, and begins with “${firstWords(text)}”`;
  return 'it lacks the signature of HDF5';
}

/** No control character but tab, line feed, form feed and carriage return. */
function isOfText(byte: number): boolean {
  return byte >= 32 || byte === 9 || byte === 10 || byte === 12 || byte === 13;
}

function firstWords(text: string): string {
  const line = text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
