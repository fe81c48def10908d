import { touches, type Word } from '../../../../../formats/text/span';
import type { SourceDocument } from '../../../workspace/document';
import type { Block, BlueConfigTree } from '../tree';

export interface SectionPlace {
  readonly kind: 'section';
  readonly word: Word;
  /** More follows on the line, or a brace on the next: only the type is wanted. */
  readonly isHeader: boolean;
}

export interface NamePlace {
  readonly kind: 'name';
  readonly type: string;
  readonly word: Word;
}

export interface KeyPlace {
  readonly kind: 'key';
  readonly block: Block;
  readonly word: Word;
  /** A value follows. */
  readonly hasValue: boolean;
}

export interface ValuePlace {
  readonly kind: 'value';
  readonly block: Block;
  readonly key: Word;
  /** From the first word of the value, or the cursor before it, to the last, or the cursor behind it. */
  readonly value: Word;
  readonly offset: number;
}

export type Place = SectionPlace | NamePlace | KeyPlace | ValuePlace;

/** What a cursor is about to write; undefined in comments, disabled blocks and where nothing is to be said. */
export function placeAt({ tree, text, lines }: SourceDocument<BlueConfigTree>, offset: number): Place | undefined {
  if (tree.disabled.some((block) => touches(block, offset))) return undefined;
  const number = lines.lineOf(offset);
  const start = lines.lineStart(number);
  const line = text.slice(start, lines.lineEnd(number));
  const column = offset - start;
  if (line.slice(0, column).includes('#')) return undefined;
  // A comment at the end of the line stays as it is.
  const code = line.split('#', 1)[0] ?? '';
  const indent = code.length - code.trimStart().length;
  const first = wordAround(line, column <= indent && code.trim() === '' ? column : indent, start);
  if (/^[#{}]/.test(line.slice(indent)) || offset < first.start) return undefined;
  const block = blockAround(tree, offset);
  const rest = code.slice(first.end - start);
  if (offset <= first.end) {
    if (block) return { kind: 'key', block, word: first, hasValue: rest.trim() !== '' };
    const next = text.slice(lines.lineStart(number + 1), lines.lineEnd(number + 1));
    return { kind: 'section', word: first, isHeader: rest.trim() !== '' || /^\s*\{/.test(next) };
  }
  const from = Math.min(first.end - start + rest.length - rest.trimStart().length, column);
  const value = wordBetween(line, from, Math.max(code.trimEnd().length, column), start);
  if (block) return { kind: 'value', block, key: first, value, offset };
  const isSecond = !/\s/.test(line.slice(from, column).trimStart());
  return isSecond ? { kind: 'name', type: first.text, word: wordAround(line, column, start) } : undefined;
}

/** The block whose braces an offset stands between; an unclosed one ends where the next begins. */
function blockAround(tree: BlueConfigTree, offset: number): Block | undefined {
  const block = tree.blocks.findLast((each) => each.start <= offset);
  if (!block?.open || offset < block.open.end) return undefined;
  return block.close && offset > block.close.start ? undefined : block;
}

/** The word to replace; a cursor in the blanks before a value takes in its first word. */
export function currentWord({ value, offset }: ValuePlace): Word {
  const column = offset - value.start;
  const word = wordAround(value.text, column, value.start);
  if (word.text !== '' || value.text.slice(0, column).trim() !== '') return word;
  const first = value.text.length - value.text.trimStart().length;
  return { ...word, end: wordAround(value.text, first, value.start).end };
}

/** The word of a line that a column is in or touches; empty where it stands alone. */
function wordAround(line: string, column: number, lineStart: number): Word {
  let start = column;
  let end = column;
  while (start > 0 && isWordCharacter(line[start - 1])) start--;
  while (end < line.length && isWordCharacter(line[end])) end++;
  return wordBetween(line, start, end, lineStart);
}

function wordBetween(line: string, start: number, end: number, lineStart: number): Word {
  return { start: lineStart + start, end: lineStart + end, text: line.slice(start, end) };
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && !/[\s#]/.test(character);
}
