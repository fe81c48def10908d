import { DocumentHighlightKind, type Hover, type Location } from 'vscode-languageserver';
import { rangeOf } from '../../service/session';
import type * as results from '../../service/results';
import type { ServerContext } from '../context';
import { documentSymbols, flatSymbols, foldingRanges, workspaceSymbol } from '../convert/symbols';
import { markup } from '../convert/text';
import { guarded, guardedFor } from '../guard';

const HIGHLIGHTS = { read: DocumentHighlightKind.Read, write: DocumentHighlightKind.Write } as const;

/** What helps to read a file: hover, the ways to definitions and uses, outlines, folds, links. */
export function handleReading(context: ServerContext): void {
  const { connection, features } = context;
  const locations = (found: readonly results.Location[]): Location[] =>
    found.map(({ uri, range }) => ({ uri: context.clientUri(uri), range }));

  connection.onHover(
    guardedFor(context, null, async (uri, { position }): Promise<Hover | null> => {
      // The text that the answer is about: an edit may come in while the answer is made.
      const document = await context.service.document(uri);
      const hover = await context.service.hover(uri, position);
      if (!document || !hover) return null;
      return { contents: markup(hover.markdown, features.hoverMarkdown), range: rangeOf(document, hover.span) };
    }),
  );

  connection.onDefinition(
    guardedFor(context, [], async (uri, { position }) => locations(await context.service.definition(uri, position))),
  );

  connection.onReferences(
    guardedFor(context, [], async (uri, { position, context: wanted }) =>
      locations(await context.service.references(uri, position, wanted.includeDeclaration)),
    ),
  );

  connection.onDocumentHighlight(
    guardedFor(context, [], async (uri, { position }) =>
      (await context.service.highlights(uri, position)).map(({ range, kind }) => ({ range, kind: HIGHLIGHTS[kind] })),
    ),
  );

  connection.onDocumentSymbol(
    guardedFor(context, [], async (uri) => {
      const document = await context.service.document(uri);
      const outline = await context.service.outline(uri);
      if (!document) return [];
      return features.hierarchicalSymbols
        ? documentSymbols(document, outline, features)
        : flatSymbols(document, context.clientUri(uri), outline);
    }),
  );

  connection.onWorkspaceSymbol(
    guarded(context, [], async ({ query }, token) =>
      (await context.service.workspaceSymbols(query, token)).map((symbol) =>
        workspaceSymbol(symbol, (uri) => context.clientUri(uri)),
      ),
    ),
  );

  connection.onFoldingRanges(
    guardedFor(context, [], async (uri) => {
      const document = await context.service.document(uri);
      const folding = await context.service.folding(uri);
      return document ? foldingRanges(document, folding, features.foldingLimit) : [];
    }),
  );

  connection.onDocumentLinks(
    guardedFor(context, [], async (uri) =>
      (await context.service.links(uri)).map(({ range, target, tooltip }) => ({
        range,
        target: context.clientUri(target),
        ...(features.linkTooltips && { tooltip }),
      })),
    ),
  );
}
