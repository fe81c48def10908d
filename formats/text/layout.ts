/** Lines around a place of a text, for edits that keep its layout. A line ends at LF, CRLF or a lone CR. */

/** The line break that a text uses first; LF where it has none. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineBreak(text, at - 1)) at--;
  return at;
}

/** Before the line break. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineBreak(text, at)) at++;
  return at;
}

/** Past the line break. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}

/** The blanks that the line of an offset starts with. */
export function indentation(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return text.slice(start, skipBlanks(text, start));
}

/** Past blanks and tabs. */
export function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (isBlank(text, at)) at++;
  return at;
}

/** Before the blanks and tabs that end at an offset. */
export function skipBlanksBack(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && isBlank(text, at - 1)) at--;
  return at;
}

/** Whether a line ends here, or the text. */
export function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || isLineBreak(text, at);
}

/** Whether a line starts here. */
export function isLineStart(text: string, at: number): boolean {
  return at <= 0 || isLineBreak(text, at - 1);
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}

export function isLineBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}

/** Whether a word ends here: at a blank, a tab or a line break. */
export function isLineBreakOrBlank(text: string, at: number): boolean {
  return isBlank(text, at) || isLineBreak(text, at);
}
