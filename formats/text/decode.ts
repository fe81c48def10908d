/** How bytes are to be read where they are no plain text of one byte a letter. */
export type SpecialEncoding = 'utf-8-bom' | 'utf-16le' | 'utf-16be';

/** How a file's bytes were read as text. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'latin-1' | SpecialEncoding;
  /** The bytes are no text at all; `text` is then empty. */
  readonly binary: boolean;
}

/** How many characters are looked at to tell text from binary. */
const SNIFFED = 8192;

/** How many bytes are looked at to tell an encoding. */
export const ENCODING_LENGTH = 512;

/**
 * Reads bytes as text as an editor would: a byte order mark decides, else UTF-16 where every other byte is NUL, else
 * UTF-8, else Latin-1 (old configs hold names written with it). Other bytes with NULs are binary. Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  if (encoding !== undefined) return withoutBinary(decoded(bytes, encoding), encoding);
  if (bytes.subarray(0, SNIFFED).includes(0)) return { text: '', encoding: 'utf-8', binary: true };
  try {
    return withoutBinary(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'utf-8');
  } catch {
    return withoutBinary(decoded(bytes, 'windows-1252'), 'latin-1');
  }
}

/** The encoding that a file's first {@link ENCODING_LENGTH} bytes show; undefined for plain text and for no text. */
export function encodingOf(head: Uint8Array): SpecialEncoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8-bom';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return utf16WithoutMark(head.subarray(0, ENCODING_LENGTH));
}

/** Whether a text is none: it has a NUL near its start. The same question to an editor's text and to a file's. */
export function isBinary(text: string): boolean {
  return text.slice(0, SNIFFED).includes('\0');
}

/** Editors take text for UTF-16 where every second byte of its start is NUL, and no other. */
function utf16WithoutMark(head: Uint8Array): SpecialEncoding | undefined {
  if (head.length < 2) return undefined;
  let little = true;
  let big = true;
  for (let i = 0; i < head.length && (little || big); i++) {
    const isNul = head[i] === 0;
    const isOdd = i % 2 === 1;
    little &&= isNul === isOdd;
    big &&= isNul !== isOdd;
  }
  return little ? 'utf-16le' : big ? 'utf-16be' : undefined;
}

function decoded(bytes: Uint8Array, encoding: SpecialEncoding | 'windows-1252'): string {
  return new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding).decode(bytes);
}

function withoutBinary(text: string, encoding: DecodedText['encoding']): DecodedText {
  return isBinary(text) ? { text: '', encoding, binary: true } : { text, encoding, binary: false };
}
