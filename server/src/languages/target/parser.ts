import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import { TARGET_TYPES, type TargetBody, type TargetType } from '../../../../formats/target/model';
import { scanBody } from '../../../../formats/target/scan';
import type { Span, Word } from '../../../../formats/text/span';
import { Body, Comment, FreeText, HeaderWord, Keyword, tokenise, tokenTypes } from './lexer';
import type { Orphan, Target, TargetTree } from './tree';

const NO_WORDS: readonly Word[] = [];
const NO_BODY = scanBody('', 'Cell');

/** The grammar accepts every sequence of tokens: what is wrong is in the tree, and rules say so. */
class TargetParser extends EmbeddedActionsParser {
  #targets: Target[] = [];
  #comments: Span[] = [];
  #orphans: Orphan[] = [];
  #bodies = new Map<string, TargetBody>();
  #previous: ReadonlyMap<string, TargetBody> = new Map();

  constructor() {
    super(tokenTypes, { recoveryEnabled: false, maxLookahead: 1 });
    this.performSelfAnalysis();
  }

  parse(text: string, previous: TargetTree | undefined): TargetTree {
    this.#targets = [];
    this.#comments = [];
    this.#orphans = [];
    this.#bodies = new Map();
    this.#previous = previous?.bodies ?? new Map<string, TargetBody>();
    this.input = tokenise(text);
    this.file();
    const tree: TargetTree = {
      start: 0,
      end: text.length,
      targets: this.#targets,
      comments: this.#comments,
      orphans: this.#orphans,
      bodies: this.#bodies,
    };
    // The parser lives as long as the program: nothing of this text may stay in it.
    this.input = [];
    this.#previous = new Map();
    return tree;
  }

  readonly file = this.RULE('file', () => {
    let line: IToken | undefined;
    this.MANY(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.target) },
        { ALT: () => this.SUBRULE(this.comment) },
        { ALT: () => (line = this.CONSUME(FreeText)) },
        {
          ALT: () => {
            const body = this.CONSUME(Body);
            this.ACTION(() => {
              this.#orphans.push({ ...spanFrom(body), ...(line && { line: trimmedWord(line) }) });
              line = undefined;
            });
          },
        },
      ]);
    });
  });

  readonly target = this.RULE('target', () => {
    const keyword = this.CONSUME(Keyword);
    const words: IToken[] = [];
    this.MANY(() => {
      this.OR([{ ALT: () => words.push(this.CONSUME(HeaderWord)) }, { ALT: () => this.SUBRULE(this.comment) }]);
    });
    const body = this.OPTION(() => this.CONSUME(Body));
    this.ACTION(() => this.#targets.push(this.#makeTarget(keyword, words, body)));
  });

  readonly comment = this.RULE('comment', () => {
    const token = this.CONSUME(Comment);
    this.ACTION(() => this.#comments.push(spanFrom(token)));
  });

  // All targets have the same fields in the same order: a file may hold 100 000, and each is looked at by every rule.
  #makeTarget(keyword: IToken, words: readonly IToken[], body: IToken | undefined): Target {
    const [type, name, ...extra] = words.map(wordFrom);
    const targetType = TARGET_TYPES.find((known) => known === type?.text) ?? nearestType(type?.text);
    const header = { start: keyword.startOffset, end: endOf(words.at(-1) ?? keyword) };
    const closed = body !== undefined && body.image.endsWith('}') && body.image.length > 1;
    const end = body ? endOf(body) : header.end;
    const inside = { start: body ? body.startOffset + 1 : header.end, end: closed ? end - 1 : end };
    return {
      start: header.start,
      end,
      keyword: wordFrom(keyword),
      type,
      name,
      extra: extra.length > 0 ? extra : NO_WORDS,
      header,
      open: body && { start: body.startOffset, end: body.startOffset + 1 },
      close: closed ? { start: end - 1, end } : undefined,
      targetType,
      inside,
      body: body ? this.#body(body.image.slice(1, closed ? -1 : undefined), targetType) : NO_BODY,
    };
  }

  #body(text: string, type: TargetType): TargetBody {
    const key = type + text;
    // A body outlives edits elsewhere: it keeps its own text, never that of the whole file.
    const body = this.#bodies.get(key) ?? this.#previous.get(key) ?? scanBody(key.slice(type.length), type);
    this.#bodies.set(key, body);
    return body;
  }
}

/** `cell` is read as Cell: one mistake, one message. */
function nearestType(word: string | undefined): TargetType {
  return TARGET_TYPES.find((known) => known.toLowerCase() === word?.toLowerCase()) ?? 'Cell';
}

function spanFrom(token: IToken): Span {
  return { start: token.startOffset, end: endOf(token) };
}

function wordFrom(token: IToken): Word {
  return { start: token.startOffset, end: endOf(token), text: token.image };
}

function trimmedWord(token: IToken): Word {
  const text = token.image.trimEnd();
  return { start: token.startOffset, end: token.startOffset + text.length, text };
}

function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

const parser = new TargetParser();

/** Any text gives a tree; never throws. Bodies that an edit left alone are taken from the previous tree. */
export function parseTargets(text: string, previous?: TargetTree): TargetTree {
  return parser.parse(text, previous);
}
