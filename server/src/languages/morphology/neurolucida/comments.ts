import type { Span } from '../../../../../formats/text/span';
import type { MorphologyTree } from '../tree';

/** A text in quotes, in which a semicolon begins no comment; or a comment. */
const TEXT_OR_COMMENT = /"[^"]*"|;[^\r\n]*/g;

export function commentsOf({ text }: MorphologyTree): readonly Span[] {
  const comments: Span[] = [];
  for (const { 0: found, index } of text.matchAll(TEXT_OR_COMMENT)) {
    if (found.startsWith(';')) comments.push({ start: index, end: index + found.length });
  }
  return comments;
}
