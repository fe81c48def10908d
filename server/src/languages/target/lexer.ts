import { createToken, Lexer, type CustomPatternMatcherFunc, type IToken } from 'chevrotain';

const KEYWORD = 'target';

function matched(text: string): RegExpExecArray {
  return [text] as unknown as RegExpExecArray;
}

function isLineStart(text: string, offset: number): boolean {
  for (let at = offset - 1; at >= 0; at--) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return true;
    if (code !== 32 && code !== 9 && code !== 0xfeff) return false;
  }
  return true;
}

/** `Target` as the first word of a line, in any case: a near miss is read as it was meant, and then reported. */
const matchKeyword: CustomPatternMatcherFunc = (text, offset) => {
  const word = text.slice(offset, offset + KEYWORD.length);
  if (word.toLowerCase() !== KEYWORD || /[^\s]/.test(text.charAt(offset + KEYWORD.length))) return null;
  return isLineStart(text, offset) ? matched(word) : null;
};

/**
 * All from `{` to its `}` as one token: members are split on demand (a file may hold millions). An unclosed body ends
 * before the next header, or where no header is, at the next brace.
 */
const matchBody: CustomPatternMatcherFunc = (text, offset) => {
  if (text.charAt(offset) !== '{') return null;
  const brace = /[{}]/g;
  brace.lastIndex = offset + 1;
  const next = brace.exec(text);
  if (next?.[0] === '}') return matched(text.slice(offset, next.index + 1));
  const until = next?.index ?? text.length;
  return matched(text.slice(offset, nextHeader(text, offset, until) ?? until).trimEnd());
};

/** Where the first line after `from` that starts with `Target` starts, before `to`. */
function nextHeader(text: string, from: number, to: number): number | undefined {
  const match = /[\r\n][ \t]*(?=Target[ \t]+\S)/.exec(text.slice(from, to));
  return match ? from + match.index + match[0].length : undefined;
}

const Blank = createToken({ name: 'Blank', pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });
export const Keyword = createToken({ name: 'Keyword', pattern: Lexer.NA });
const LineKeyword = createToken({
  name: 'LineKeyword',
  pattern: matchKeyword,
  start_chars_hint: ['T', 't'],
  line_breaks: false,
  categories: [Keyword],
  push_mode: 'header',
});
const NextKeyword = createToken({
  name: 'NextKeyword',
  pattern: matchKeyword,
  start_chars_hint: ['T', 't'],
  line_breaks: false,
  categories: [Keyword],
});
export const Body = createToken({ name: 'Body', pattern: Lexer.NA });
const OrphanBody = createToken({
  name: 'OrphanBody',
  pattern: matchBody,
  start_chars_hint: ['{'],
  line_breaks: true,
  categories: [Body],
});
const TargetBodyToken = createToken({
  name: 'TargetBodyToken',
  pattern: matchBody,
  start_chars_hint: ['{'],
  line_breaks: true,
  categories: [Body],
  pop_mode: true,
});
export const Comment = createToken({ name: 'Comment', pattern: /#[^\r\n]*/ });
/** Any other line; readers pass over it. */
export const FreeText = createToken({ name: 'FreeText', pattern: /[^\s{#][^\r\n{]*/ });
export const HeaderWord = createToken({ name: 'HeaderWord', pattern: /[^\s{#][^\s{]*/ });

export const tokenTypes = [
  Blank,
  Keyword,
  LineKeyword,
  NextKeyword,
  Body,
  OrphanBody,
  TargetBodyToken,
  Comment,
  FreeText,
  HeaderWord,
];

const lexer = new Lexer(
  {
    modes: {
      line: [Blank, LineKeyword, OrphanBody, Comment, FreeText],
      header: [Blank, NextKeyword, TargetBodyToken, Comment, HeaderWord],
    },
    defaultMode: 'line',
  },
  { positionTracking: 'onlyOffset' },
);

export function tokenise(text: string): IToken[] {
  return lexer.tokenize(text).tokens;
}
