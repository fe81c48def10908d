// The names in a zip archive, from its central directory; a .vsix is one.
import fs from 'node:fs';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const entryLength = 46;

/** @returns {{ name: string, size: number }[]} the files, with their unpacked sizes, sorted by name */
export function listZip(file) {
  const bytes = fs.readFileSync(file);
  let end = bytes.length - endLength;
  while (end >= 0 && bytes.readUInt32LE(end) !== endSignature) end -= 1;
  if (end < 0) throw new Error(`${file} is not a zip archive.`);
  const entries = [];
  let offset = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (bytes.readUInt32LE(offset) !== entrySignature) throw new Error(`The directory of ${file} is damaged.`);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => bytes.readUInt16LE(offset + field));
    const name = bytes.toString('utf8', offset + entryLength, offset + entryLength + nameLength);
    if (!name.endsWith('/')) entries.push({ name, size: bytes.readUInt32LE(offset + 24) });
    offset += entryLength + nameLength + extraLength + commentLength;
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
