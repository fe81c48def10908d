import { lineStart } from '../../../../formats/text/layout';
import { EmbeddedActionsParser, EOF, type IToken } from 'chevrotain';
import type { Span, Word } from '../../../../formats/text/span';
import { CloseBrace, Comment, FirstWord, LineBreak, OpenBrace, Rest, tokenise, tokenTypes } from './lexer';
import { isHeaderLine, type Surrounding } from './headerLine';
import { sectionSchema } from './schema';
import type { Block, BlueConfigTree, DisabledBlock, Entry, Header, Value } from './tree';

interface Body {
  readonly entries: Entry[];
  readonly close: Span | undefined;
  readonly end: number;
}

/**
 * The grammar accepts every sequence of tokens, so there is no parse error to recover from: what is wrong is in the
 * tree, and rules say so. The recovery is in {@link #endsBlock}: a header followed by its brace ends an unclosed block.
 */
class BlueConfigParser extends EmbeddedActionsParser {
  #text = '';
  /** Tokens after which a line that starts with `{` comes next, but for comments and blank lines. */
  #leadsToBrace: ReadonlySet<IToken> = new Set();
  /** The block that the parser is in. */
  #around: Surrounding = { type: '', indent: 0 };
  #blocks: Block[] = [];
  #disabled: DisabledBlock[] = [];
  #comments: Span[] = [];
  #stray: Span[] = [];

  constructor() {
    super(tokenTypes, { recoveryEnabled: false, maxLookahead: 2 });
    this.performSelfAnalysis();
  }

