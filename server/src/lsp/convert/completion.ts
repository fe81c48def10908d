import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  type CompletionItem,
  type CompletionList,
  type Position,
} from 'vscode-languageserver';
import type { CompletionEntry } from '../../languages/language';
import { rangeOf } from '../../service/session';
import type { SourceDocument } from '../../workspace/document';
import type { ClientFeatures } from '../clientFeatures';
import { withoutPlaceholders } from './text';

/** More than this the client asks for again as letters are added. */
const LIMIT = 500;

const KINDS: Readonly<Record<CompletionEntry['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Class,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  target: CompletionItemKind.Module,
  stimulus: CompletionItemKind.Event,
  electrode: CompletionItemKind.Unit,
  population: CompletionItemKind.Struct,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
};

type Features = ClientFeatures['completion'];

/** Entries as items; `data` is their place in the answer, by which their documentation is asked for. */
export function completionList(
  document: SourceDocument,
  position: Position,
  entries: readonly CompletionEntry[],
  list: number,
  features: Features,
): CompletionList {
  const offset = document.lines.offsetAt(position);
  const isIncomplete = entries.length > LIMIT;
  const ranks = [...new Set(entries.map(({ rank }) => rank))].sort((a, b) => a - b);
  const order = new Map(ranks.map((rank, index) => [rank, String(index).padStart(5, '0')]));
  const fitting = entries
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => !isIncomplete || fits(document.text.slice(entry.span.start, offset), entry.label))
    .sort((a, b) => a.entry.rank - b.entry.rank)
    .slice(0, LIMIT);
  const items = fitting.map(({ entry, index }) => ({
    ...completionItem(document, offset, entry, features),
    sortText: order.get(entry.rank) ?? '',
    data: { list, index },
  }));
  return { isIncomplete, items };
}

/** Whether a label holds the typed letters in their order, as editors filter. */
function fits(typed: string, label: string): boolean {
  let from = 0;
  const letters = label.toLowerCase();
  for (const letter of typed.toLowerCase()) {
    const at = letters.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

function completionItem(
  document: SourceDocument,
  offset: number,
  entry: CompletionEntry,
  features: Features,
): CompletionItem {
  const { label, kind, detail, span, insertText, snippet = false, deprecated = false, continues = false } = entry;
  const isSnippet = snippet && features.snippets;
  const newText = snippet && !isSnippet ? withoutPlaceholders(insertText) : insertText;
  const replace = rangeOf(document, span);
  const insert = rangeOf(document, { start: span.start, end: Math.max(span.start, Math.min(offset, span.end)) });
  return {
    label,
    kind: KINDS[kind],
    ...(detail !== undefined && (features.labelDetails ? { labelDetails: { description: detail } } : { detail })),
    ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    textEdit: features.insertReplace ? { newText, insert, replace } : { newText, range: replace },
    ...(deprecated && features.tags && { tags: [CompletionItemTag.Deprecated] }),
    ...(continues &&
      features.suggestCommand !== undefined && { command: { title: 'Suggest', command: features.suggestCommand } }),
  };
}
