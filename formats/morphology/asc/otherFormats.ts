/** Files that end on `.asc` and are something else. Each is found by its first bytes. */

interface OtherFormat {
  /** At the beginning of the text, blanks and a byte-order mark left out. */
  readonly pattern: RegExp;
  readonly name: string;
}

/** Each by what its own specification puts first. */
const OTHERS: readonly OtherFormat[] = [
  { pattern: /^-----BEGIN PGP [A-Z ]+-----/, name: 'a PGP message or key' },
  { pattern: /^ncols\s+\d+/i, name: 'an ESRI grid' },
  { pattern: /^={1,5} \S.*/, name: 'an AsciiDoc text' },
  { pattern: /^\*\* CONVERTED FROM.*|^\*\* .*EYELINK.*/i, name: 'an EyeLink recording' },
  { pattern: /^LTspice|^Version 4(\r?\n)SHEET/, name: 'an LTspice symbol or schematic' },
  { pattern: /^date \w{3} \w{3} \d+/i, name: 'a CAN bus log' },
  { pattern: /^(<\?xml|<!DOCTYPE|<html)[^\n]*/i, name: 'XML or HTML' },
  { pattern: /^[{[]\s*"[^"\n]*"?/, name: 'JSON' },
  {
    pattern: /^#\s*id\b.*|^(#[^\n]*\r?\n)*\s*\d+\s+\d+(\s+-?[\d.]+){4}\s+-?\d+[ \t]*\r?$/im,
    name: 'an SWC morphology; name it .swc',
  },
  { pattern: /^%PDF-[\d.]+/, name: 'a PDF' },
];

/** Looked at for what a file is. */
const HEAD_LENGTH = 4096;

export interface Recognised {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** 0-based. */
  readonly line: number;
}

/** What the file seems to be, and by which bytes; undefined where that is not known. */
export function otherFormat(bytes: Uint8Array): Recognised | undefined {
  const { text, start } = head(bytes);
  for (const { pattern, name } of OTHERS) {
    const match = pattern.exec(text);
    if (match?.index === 0) {
      const end = start + (match[0].split('\n')[0] ?? '').trimEnd().length;
      return { name, start, end, line: lineAt(bytes, start) };
    }
  }
  return undefined;
}

/** The first zero byte near the beginning: no text has one. */
export function zeroByte(bytes: Uint8Array): Recognised | undefined {
  const at = bytes.subarray(0, HEAD_LENGTH).indexOf(0);
  return at < 0 ? undefined : { name: 'no text', start: at, end: at + 1, line: lineAt(bytes, at) };
}

const LFS = /^version https:\/\/git-lfs\.github\.com\/spec\/v1/;

/** A pointer of Git LFS in the place of the file. */
export function lfsPointer(bytes: Uint8Array): Recognised | undefined {
  const match = LFS.exec(latin(bytes, 0, 100));
  return match ? { name: 'a pointer of Git LFS', start: 0, end: match[0].length, line: 0 } : undefined;
}

/** Neurolucida's two older formats. */
export function oldFormat(bytes: Uint8Array): Recognised | undefined {
  if (bytes[0] === 4 && latin(bytes, 1, 12) === 'V3 DAT file') {
    return { name: 'a binary Neurolucida file (DAT)', start: 0, end: 12, line: 0 };
  }
  const { text, start } = head(bytes);
  const match = /^(?:;[^\n]*\n\s*)*(\[\s*\d+\s*,\s*\d+\s*\])\s*\(/.exec(text);
  const place = match?.[1];
  if (!match || place === undefined) return undefined;
  const at = start + match[0].lastIndexOf(place);
  return { name: 'a classic Neurolucida text', start: at, end: at + place.length, line: lineAt(bytes, at) };
}

function head(bytes: Uint8Array): { readonly text: string; readonly start: number } {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[start] === 32 || bytes[start] === 9 || bytes[start] === 10 || bytes[start] === 13) start++;
  return { text: latin(bytes, start, start + HEAD_LENGTH), start };
}

/** One letter a byte, so that places in the text are places in the bytes. */
function latin(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, Math.max(start, end)));
}

function lineAt(bytes: Uint8Array, place: number): number {
  let line = 0;
  for (let at = 0; at < place; at++) if (bytes[at] === 10) line++;
  return line;
}
