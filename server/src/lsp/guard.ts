import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { RenameRefused } from '../service/results';
import { normaliseUri } from '../workspace/paths';
import type { ServerContext } from './context';

type Refusal = ResponseError<never>;

type Guarded<Params, Result> = (params: Params, token: CancellationToken) => Promise<Result | Refusal>;

/**
 * What every answer has in common: it knows all edits that came before it, ends early where the client no longer
 * wants it, and is empty where something fails.
 */
export function guarded<Params, Result>(
  context: ServerContext,
  none: Result,
  answer: (params: Params, token: CancellationToken) => Result | Promise<Result>,
): Guarded<Params, Result> {
  return async (params, token) => {
    try {
      context.documents.flush();
      if (isCancelled(token)) return cancelled();
      const result = await answer(params, token);
      return isCancelled(token) ? cancelled() : result;
    } catch (error) {
      if (error instanceof RenameRefused) return new ResponseError<never>(LSPErrorCodes.RequestFailed, error.message);
      context.connection.console.error(`A request failed: ${describe(error)}`);
      return none;
    }
  };
}

/** The same for a question about one document, which is given by its URI in our spelling. */
export function guardedFor<Params extends { readonly textDocument: { readonly uri: string } }, Result>(
  context: ServerContext,
  none: Result,
  answer: (uri: string, params: Params, token: CancellationToken) => Promise<Result>,
): Guarded<Params, Result> {
  return guarded(context, none, async (params: Params, token) => {
    const uri = normaliseUri(params.textDocument.uri);
    return context.documents.isForeign(uri) ? none : answer(uri, params, token);
  });
}

export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A call, since the compiler holds a property for what it was before the waiting. */
function isCancelled(token: CancellationToken): boolean {
  return token.isCancellationRequested;
}

function cancelled(): Refusal {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}
