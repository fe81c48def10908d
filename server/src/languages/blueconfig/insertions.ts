/** New blocks as changes of a text, laid out as the text is. */
import { isLineBreak, lineBreakOf, lineEnd, lineStart } from '../../../../formats/text/layout';
import type { Span } from '../../../../formats/text/span';
import type { TextChange } from '../../diagnostics/rule';
import type { Block } from './tree';

const USUAL_INDENT = '    ';

/** What stands before the entries of a block. */
export function indentOf(text: string, block: Block): string {
  const first = block.entries[0];
  if (!first) return USUAL_INDENT;
  const indent = text.slice(lineStart(text, first.start), first.start);
  return /^[ \t]+$/.test(indent) ? indent : USUAL_INDENT;
}

/** A block above another one, and above the comments on that. */
export function insertBefore(text: string, block: Block, header: string, entries: readonly string[]): TextChange {
  const at = withComments(text, block).start;
  const eol = lineBreakOf(text);
  return { span: { start: at, end: at }, newText: written(text, block, header, entries) + eol + eol };
}

/** A block below another one. */
export function insertAfter(text: string, block: Block, header: string, entries: readonly string[]): TextChange {
  const at = lineEnd(text, block.end);
  const eol = lineBreakOf(text);
  return { span: { start: at, end: at }, newText: eol + eol + written(text, block, header, entries) };
}

/** Moves a block with the comments above it to below another one that follows it. */
export function moveAfter(text: string, block: Block, other: Block): readonly TextChange[] {
  const taken = withComments(text, block);
  const end = lineEnd(text, block.end);
  const eol = lineBreakOf(text);
  const at = lineEnd(text, other.end);
  return [
    { span: { start: taken.start, end: skipBlankLines(text, end) }, newText: '' },
    { span: { start: at, end: at }, newText: eol + eol + text.slice(taken.start, end) },
  ];
}

function written(text: string, like: Block, header: string, entries: readonly string[]): string {
  const indent = indentOf(text, like);
  return [header, '{', ...entries.map((entry) => indent + entry), '}'].join(lineBreakOf(text));
}

/** A block from the start of its line, with the comments in the lines directly above. */
function withComments(text: string, block: Block): Span {
  let start = lineStart(text, block.start);
  while (start > 0) {
    const above = lineStart(text, start - (text.slice(start - 2, start) === '\r\n' ? 2 : 1));
    if (!/^[ \t]*#/.test(text.slice(above, start)) || above === start) break;
    start = above;
  }
  return { start, end: block.end };
}

/** Past the end of this line and the blank lines after it. */
function skipBlankLines(text: string, offset: number): number {
  let at = offset;
  for (let i = offset; i < text.length; i++) {
    if (isLineBreak(text, i)) at = i + 1;
    else if (text[i] !== ' ' && text[i] !== '\t') break;
  }
  return at;
}
