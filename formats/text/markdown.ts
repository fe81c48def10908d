/** Longer than this nobody reads in a hover. */
const CODE_LIMIT = 120;

/**
 * Text of a file in Markdown: as inline code on one line, cut short, inside a fence that it cannot close. Names and
 * values of strangers must never become markup or HTML.
 */
export function inlineCode(text: string, limit = CODE_LIMIT): string {
  const shown = text.length > limit ? `${text.slice(0, limit)}…` : text;
  // Control characters, and those that turn the direction of what follows.
  // eslint-disable-next-line no-control-regex
  const line = shown.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, ' ');
  if (line.trim() === '') return '(blank)';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`;
}
