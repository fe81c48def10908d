/**
 * Comments that switch rules off:
 *
 * - `# bbp-disable-next-line BC103` for the next line,
 * - `# bbp-disable-next-block TG011` for the block or target whose header follows,
 * - `# bbp-disable-file FS001 FS005` for the file; without codes for every rule.
 *
 * A comment begins as the language has it.
 */
import { lineBreakOf } from '../../../formats/text/layout';
import type { Span } from '../../../formats/text/span';
import type { SourceDocument } from '../workspace/document';

/** What every such comment has: most files have none, and their comments need no second look. */
const WORD = 'bbp-disable-';

const COMMENT = /^[#;\s]*bbp-disable-(next-line|next-block|file)\b(.*)$/;

/** `BC103`, `morph/zero-diameter`. */
const CODES = /\b(?:[A-Z][A-Za-z-]*\d+|[a-z]+\/[a-z\d]+(?:-[a-z\d]+)*)\b/g;

type SuppressionScope = 'next-line' | 'next-block' | 'file';

interface Suppression {
  readonly range: Span;
  /** undefined: all. */
  readonly codes: ReadonlySet<string> | undefined;
}

/** Whether a comment switches a code off where the span starts. */
export function suppressionsOf(document: SourceDocument): (code: string, span: Span) => boolean {
  if (!document.text.includes(WORD)) return () => false;
  const suppressions: Suppression[] = [];
  for (const comment of document.language.comments(document.tree, document.text)) {
    const match = COMMENT.exec(document.text.slice(comment.start, Math.min(comment.end, comment.start + 1000)));
    if (!match) continue;
    const range = rangeOf(document, match[1] as SuppressionScope, comment);
    if (!range) continue;
    const codes = (match[2] ?? '').match(CODES);
    suppressions.push({ range, codes: codes ? new Set(codes) : undefined });
  }
  if (suppressions.length === 0) return () => false;
  return (code, span) =>
    suppressions.some(
      ({ range, codes }) => range.start <= span.start && span.start <= range.end && (codes?.has(code) ?? true),
    );
}

function rangeOf(document: SourceDocument, scope: SuppressionScope, comment: Span): Span | undefined {
  if (scope === 'file') return { start: 0, end: document.text.length };
  const line = document.lines.lineOf(comment.start) + 1;
  if (scope === 'next-line') return { start: document.lines.lineStart(line), end: document.lines.lineEnd(line) };
  return document.language.blocks(document.tree).find((block) => block.range.start >= comment.end)?.range;
}

/**
 * The comment to write, and where, so that a problem is no longer shown; undefined where no comment may stand: directly
 * above a brace it would switch the block off.
 */
export function suppressionComment(
  document: SourceDocument,
  code: string,
  span: Span,
  scope: 'line' | 'file',
): { readonly offset: number; readonly text: string } | undefined {
  const lineBreak = lineBreakOf(document.text);
  const { commentMark } = document.language;
  if (scope === 'file') return { offset: 0, text: `${commentMark} bbp-disable-file ${code}${lineBreak}` };
  const block = document.language
    .blocks(document.tree)
    .find(({ range }) => range.start <= span.start && span.start <= range.end);
  const line = document.lines.lineOf(span.start);
  const inBody = block !== undefined && line > document.lines.lineOf(block.header.start);
  // A comment inside a Cell target is read as members, and one above a brace switches the block off.
  const above = inBody && !document.language.commentsInBlocks ? block.header.start : span.start;
  const word = inBody && !document.language.commentsInBlocks ? 'next-block' : 'next-line';
  const start = document.lines.lineStart(document.lines.lineOf(above));
  const brace = document.text.slice(start, document.lines.lineEnd(document.lines.lineOf(above))).trimStart();
  if (brace.startsWith('{')) return undefined;
  const indent = /^[ \t]*/.exec(document.text.slice(start, above))?.[0] ?? '';
  return { offset: start, text: `${indent}${commentMark} bbp-disable-${word} ${code}${lineBreak}` };
}
