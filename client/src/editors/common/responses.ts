/** What pages are told of what went wrong. */
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc/node';

/** LSP's code of a request that was cancelled; vscode-jsonrpc has no name for it. */
const REQUEST_CANCELLED = -32_800;

export function cancelledResponse(): ResponseError<undefined> {
  return new ResponseError(REQUEST_CANCELLED, 'Cancelled');
}

export function failedResponse(error: unknown): ResponseError<undefined> {
  return new ResponseError(ErrorCodes.InternalError, error instanceof Error ? error.message : String(error));
}

/** For the log. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
