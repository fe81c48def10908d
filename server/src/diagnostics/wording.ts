/** Parts of messages. Messages are plain text; words of a file stand in backticks. */

const WORD_LIMIT = 80;

/** A word of a file, cut short: files may hold words of any length. */
export function quoted(text: string): string {
  return `\`${text.length > WORD_LIMIT ? `${text.slice(0, WORD_LIMIT)}…` : text}\``;
}

/** `a`, `b` and `c`. */
export function quotedList(words: readonly string[], conjunction = 'and'): string {
  const all = words.map(quoted);
  const last = all.pop() ?? '';
  return all.length === 0 ? last : `${all.join(', ')} ${conjunction} ${last}`;
}
