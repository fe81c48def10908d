import { CodeActionKind, type CodeAction, type CodeActionContext } from 'vscode-languageserver';
import { FIX_ALL } from '../capabilities';
import type { ServerContext } from '../context';
import { guardedFor } from '../guard';

/** What changes a file: rename and code actions. */
export function handleChanging(context: ServerContext): void {
  const { connection, edits } = context;

  connection.onPrepareRename(
    guardedFor(
      context,
      null,
      async (uri, { position }) => (await context.service.prepareRename(uri, position)) ?? null,
    ),
  );

  connection.onRenameRequest(
    guardedFor(
      context,
      null,
      async (uri, { position, newName }) =>
        edits.workspaceEdit(await context.service.rename(uri, position, newName)) ?? null,
    ),
  );

  connection.onCodeAction(
    guardedFor(context, [], async (uri, { range, context: { only, diagnostics } }, token) => {
      await context.settings.ready();
      const wanted = wantedKinds(only);
      const found = wanted.places ? await context.service.codeActions(uri, range) : [];
      if (token.isCancellationRequested) return [];
      const all = wanted.fixAll ? await context.service.fixAll(uri) : undefined;
      return [...found, ...(all ? [all] : [])]
        .filter(({ kind }) => only === undefined || only.some((each) => isKindOf(kind, each)))
        .map((action) => edits.codeAction(action, diagnostics))
        .filter((action): action is CodeAction => action !== undefined);
    }),
  );
}

function wantedKinds(only: CodeActionContext['only']): { readonly places: boolean; readonly fixAll: boolean } {
  if (!only) return { places: true, fixAll: false };
  const places = [CodeActionKind.QuickFix, CodeActionKind.Refactor].some((kind) =>
    only.some((each) => isKindOf(kind, each)),
  );
  return { places, fixAll: only.some((each) => isKindOf(FIX_ALL, each)) };
}

/** Kinds are paths of words: `source` asks for `source.fixAll.bbp` as well. */
function isKindOf(kind: string, wanted: string): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}
