import type { Span } from '../../../../../formats/text/span';
import type { MorphologyTree } from '../tree';

/** Lines that begin with `#`, blanks before it aside; behind a sample it begins no comment. */
export function commentsOf({ text, lines }: MorphologyTree): readonly Span[] {
  const comments: Span[] = [];
  for (let at = text.indexOf('#'); at >= 0;) {
    const line = lines.lineOf(at);
    const end = lines.lineEnd(line);
    if (text.slice(lines.lineStart(line), at).trim() === '') comments.push({ start: at, end });
    at = text.indexOf('#', end);
  }
  return comments;
}
