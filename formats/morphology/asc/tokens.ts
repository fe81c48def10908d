/**
 * Tokens of a Neurolucida ASC file as MorphIO 3.4 cuts them (src/readers/NeurolucidaLexer.inc): the longest match wins,
 * so `Dotted` is a word where `Dot12` is a marker.
 */
export const END = 0;
export const OPEN = 1;
export const CLOSE = 2;
/** `<(`, with blanks between. */
export const SPINE_OPEN = 3;
/** `)>`. */
export const SPINE_CLOSE = 4;
export const COMMA = 5;
export const PIPE = 6;
export const WORD = 7;
export const TEXT = 8;
export const NUMBER = 9;
export const AXON = 10;
export const APICAL = 11;
export const DENDRITE = 12;
export const CELL_BODY = 13;
const COLOR = 14;
export const FONT = 15;
export const MARKER = 16;
const GENERATED = 17;
const HIGH = 18;
export const INCOMPLETE = 19;
const LOW = 20;
const NORMAL = 21;
const MIDPOINT = 22;
const ORIGIN = 23;
/** A byte that begins no token. */
export const OTHER = 24;

/** How a branch ends: `Normal`, `Incomplete`. */
export function isBranchEnd(kind: number): boolean {
  return kind >= GENERATED && kind <= ORIGIN;
}

/** Names what a block is: `Axon`, `CellBody`. */
export function isBlockType(kind: number): boolean {
  return kind >= AXON && kind <= CELL_BODY;
}

/** `(word …)`: skipped to its end wherever it stands. */
export function isSkippedWord(kind: number): boolean {
  return kind === WORD || kind === COLOR || kind === FONT || (kind >= GENERATED && kind <= NORMAL);
}

/** Names of markers; digits may follow. Source: as above. */
const MARKERS =
  'Dot Plus Cross Splat Flower Circle TriStar OpenStar Asterisk SnowFlake OpenCircle ShadedStar FilledStar ' +
  'TexacoStar MoneyGreen DarkYellow OpenSquare OpenDiamond CircleArrow CircleCross OpenQuadStar DoubleCircle ' +
  'FilledSquare MalteseCross FilledCircle FilledDiamond FilledQuadStar OpenUpTriangle FilledUpTriangle ' +
  'OpenDownTriangle FilledDownTriangle';

const KINDS: ReadonlyMap<string, number> = new Map([
  ['Axon', AXON],
  ['axon', AXON],
  ['Apical', APICAL],
  ['apical', APICAL],
  ['Dendrite', DENDRITE],
  ['dendrite', DENDRITE],
  ...['CellBody', 'Cellbody', 'cellBody', 'cellbody'].map((word) => [word, CELL_BODY] as const),
  ['Color', COLOR],
  ['Font', FONT],
  ['Generated', GENERATED],
  ['High', HIGH],
  ['Incomplete', INCOMPLETE],
  ['Low', LOW],
  ['Normal', NORMAL],
  ['Midpoint', MIDPOINT],
  ['Origin', ORIGIN],
  ...MARKERS.split(' ').map((word) => [word, MARKER] as const),
]);

/** No known word is longer, digits apart. */
const LONGEST = 18;

/** The kind of a word of two or more letters and digits that begins with a letter. */
export function kindOfWord(bytes: Uint8Array, start: number, end: number): number {
  let letters = end;
  while (letters > start && isDigit(bytes[letters - 1] ?? 0)) letters--;
  if (letters - start > LONGEST) return WORD;
  let word = '';
  for (let at = start; at < letters; at++) word += String.fromCharCode(bytes[at] ?? 0);
  return kindOfText(word, letters < end);
}

/** The same for a text without the digits at its end. */
export function kindOfText(letters: string, hasDigits: boolean): number {
  const kind = KINDS.get(letters) ?? WORD;
  return hasDigits && kind !== MARKER ? WORD : kind;
}

export function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

export function isLetter(byte: number): boolean {
  const lower = byte | 32;
  return lower >= 97 && lower <= 122;
}