  parse(text: string): BlueConfigTree {
    this.#blocks = [];
    this.#disabled = [];
    this.#comments = [];
    this.#stray = [];
    this.#text = text;
    const tokens = tokenise(text);
    this.#leadsToBrace = tokensBeforeBraces(tokens);
    this.input = tokens;
    this.file();
    return {
      start: 0,
      end: text.length,
      blocks: this.#blocks,
      disabled: this.#disabled,
      comments: this.#comments,
      stray: mergeLines(this.#stray, text),
    };
  }

  readonly file = this.RULE('file', () => {
    this.MANY(() => {
      this.OR({
        DEF: [
          { GATE: () => this.#isHeader(), ALT: () => this.SUBRULE(this.block) },
          { GATE: () => this.#isDisabling(), ALT: () => this.SUBRULE(this.disabledBlock) },
          { ALT: () => this.SUBRULE(this.comment) },
          { ALT: () => this.CONSUME(LineBreak) },
          { ALT: () => this.SUBRULE(this.orphan) },
          { ALT: () => this.SUBRULE(this.strayLine) },
        ],
        // The gates tell apart what starts alike.
        IGNORE_AMBIGUITIES: true,
      });
    });
  });

  readonly block = this.RULE('block', () => {
    const type = this.CONSUME(FirstWord);
    const rest = this.OPTION(() => this.CONSUME(Rest));
    const parts = this.ACTION(() => headerParts(type, rest));
    this.ACTION(() => (this.#around = { type: type.image, indent: this.#indentOf(type) }));
    let gap: Span | undefined;
    this.MANY({
      GATE: () => parts.open === undefined && this.#reachesBrace(),
      DEF: () => {
        this.OR([
          { ALT: () => this.CONSUME(LineBreak) },
          { ALT: () => (gap = joined(gap, this.SUBRULE(this.comment))) },
        ]);
      },
    });
    const open = this.OPTION2({
      GATE: () => parts.open === undefined,
      DEF: () => this.SUBRULE(this.openingBrace),
    });
    const body = this.OPTION3({ GATE: () => parts.close === undefined, DEF: () => this.SUBRULE(this.body) });
    this.ACTION(() => {
      const opening = parts.open ?? open;
      const header = parts.header;
      const close = parts.close ?? body?.close;
      const end = parts.close?.end ?? body?.end ?? opening?.end ?? header.end;
      const entries = body?.entries ?? [];
      const braceInValue = close ? undefined : takeBrace(entries);
      this.#blocks.push({
        start: header.start,
        end,
        header,
        entries,
        braceOnHeader: parts.open !== undefined,
        ...(opening && { open: opening }),
        ...(opening && this.#hasGap(header, opening, gap) && { gap: { start: header.end, end: opening.start } }),
        ...(close && { close }),
        ...(braceInValue && { braceInValue }),
      });
    });
  });

  /** Lines up to the closing brace, or up to what shows that it is missing. */
  readonly body = this.RULE('body', (): Body => {
    const entries: Entry[] = [];
    let end = this.ACTION(() => endOf(this.LA(0)));
    this.MANY({
      GATE: () => !this.#endsBlock(),
      DEF: () => {
        this.OR([
          { ALT: () => this.CONSUME(LineBreak) },
          { ALT: () => (end = this.SUBRULE(this.comment).end) },
          {
            ALT: () => {
              const entry = this.SUBRULE(this.entry);
              end = entry.end;
              entries.push(entry);
            },
          },
          { ALT: () => (end = this.SUBRULE(this.nestedBrace).end) },
        ]);
      },
    });
    const close = this.OPTION(() => this.SUBRULE(this.closingBrace));
    return { entries, close, end: close?.end ?? end };
  });

  readonly entry = this.RULE('entry', (): Entry => {
    const key = this.CONSUME(FirstWord);
    const rest = this.OPTION(() => this.CONSUME(Rest));
    return this.ACTION(() => {
      const value = rest && valueFrom(rest);
      return { start: key.startOffset, end: endOf(rest ?? key), key: wordFrom(key), ...(value && { value }) };
    });
  });

  readonly comment = this.RULE('comment', (): Span => {
    const token = this.CONSUME(Comment);
    return this.ACTION(() => {
      const span = spanFrom(token);
      this.#comments.push(span);
      return span;
    });
  });

  readonly openingBrace = this.RULE('openingBrace', (): Span => {
    const token = this.CONSUME(OpenBrace);
    const rest = this.OPTION(() => this.CONSUME(Rest));
    return this.ACTION(() => {
      if (rest && !rest.image.startsWith('#')) this.#stray.push(spanFrom(rest));
      return spanFrom(token);
    });
  });

  readonly closingBrace = this.RULE('closingBrace', (): Span => {
    const token = this.CONSUME(CloseBrace);
    const rest = this.OPTION(() => this.CONSUME(Rest));
    return this.ACTION(() => {
      if (rest && !rest.image.startsWith('#')) this.#stray.push(spanFrom(rest));
      return spanFrom(token);
    });
  });

  /** `{` in the middle of a block. */
  readonly nestedBrace = this.RULE('nestedBrace', (): Span => {
    const open = this.SUBRULE(this.openingBrace);
    this.ACTION(() => this.#stray.push(open));
    return open;
  });

  /** A comment directly above `{` switches the block off, in all readers. */
  readonly disabledBlock = this.RULE('disabledBlock', () => {
    const comments: IToken[] = [];
    this.AT_LEAST_ONE({
      GATE: () => this.#reachesBrace(),
      DEF: () => {
        this.OR([{ ALT: () => comments.push(this.CONSUME(Comment)) }, { ALT: () => this.CONSUME(LineBreak) }]);
      },
    });
    const open = this.SUBRULE(this.openingBrace);
    this.ACTION(() => (this.#around = this.#disabledSurrounding(comments.at(-1))));
    const kept = this.ACTION(() => this.#comments.length);
    const body = this.SUBRULE(this.body);
    this.ACTION(() => {
      this.#comments.length = kept;
      const comment = comments.at(-1);
      if (!comment) return;
      this.#comments.push(...comments.slice(0, -1).map(spanFrom));
      const header = disabledHeader(comment.image);
      this.#disabled.push({
        start: comment.startOffset,
        end: body.end,
        comment: spanFrom(comment),
        open,
        ...(header && { header }),
        ...(body.close && { close: body.close }),
      });
    });
  });

  /** A brace and what follows it without any header. */
  readonly orphan = this.RULE('orphan', () => {
    const open = this.SUBRULE(this.openingBrace);
    this.ACTION(() => (this.#around = { type: '', indent: 0 }));
    const body = this.SUBRULE(this.body);
    this.ACTION(() => this.#stray.push({ start: open.start, end: body.end }));
  });

  readonly strayLine = this.RULE('strayLine', () => {
    const first = this.OR([{ ALT: () => this.CONSUME(FirstWord) }, { ALT: () => this.CONSUME(CloseBrace) }]);
    const rest = this.OPTION(() => this.CONSUME(Rest));
    this.ACTION(() => this.#stray.push({ start: first.startOffset, end: endOf(rest ?? first) }));
  });

  /** Whether a line outside all blocks is a header: it has a brace, or it names a section type. */
  #isHeader(): boolean {
    if (this.LA(1).tokenType !== FirstWord) return false;
    const rest = this.LA(2).tokenType === Rest ? this.LA(2).image : '';
    if (rest.includes('{') || this.#reachesBrace()) return true;
    return sectionSchema(this.LA(1).image) !== undefined && rest !== '';
  }

  /** Whether a comment is followed by a brace, with nothing but comments and blank lines between. */
  #isDisabling(): boolean {
    return this.LA(1).tokenType === Comment && this.#reachesBrace();
  }

  #reachesBrace(): boolean {
    return this.#leadsToBrace.has(this.LA(1));
  }

  /** Whether the block that we are in must end here, closed or not. */
  #endsBlock(): boolean {
    const next = this.LA(1);
    if (next.tokenType === EOF || next.tokenType === CloseBrace) return true;
    if (next.tokenType === Comment) {
      return disabledHeader(next.image) !== undefined && this.#braceOnNextLine();
    }
    if (next.tokenType !== FirstWord) return false;
    const rest = this.LA(2).tokenType === Rest ? this.LA(2).image : '';
    if (this.#braceOnNextLine()) {
      return isHeaderLine({ word: next.image, rest, indent: this.#indentOf(next) }, this.#around);
    }
    return sectionSchema(next.image) !== undefined && /^\S+\s*\{\s*$/.test(rest);
  }

  #indentOf(token: IToken): number {
    return token.startOffset - lineStart(this.#text, token.startOffset);
  }

  #disabledSurrounding(comment: IToken | undefined): Surrounding {
    const type = (comment && disabledHeader(comment.image))?.split(' ', 1)[0] ?? '';
    return { type, indent: comment ? this.#indentOf(comment) : 0 };
  }

  #braceOnNextLine(): boolean {
    let ahead = 2;
    if (this.LA(ahead).tokenType === Rest) ahead++;
    if (!this.LA(ahead).tokenType.CATEGORIES?.includes(LineBreak)) return false;
    return this.LA(ahead + 1).tokenType === OpenBrace;
  }

  #hasGap(header: Header, open: Span, commentBetween: Span | undefined): boolean {
    if (commentBetween) return true;
    const between = this.#text.slice(header.end, open.start);
    return between.replace(/\r\n|\r/g, '\n').split('\n').length > 2;
  }
}

function tokensBeforeBraces(tokens: readonly IToken[]): ReadonlySet<IToken> {
  const found = new Set<IToken>();
  let braceNext = false;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i];
    if (!token || token.tokenType === Rest) continue;
    if (braceNext) found.add(token);
    if (token.tokenType === OpenBrace) braceNext = true;
    else if (token.tokenType === FirstWord || token.tokenType === CloseBrace) braceNext = false;
  }
  return found;
}

function headerParts(type: IToken, rest: IToken | undefined): { header: Header; open?: Span; close?: Span } {
  const start = type.startOffset;
  if (!rest) return { header: { start, end: endOf(type), type: wordFrom(type), names: [] } };
  const text = rest.image;
  const hash = text.indexOf('#');
  const brace = text.indexOf('{');
  const nameEnd = Math.min(hash < 0 ? text.length : hash, brace < 0 ? text.length : brace);
  const names = [...text.slice(0, nameEnd).matchAll(/\S+/g)].map((match) => ({
    start: rest.startOffset + match.index,
    end: rest.startOffset + match.index + match[0].length,
    text: match[0],
  }));
  const header = { start, end: names.at(-1)?.end ?? endOf(type), type: wordFrom(type), names };
  if (brace < 0 || (hash >= 0 && hash < brace)) return { header };
  const closing = text.indexOf('}', brace);
  const at = rest.startOffset;
  return {
    header,
    open: { start: at + brace, end: at + brace + 1 },
    ...(closing >= 0 && { close: { start: at + closing, end: at + closing + 1 } }),
  };
}

function valueFrom(rest: IToken): Value {
  const raw = wordFrom(rest);
  const hash = raw.text.indexOf('#');
  if (hash < 0) return { ...raw, raw };
  const text = raw.text.slice(0, hash).trimEnd();
  return {
    start: raw.start,
    end: raw.start + text.length,
    text,
    raw,
    inlineComment: { start: raw.start + hash, end: raw.end },
  };
}

/** Takes the `}` from the end of the last value, where the closing brace of the block is missing. */
function takeBrace(entries: Entry[]): Span | undefined {
  const last = entries.at(-1);
  const value = last?.value;
  if (!last || !value?.text.endsWith('}')) return undefined;
  const text = value.text.slice(0, -1).trimEnd();
  const brace = { start: value.end - 1, end: value.end };
  entries[entries.length - 1] = { ...last, value: { ...value, text, end: value.start + text.length } };
  return brace;
}

/** `Report soma` of `#Report soma`: what a comment would be as a header. */
function disabledHeader(comment: string): string | undefined {
  const words = comment.replace(/^#+/, '').trim().split(/\s+/);
  return words.length === 2 && sectionSchema(words[0] ?? '') ? words.join(' ') : undefined;
}

/** Lines that follow one another are one mistake. */
function mergeLines(spans: readonly Span[], text: string): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && text.slice(last.end, span.start).trim() === '') {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else if (!last || span.end > last.end) merged.push(span);
  }
  return merged;
}

function joined(a: Span | undefined, b: Span): Span {
  return a ? { start: a.start, end: b.end } : b;
}

function spanFrom(token: IToken): Span {
  return { start: token.startOffset, end: endOf(token) };
}

function wordFrom(token: IToken): Word {
  return { start: token.startOffset, end: endOf(token), text: token.image };
}

function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

const parser = new BlueConfigParser();

/** Any text gives a tree; never throws. */
export function parseBlueConfig(text: string): BlueConfigTree {
  return parser.parse(text);
}
