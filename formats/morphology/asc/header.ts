import type { Header } from './frame';
import type { AscLexer } from './lexer';
import type { AscReport, TokenPlace } from './report';
import { CELL_BODY, CLOSE, END, FONT, isBlockType, isSkippedWord, MARKER, NUMBER, OPEN, TEXT, WORD } from './tokens';

/** `body`: the lexer stands at the first point or at the end of the block. Else something was wrong, and said. */
export type HeaderOutcome = 'body' | 'wrong' | 'outside' | 'ended';

/**
 * Reads the head of a top-level block, from behind its parenthesis to the first point. A block that begins with a word,
 * such as `(ImageCoords …)`, is skipped, and the one behind it takes its place.
 */
export function readHeader(lexer: AscLexer, report: AscReport, header: Header): HeaderOutcome {
  for (;;) {
    const { kind } = lexer;
    if (kind === END) {
      report.ended(header.open, lexer);
      return 'ended';
    }
    if (kind === CLOSE) return 'body';
    if (kind === MARKER) {
      if (header.name === header.open) header.name = placeAt(lexer);
      lexer.advance();
    } else if (kind === TEXT) {
      header.name = placeAt(lexer);
      header.label = lexer.text(lexer.start + 1, lexer.end - 1);
      if (header.label.replaceAll(' ', '').toUpperCase() === 'CELLBODY') header.type = CELL_BODY;
      lexer.advance();
    } else if (kind === WORD) {
      const outcome = skipBlock(lexer, report, header);
      if (outcome !== 'body') return outcome;
    } else if (kind !== OPEN) {
      report.unknownInHeader(lexer, kind === NUMBER);
      return 'wrong';
    } else {
      const next = lexer.peek();
      if (next === NUMBER) return 'body';
      const open = placeAt(lexer);
      if (isSkippedWord(next)) {
        if (!skipList(lexer, report, open)) return 'ended';
        // `(Font …)` has a text behind it, which is no point of the block although it has a place.
        if (next === FONT && !skipList(lexer, report, open)) return 'ended';
      } else if (isBlockType(next)) {
        lexer.advance();
        header.type = lexer.kind;
        header.name = placeAt(lexer);
        lexer.advance();
        if (lexer.kind === END) {
          report.ended(open, lexer);
          return 'ended';
        }
        if (lexer.kind === CLOSE) lexer.advance();
        else {
          report.expected(lexer, 'the ")" behind the type of a block');
          while (lexer.kind !== CLOSE && lexer.kind !== OPEN && lexer.kind !== END) lexer.advance();
          if (lexer.kind === CLOSE) lexer.advance();
        }
      } else {
        const place = { start: lexer.nextStart, end: lexer.nextEnd, line: lexer.nextLine };
        if (next === END) {
          lexer.advance();
          report.ended(open, lexer);
          return 'ended';
        }
        report.unknownInHeader(place, false);
        return 'wrong';
      }
    }
  }
}

/** Skips a block that begins with a word, and steps into the one behind it. */
function skipBlock(lexer: AscLexer, report: AscReport, header: Header): HeaderOutcome {
  const word = placeAt(lexer);
  if (!skipList(lexer, report, header.open)) return 'ended';
  if (lexer.kind === END) {
    report.lastSkipped(word, lexer);
    return 'outside';
  }
  if (lexer.kind !== OPEN) {
    report.expected(lexer, 'the next block');
    return 'outside';
  }
  const isNamedByParenthesis = header.name === header.open;
  header.open = placeAt(lexer);
  if (isNamedByParenthesis) header.name = header.open;
  lexer.advance();
  return 'body';
}

/**
 * From the current token, or the opening parenthesis that it is, to behind the closing one.
 * @returns false where the file ends before that, which is said
 */
export function skipList(lexer: AscLexer, report: AscReport, open: TokenPlace): boolean {
  let depth = 1;
  while (depth > 0) {
    lexer.advance();
    if (lexer.kind === OPEN) depth++;
    else if (lexer.kind === CLOSE) depth--;
    else if (lexer.kind === END) {
      report.ended(open, lexer);
      return false;
    }
  }
  lexer.advance();
  return true;
}

export function placeAt({ start, end, line }: AscLexer): TokenPlace {
  return { start, end, line };
}
