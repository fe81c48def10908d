/** Lines of a block as changes of a text, laid out as the text is. */
import { lineBreakOf, lineEnd, lineStart, nextLine } from '../../../../formats/text/layout';
import type { Span } from '../../../../formats/text/span';
import type { TextChange } from '../../diagnostics/rule';
import { indentOf } from './insertions';
import type { Block } from './tree';

/** What stands before the first character of a line. */
export function leadingBlanks(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[^\S\r\n]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** All lines that a span touches, with their line breaks. */
export function removeLines(text: string, span: Span): TextChange {
  return { span: { start: lineStart(text, span.start), end: nextLine(text, span.end) }, newText: '' };
}

/** The lines of a block, and of the blank lines around it one: those above and below were parted by it. */
export function removeBlock(text: string, block: Block): TextChange {
  const { span } = removeLines(text, block);
  const below = lineEnd(text, span.end);
  if (span.end < text.length && text.slice(span.end, below).trim() === '') {
    return { span: { start: span.start, end: nextLine(text, span.end) }, newText: '' };
  }
  const above = span.start > 0 ? lineStart(text, span.start - (text.startsWith('\r\n', span.start - 2) ? 2 : 1)) : 0;
  const isBlank = text.slice(above, span.start).trim() === '';
  return { span: { start: isBlank ? above : span.start, end: span.end }, newText: '' };
}

/** Lines below the last entry of a block, or below its brace. */
export function appendEntries(text: string, block: Block, entries: readonly string[]): TextChange {
  const last = block.entries.at(-1) ?? block.open ?? block.header;
  const at = lineEnd(text, last.end);
  const own = indentOf(text, block);
  const indent = block.entries.length === 0 ? leadingBlanks(text, block.start) + own : own;
  const eol = lineBreakOf(text);
  return { span: { start: at, end: at }, newText: entries.map((entry) => eol + indent + entry).join('') };
}

/** A closing brace for a block that has none: below its last entry, and below what is indented as part of it. */
export function closeBlock(text: string, block: Block): TextChange {
  const indent = leadingBlanks(text, block.start);
  let at = lineEnd(text, (block.entries.at(-1) ?? block.open ?? block.header).end);
  while (at < text.length) {
    const next = nextLine(text, at);
    const end = lineEnd(text, next);
    const remark = /^([ \t]+)#/.exec(text.slice(next, end));
    if (next === at || next >= block.end || !remark || (remark[1] ?? '').length <= indent.length) break;
    at = end;
  }
  return { span: { start: at, end: at }, newText: `${lineBreakOf(text)}${indent}}` };
}
