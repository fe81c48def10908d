/** Parts of messages. Messages are plain text; words of a file stand in backticks. */

const WORD_LIMIT = 80;

/** Beginning and end of a path that are shown of a long one: its end tells most. */
const PATH_START = 60;
const PATH_END = 100;

/** A text of at most so many characters. */
export function clipped(text: string, limit = WORD_LIMIT): string {
  return text.length > limit ? `${beginning(text, limit - 1)}…` : text;
}

/** A word of a file, cut short: files may hold words of any length. */
export function quoted(text: string): string {
  return `\`${text.length > WORD_LIMIT ? `${beginning(text, WORD_LIMIT)}…` : text}\``;
}

/** A path, cut in its middle. */
export function quotedPath(path: string): string {
  if (path.length <= PATH_START + PATH_END) return `\`${path}\``;
  const end = path.slice(-PATH_END);
  return `\`${beginning(path, PATH_START)}…${isSecondHalf(end, 0) ? end.slice(1) : end}\``;
}

/** `a`, `b` and `c`. */
export function quotedList(words: readonly string[], conjunction = 'and'): string {
  const all = words.map(quoted);
  const last = all.pop() ?? '';
  return all.length === 0 ? last : `${all.join(', ')} ${conjunction} ${last}`;
}

/** Characters beyond the first 65 536 of Unicode are two in a string: they are kept or left out as one. */
function beginning(text: string, length: number): string {
  return text.slice(0, isSecondHalf(text, length) ? length - 1 : length);
}

function isSecondHalf(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
