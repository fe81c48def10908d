/** How a file's bytes were read as text. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin-1';
  /** The bytes are no text at all; `text` is then empty. */
  readonly binary: boolean;
}

/** How many bytes are looked at to tell text from binary. */
const SNIFFED = 8192;

/**
 * Reads bytes as text as an editor would: a byte order mark decides, else UTF-8, else Latin-1 (old configs hold
 * names written with it). Bytes with NULs and no mark are binary. Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decoded(bytes.subarray(3), 'utf-8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes.subarray(2), 'utf-16be');
  if (bytes.subarray(0, SNIFFED).includes(0)) return { text: '', encoding: 'utf-8', binary: true };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', binary: false };
  } catch {
    return decoded(bytes, 'latin-1');
  }
}

function decoded(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText {
  const label = encoding === 'latin-1' ? 'windows-1252' : encoding;
  return { text: new TextDecoder(label).decode(bytes), encoding, binary: false };
}
