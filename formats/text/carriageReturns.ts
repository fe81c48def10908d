/** Line ends other than LF, which readers on Linux take for a part of the words before them. */
import { lineEnd } from './layout';
import type { Span } from './span';

export interface CarriageReturns {
  /** What the first line ends with: CRLF, or CR alone. */
  readonly kind: 'windows' | 'alone';
  /** Something to see: the last word of the first such line that is not blank. */
  readonly word: Span;
}

export function carriageReturns(text: string): CarriageReturns | undefined {
  const first = text.indexOf('\r');
  if (first < 0) return undefined;
  return { kind: text[first + 1] === '\n' ? 'windows' : 'alone', word: lastWordBefore(text, first) };
}

export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function lastWordBefore(text: string, firstReturn: number): Span {
  const blank = /[^\S]*/y;
  blank.lastIndex = 0;
  blank.exec(text);
  const end = firstReturn > blank.lastIndex ? firstReturn : lineEnd(text, blank.lastIndex);
  let stop = end;
  while (stop > 0 && isBlank(text, stop - 1)) stop--;
  let start = stop;
  while (start > 0 && !isBlank(text, start - 1)) start--;
  return { start, end: stop };
}

function isBlank(text: string, at: number): boolean {
  return text.charCodeAt(at) <= 32;
}
