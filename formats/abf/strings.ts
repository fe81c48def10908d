import { fixedText } from '../bytes/fields';

const HEADER_BYTES = 44;
const MAGIC = 'SSCH';

/**
 * The texts of an ABF 2 file, which other sections name by number from 1 on; 0 is no text.
 * @param section bytes of the section: a head of 44 bytes (`SSCH`, version, number of texts, longest, bytes in all),
 * then texts ended by NUL. Where the head is damaged the texts begin after the last pair of NUL.
 */
export function indexedStrings(section: Uint8Array): readonly string[] {
  const hasHead = MAGIC.split('').every((letter, i) => section[i] === letter.charCodeAt(0));
  const start = hasHead ? HEADER_BYTES : lastPair(section);
  const texts = [''];
  for (let at = start; at < section.length;) {
    const found = section.indexOf(0, at);
    const end = found === -1 ? section.length : found;
    texts.push(fixedText(section.subarray(at, end)));
    at = end + 1;
  }
  return texts;
}

function lastPair(section: Uint8Array): number {
  let end = section.length;
  while (end > 0 && section[end - 1] === 0) end--;
  for (let at = end - 2; at >= 0; at--) if (section[at] === 0 && section[at + 1] === 0) return at + 2;
  return 0;
}
