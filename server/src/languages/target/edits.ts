/** Edits of target files that leave the layout as it is. */
import {
  indentation,
  isLineEnd,
  isLineStart,
  lineBreakOf,
  nextLine,
  skipBlanks,
  skipBlanksBack,
} from '../../../../formats/text/layout';
import type { Span } from '../../../../formats/text/span';
import type { TextChange } from '../../diagnostics/rule';

/** Takes out a stretch and the blanks before it, or the whole line where nothing else stands in it. */
export function removal(text: string, { start, end }: Span): TextChange {
  const from = skipBlanksBack(text, start);
  const to = skipBlanks(text, end);
  if (isLineStart(text, from)) {
    // At the start of a line the blanks before are its indentation.
    return isLineEnd(text, to)
      ? { span: { start: from, end: nextLine(text, to) }, newText: '' }
      : { span: { start, end: to }, newText: '' };
  }
  return { span: { start: from, end: isLineEnd(text, to) ? to : end }, newText: '' };
}

export function insertion(offset: number, newText: string): TextChange {
  return { span: { start: offset, end: offset }, newText };
}

/** A line break, and the blanks with which the line of an offset starts. */
export function newLineLike(text: string, offset: number): string {
  return lineBreakOf(text) + indentation(text, offset);
}
