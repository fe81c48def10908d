/** Python that is copied. */

/** A string of Python that stands for a text, whatever is in it. */
export function pythonString(text: string): string {
  let quoted = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '\\' || character === '"') quoted += `\\${character}`;
    else if (code < 0x20 || (code >= 0x7f && code < 0xa0)) quoted += `\\x${code.toString(16).padStart(2, '0')}`;
    // Lone halves of surrogate pairs, and marks that turn or end a line: as numbers, so that what is copied is what is seen.
    else if (/[\ud800-\udfff\u2028-\u202e\u2066-\u2069]/u.test(character)) {
      quoted += `\\u${code.toString(16).padStart(4, '0')}`;
    } else quoted += character;
  }
  return `"${quoted}"`;
}
