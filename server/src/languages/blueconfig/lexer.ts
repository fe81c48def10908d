import { createToken, Lexer, type CustomPatternMatcherFunc, type IToken } from 'chevrotain';

/** A line has one shape: its first word, brace or comment, then the rest. The tokens are these parts. */
export const LineBreak = createToken({ name: 'LineBreak', pattern: Lexer.NA });
const Blank = createToken({ name: 'Blank', pattern: /[^\S\r\n]+/, group: Lexer.SKIPPED });
const EmptyLine = createToken({
  name: 'EmptyLine',
  pattern: /\r\n|\n|\r/,
  categories: [LineBreak],
  line_breaks: true,
});
const LineEnd = createToken({
  name: 'LineEnd',
  pattern: /\r\n|\n|\r/,
  categories: [LineBreak],
  line_breaks: true,
  pop_mode: true,
});
export const Comment = createToken({ name: 'Comment', pattern: /#[^\r\n]*/ });
export const OpenBrace = createToken({ name: 'OpenBrace', pattern: /\{/, push_mode: 'rest' });
export const CloseBrace = createToken({ name: 'CloseBrace', pattern: /\}/, push_mode: 'rest' });
export const FirstWord = createToken({ name: 'FirstWord', pattern: /\S+/, push_mode: 'rest' });

/** The rest of a line without the white space at its end. By hand: a regular expression would try each blank twice. */
const matchRest: CustomPatternMatcherFunc = (text, offset) => {
  let end = offset;
  let kept = offset;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 10 || code === 13) break;
    if (code !== 32 && code !== 9) kept = end + 1;
  }
  if (kept === offset) return null;
  const match = [text.slice(offset, kept)] as unknown as RegExpExecArray;
  return match;
};
export const Rest = createToken({ name: 'Rest', pattern: matchRest, line_breaks: false });

export const tokenTypes = [LineBreak, Blank, EmptyLine, LineEnd, Comment, OpenBrace, CloseBrace, FirstWord, Rest];

const lexer = new Lexer(
  {
    modes: {
      line: [Blank, EmptyLine, Comment, OpenBrace, CloseBrace, FirstWord],
      rest: [Blank, LineEnd, Rest],
    },
    defaultMode: 'line',
  },
  { positionTracking: 'onlyOffset', skipValidations: false, ensureOptimizations: false },
);

/** Every text has tokens: each character belongs to one of the types. */
export function tokenise(text: string): IToken[] {
  return lexer.tokenize(text).tokens;
}
