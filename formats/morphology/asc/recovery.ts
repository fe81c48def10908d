import type { AscLexer } from './lexer';
import { CLOSE, END, isLetter, MARKER, OPEN, TEXT, WORD } from './tokens';

/**
 * Goes to where the next block begins: behind the end of this one, or at what looks like a block at the beginning of a
 * line, where the end of this one is missing.
 * @param depth parentheses that are open before the current token
 */
export function recover(lexer: AscLexer, depth: number): void {
  let open = depth;
  while (lexer.kind !== END) {
    if (lexer.kind === OPEN) {
      if (looksLikeBlock(lexer)) return;
      open++;
    } else if (lexer.kind === CLOSE) open--;
    lexer.advance();
    if (open <= 0) return;
  }
}

/** A parenthesis at the beginning of a line with a name behind it, or a list that begins with a word. */
function looksLikeBlock(lexer: AscLexer): boolean {
  const { bytes, start } = lexer;
  if (start > 0 && bytes[start - 1] !== 10 && bytes[start - 1] !== 13) return false;
  const next = lexer.peek();
  if (next === TEXT || next === MARKER || next === WORD) return true;
  return next === OPEN && isLetter(bytes[lexer.nextEnd] ?? 0);
}
