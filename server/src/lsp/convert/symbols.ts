import {
  FoldingRangeKind,
  SymbolKind,
  SymbolTag,
  type DocumentSymbol,
  type FoldingRange,
  type SymbolInformation,
} from 'vscode-languageserver';
import type { FoldingEntry, OutlineEntry } from '../../languages/language';
import type { WorkspaceSymbol } from '../../service/results';
import { rangeOf } from '../../service/session';
import type { SourceDocument } from '../../workspace/document';
import type { ClientFeatures } from '../clientFeatures';

const KINDS: Readonly<Record<OutlineEntry['kind'] | WorkspaceSymbol['kind'], SymbolKind>> = {
  section: SymbolKind.Class,
  key: SymbolKind.Property,
  target: SymbolKind.Module,
  stimulus: SymbolKind.Event,
  electrode: SymbolKind.Constant,
  population: SymbolKind.Struct,
};

export function documentSymbols(
  document: SourceDocument,
  entries: readonly OutlineEntry[],
  features: ClientFeatures,
): DocumentSymbol[] {
  return entries.map(({ name, detail, kind, range, selection, deprecated = false, children }) => ({
    name: shownName(name),
    ...(detail !== undefined && { detail }),
    kind: KINDS[kind],
    ...(deprecated && features.symbolTags && { tags: [SymbolTag.Deprecated] }),
    range: rangeOf(document, range),
    // Editors refuse a whole outline for one selection that is not inside its range.
    selectionRange: rangeOf(document, {
      start: Math.min(Math.max(selection.start, range.start), range.end),
      end: Math.max(Math.min(selection.end, range.end), range.start),
    }),
    children: documentSymbols(document, children, features),
  }));
}

/** The outline as a list, for clients that show no tree. */
export function flatSymbols(
  document: SourceDocument,
  uri: string,
  entries: readonly OutlineEntry[],
  containerName?: string,
): SymbolInformation[] {
  return entries.flatMap(({ name, kind, range, children }) => [
    {
      name: shownName(name),
      kind: KINDS[kind],
      location: { uri, range: rangeOf(document, range) },
      ...(containerName !== undefined && { containerName }),
    },
    ...flatSymbols(document, uri, children, name),
  ]);
}

export function workspaceSymbol(
  { name, kind, container, location }: WorkspaceSymbol,
  clientUri: (uri: string) => string,
): SymbolInformation {
  const { uri, range } = location;
  return {
    name: shownName(name),
    kind: KINDS[kind],
    containerName: container,
    location: { uri: clientUri(uri), range },
  };
}

/** Editors refuse an empty name. */
function shownName(name: string): string {
  return name.trim() === '' ? '…' : name;
}

/** Whole lines; the line of a closing brace stays in sight. */
export function foldingRanges(
  document: SourceDocument,
  entries: readonly FoldingEntry[],
  limit: number,
): FoldingRange[] {
  const { lines, text } = document;
  const ranges: FoldingRange[] = [];
  for (const { range, kind } of entries) {
    const startLine = lines.lineOf(range.start);
    const lastLine = lines.lineOf(range.end);
    const before = text.slice(Math.max(lines.lineStart(lastLine), range.start), range.end).trim();
    const endLine = before === '}' || before === '' ? lastLine - 1 : lastLine;
    if (endLine <= startLine) continue;
    // The kind `region` is for marks that people set themselves: "Fold All Regions" leaves our blocks open.
    ranges.push({ startLine, endLine, ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }) });
  }
  return ranges.slice(0, limit);
}
