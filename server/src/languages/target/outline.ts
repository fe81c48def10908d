import { grouped } from '../../../../formats/text/counts';
import { isLineEnd, skipBlanks } from '../../../../formats/text/layout';
import type { Span } from '../../../../formats/text/span';
import type { FoldingEntry, OutlineEntry } from '../language';
import { hasBreak, isDefinition } from './header';
import type { Target, TargetTree } from './tree';

/** A generated file has a target for each of thousands of columns: an editor lists no more than these well. */
const LIMIT = 10_000;

export function outline(tree: TargetTree): readonly OutlineEntry[] {
  return tree.targets
    .filter((target) => target.name && isDefinition(target))
    .slice(0, LIMIT)
    .map(entry);
}

function entry({ start, end, name, header, targetType, body }: Target): OutlineEntry {
  const count = body.gids.length + body.names.length;
  return {
    name: name?.text ?? '',
    detail: `${targetType} · ${grouped(count)} ${count === 1 ? 'member' : 'members'}`,
    kind: 'target',
    range: { start, end },
    selection: name ? { start: name.start, end: name.end } : header,
    children: [],
  };
}

export function folding(tree: TargetTree, text: string): readonly FoldingEntry[] {
  const bodies = [...tree.targets.filter(({ open }) => open), ...tree.orphans]
    .filter(({ start, end }) => isOnSeveralLines(text, start, end))
    .map(({ start, end }): FoldingEntry => ({ range: { start, end }, kind: 'region' }));
  const comments = commentRuns(tree.comments, text).map((range): FoldingEntry => ({ range, kind: 'comment' }));
  return [...bodies, ...comments].sort((a, b) => a.range.start - b.range.start);
}

/** Comments on lines that follow each other. */
function commentRuns(comments: readonly Span[], text: string): Span[] {
  const runs: Span[] = [];
  for (const { start, end } of comments) {
    const last = runs.at(-1);
    if (last && isNextLine(text, last.end, start)) runs[runs.length - 1] = { start: last.start, end };
    else runs.push({ start, end });
  }
  return runs.filter(({ start, end }) => isOnSeveralLines(text, start, end));
}

function isNextLine(text: string, from: number, to: number): boolean {
  if (!isLineEnd(text, from)) return false;
  const next = text.startsWith('\r\n', from) ? from + 2 : from + 1;
  return skipBlanks(text, next) === to;
}

function isOnSeveralLines(text: string, start: number, end: number): boolean {
  return hasBreak(text, start, end);
}
