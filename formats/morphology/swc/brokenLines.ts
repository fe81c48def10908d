import type { ProblemKind, ProblemList, ProblemPlace } from '../problem';
import { earlyEndOfFile } from '../problems/swc/earlyEndOfFile';
import { idTooLarge } from '../problems/swc/idTooLarge';
import { lineNonParsable } from '../problems/swc/lineNonParsable';
import { negativeId } from '../problems/swc/negativeId';
import { COLUMN_NAMES, quotedBytes, wordEnd } from './report';
import { LARGEST_ID, type BrokenLine, type Scan } from './scan';

/** Says of each line that holds no sample why. */
export function tellBrokenLines(bytes: Uint8Array, scan: Scan, problems: ProblemList): void {
  const { brokenLines, brokenCount, samples } = scan;
  const [first] = brokenLines;
  // Where no line is a sample, the first stands for all.
  if (samples.count === 0 && brokenCount > 1 && first) {
    const { kind, place, message } = describe(bytes, first);
    problems.add(kind, place, () => `${message} None of the ${brokenCount} lines of the file holds a sample.`);
    return;
  }
  for (const broken of brokenLines) {
    const { kind, place, message } = describe(bytes, broken);
    problems.add(kind, place, () => message);
  }
  for (let further = brokenLines.length; further < brokenCount; further++) {
    problems.add(lineNonParsable, {}, () => '');
  }
}

interface Description {
  readonly kind: ProblemKind;
  readonly place: ProblemPlace;
  readonly message: string;
}

function describe(bytes: Uint8Array, { failure, line, start, at, column }: BrokenLine): Description {
  const isEnd = failure === 'line-end' || failure === 'file-end';
  const word = isEnd ? lastWord(bytes, start, at) : { start: wordStart(bytes, at, start), end: wordEnd(bytes, at) };
  const text = quotedBytes(bytes, word.start, word.end);
  const place = { span: word, line };
  const name = COLUMN_NAMES[column] ?? 'number';
  switch (failure) {
    case 'negative-id':
      return { kind: negativeId, place, message: `The id ${text} is negative: it must be 0 or more.` };
    case 'id-too-large':
      return {
        kind: idTooLarge,
        place,
        message: `The id ${text} is larger than ${LARGEST_ID}, the largest that MorphIO reads.`,
      };
    case 'file-end':
      return {
        kind: earlyEndOfFile,
        place,
        message: `The file ends behind ${text}, in a sample: ${missing(column)}. It may have been copied in part only.`,
      };
    case 'line-end':
      return {
        kind: lineNonParsable,
        place,
        message: `The line ends behind ${text}: ${missing(column)}. A sample has seven numbers: id type x y z radius parent.`,
      };
    case 'no-number':
      return { kind: lineNonParsable, place, message: `${text} is no number: ${expected(bytes, at, name)}` };
  }
}

function missing(column: number): string {
  const names = COLUMN_NAMES.slice(column);
  return names.length === 1 ? `the ${names[0] ?? ''} is missing` : `${names.join(', ')} are missing`;
}

function expected(bytes: Uint8Array, at: number, name: string): string {
  const byte = bytes[at] ?? 0;
  if (byte === 44) return `${name} was expected at the comma. Put blanks between numbers, and a point before decimals.`;
  if (byte === 59)
    return `${name} was expected at the semicolon. Comments begin with \`#\`; numbers have blanks between them.`;
  if (byte === 40)
    return `${name} was expected. A text with parentheses is a Neurolucida file: give it the ending .asc.`;
  return `${name} was expected. Comments begin with \`#\` and have lines of their own.`;
}

function wordStart(bytes: Uint8Array, at: number, lowest: number): number {
  let start = at;
  while (start > lowest && (bytes[start - 1] ?? 0) > 32) start--;
  return start;
}

function lastWord(bytes: Uint8Array, start: number, at: number): { readonly start: number; readonly end: number } {
  let end = at;
  while (end > start && (bytes[end - 1] ?? 0) <= 32) end--;
  return { start: wordStart(bytes, end, start), end };
}
