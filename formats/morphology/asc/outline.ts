import { APICAL, AXON, CELL_BODY, DENDRITE, kindOfText, MARKER, WORD } from './tokens';

/** `contour`: a name and points. `list`: begins with a word and is skipped by readers, such as `(ImageCoords …)`. */
export type AscBlockKind = 'soma' | 'axon' | 'dendrite' | 'apical' | 'contour' | 'marker' | 'list';

/** A range of a text in UTF-16 units. */
interface AscRange {
  readonly start: number;
  readonly end: number;
}

/** A top-level block, parentheses included. */
export interface AscBlock extends AscRange {
  readonly kind: AscBlockKind;
  /** Its label, without quotes; else its first word or type; empty where it has none of them. */
  readonly name: string;
  /** What names it, quotes included; the parenthesis where nothing does. */
  readonly nameRange: AscRange;
  /** Its head ends here: the first point or branch begins, or the block ends. */
  readonly headerEnd: number;
  /** Lists that begin with a number: points of all its branches and markers. */
  readonly pointCount: number;
}

export interface AscOutline {
  readonly blocks: readonly AscBlock[];
  /** Branches, parentheses included, those outside before those in them; at most {@link BRANCH_LIMIT}. */
  readonly branches: readonly AscRange[];
  /** Runs of lines that hold nothing but comments; from the first `;` to the end of the last. */
  readonly comments: readonly AscRange[];
}

/** Editors fold no more. */
const BRANCH_LIMIT = 5000;

