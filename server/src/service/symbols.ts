import type { SourceDocument } from '../workspace/document';
import { baseName } from '../workspace/paths';
import type { Cancellation, WorkspaceSymbol } from './results';
import { locationOf, type Session } from './session';

/** More than this nobody looks through; the query narrows them. */
const LIMIT = 500;

/** Definitions of the workspace whose names hold the letters of the query in their order, the best first. */
export async function workspaceSymbols(
  session: Session,
  query: string,
  token: Cancellation,
): Promise<WorkspaceSymbol[]> {
  const documents = new Map<string, SourceDocument>();
  for (const scope of await session.scopes.all())
    for (const document of scope.documents) documents.set(document.uri, document);
  for (const document of session.documents.opened) documents.set(document.uri, document);
  for (const uri of await session.discovery.all()) {
    if (token.isCancellationRequested) return [];
    const document = documents.has(uri) ? undefined : await session.documents.get(uri);
    if (document) documents.set(uri, document);
  }
  const found: { readonly score: number; readonly symbol: WorkspaceSymbol }[] = [];
  for (const document of documents.values()) {
    for (const { kind, name, span } of document.facts.definitions) {
      const score = match(query.toLowerCase(), name.toLowerCase());
      if (score === undefined) continue;
      const container = baseName(document.uri);
      found.push({ score, symbol: { name, kind, container, location: locationOf(document, span) } });
    }
  }
  return found
    .sort((a, b) => a.score - b.score || (a.symbol.name < b.symbol.name ? -1 : 1))
    .slice(0, LIMIT)
    .map(({ symbol }) => symbol);
}

/** Smaller is better: 0 equal, then by where it starts and by how far its letters lie apart. */
function match(query: string, name: string): number | undefined {
  if (query === name) return 0;
  const at = name.indexOf(query);
  if (at >= 0) return 1 + at + (name.length - query.length) / 1000;
  let from = 0;
  for (const letter of query) {
    const next = name.indexOf(letter, from);
    if (next < 0) return undefined;
    from = next + 1;
  }
  return 1000 + from;
}