/** Where a block begins although one before it was not closed: at the beginning of a line. */
const BLOCK = /\(\s*(?:"|\(\s*(?:Color|CellBody|Axon|Dendrite|Apical)\b)/y;

const NAME = /[A-Za-z][\dA-Za-z]*/y;

const KINDS: ReadonlyMap<number, AscBlockKind> = new Map([
  [AXON, 'axon'],
  [DENDRITE, 'dendrite'],
  [APICAL, 'apical'],
  [CELL_BODY, 'soma'],
]);

interface OpenBlock {
  readonly start: number;
  kind: AscBlockKind;
  name: string;
  nameRange: AscRange;
  headerEnd: number;
  pointCount: number;
}

/** What an editor shows of an ASC text beside its problems: one pass, whatever the text is. */
export function ascOutline(text: string): AscOutline {
  return new OutlineScanner(text).scan();
}

class OutlineScanner {
  readonly #text: string;
  readonly #blocks: AscBlock[] = [];
  readonly #branches: { start: number; end: number }[] = [];
  readonly #comments: { start: number; end: number }[] = [];
  /** Of each open parenthesis the index of its branch; −1 for all others. */
  readonly #open: number[] = [];
  #block: OpenBlock | undefined;
  /** Behind the last thing that is no comment. */
  #codeEnd = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): AscOutline {
    const text = this.#text;
    const lastQuote = text.lastIndexOf('"');
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 59) at = this.#comment(at);
      else if (code === 34 && at < lastQuote) {
        const end = text.indexOf('"', at + 1) + 1;
        this.#string(at, end);
        at = end - 1;
        this.#codeEnd = end;
      } else if (code > 32) {
        if (code === 40) this.#openList(at);
        else if (code === 41) this.#closeList(at + 1);
        this.#codeEnd = at + 1;
      }
    }
    this.#closeAll(this.#codeEnd);
    return { blocks: this.#blocks, branches: this.#branches, comments: this.#comments };
  }

  /** To the end of the line. */
  #comment(start: number): number {
    const text = this.#text;
    const newline = text.indexOf('\n', start);
    const stop = newline < 0 ? text.length : newline;
    const end = text[stop - 1] === '\r' ? stop - 1 : stop;
    const last = this.#comments.at(-1);
    if (last && last.end >= this.#codeEnd && isNextLine(text, last.end, start)) last.end = end;
    else if (this.#codeEnd <= text.lastIndexOf('\n', start)) this.#comments.push({ start, end });
    else if (start === 0) this.#comments.push({ start, end });
    return stop;
  }

  /** A text directly in the head of a block is its label. */
  #string(start: number, end: number): void {
    const block = this.#block;
    if (!block || block.kind === 'list' || block.headerEnd >= 0 || this.#open.length !== 1) return;
    block.name = this.#text.slice(start + 1, end - 1);
    block.nameRange = { start, end };
    if (block.name.replaceAll(' ', '').toUpperCase() === 'CELLBODY') block.kind = 'soma';
  }

  #openList(at: number): void {
    if (this.#open.length > 0 && this.#isLostBlock(at)) this.#closeAll(this.#codeEnd);
    const next = this.#afterBlanks(at + 1);
    const code = this.#text.charCodeAt(next);
    const block = this.#block;
    if (!block) {
      this.#block = this.#begin(at, next);
      this.#open.push(-1);
      return;
    }
    const isPoint = (code >= 48 && code <= 57) || code === 45 || code === 43;
    if (isPoint) block.pointCount++;
    if (block.headerEnd < 0 && this.#open.length === 1) {
      if (isPoint || code === 40) block.headerEnd = at;
      else this.#readType(block, next);
    }
    let branch = -1;
    if (code === 40 && this.#branches.length < BRANCH_LIMIT) {
      branch = this.#branches.length;
      this.#branches.push({ start: at, end: at + 1 });
    }
    this.#open.push(branch);
  }

  #begin(start: number, next: number): OpenBlock {
    const block: OpenBlock = {
      start,
      kind: 'contour',
      name: '',
      nameRange: { start, end: start + 1 },
      headerEnd: -1,
      pointCount: 0,
    };
    const word = this.#wordAt(next);
    const kind = kindOf(word);
    if (word !== '') {
      block.name = word;
      block.nameRange = { start: next, end: next + word.length };
    }
    if (kind === MARKER) block.kind = 'marker';
    else if (kind === WORD) block.kind = 'list';
    return block;
  }

  /** `(Axon)` in the head of a block. */
  #readType(block: OpenBlock, at: number): void {
    const word = this.#wordAt(at);
    const kind = KINDS.get(kindOf(word));
    if (kind === undefined) return;
    block.kind = kind;
    if (block.name !== '') return;
    block.name = word;
    block.nameRange = { start: at, end: at + word.length };
  }

  #closeList(end: number): void {
    const branch = this.#open.pop();
    if (branch !== undefined && branch >= 0) {
      const range = this.#branches[branch];
      if (range) range.end = end;
    }
    if (this.#open.length === 0) this.#endBlock(end);
  }

  #endBlock(end: number): void {
    const block = this.#block;
    this.#block = undefined;
    if (block) this.#blocks.push({ ...block, end, headerEnd: block.headerEnd < 0 ? end : block.headerEnd });
  }

  #closeAll(end: number): void {
    for (const branch of this.#open) {
      const range = this.#branches[branch];
      if (range) range.end = end;
    }
    this.#open.length = 0;
    this.#endBlock(end);
  }

  #isLostBlock(at: number): boolean {
    if (at > 0 && this.#text.charCodeAt(at - 1) !== 10) return false;
    BLOCK.lastIndex = at;
    return BLOCK.test(this.#text);
  }

  /** Behind blanks and comments. */
  #afterBlanks(start: number): number {
    const text = this.#text;
    let at = start;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code <= 32) at++;
      else if (code === 59) {
        const end = text.indexOf('\n', at);
        if (end < 0) return text.length;
        at = end;
      } else return at;
    }
  }

  #wordAt(at: number): string {
    NAME.lastIndex = at;
    return NAME.exec(this.#text)?.[0] ?? '';
  }
}

/** −1 for no word. */
function kindOf(word: string): number {
  if (word.length < 2) return -1;
  const letters = word.replace(/\d+$/, '');
  return kindOfText(letters, letters.length < word.length);
}

/** Whether only blanks and one line end stand between. */
function isNextLine(text: string, end: number, start: number): boolean {
  return start - end < 1000 && /^\r?\n[ \t]*$/.test(text.slice(end, start));
}
