import { documentStatusRequest, resolvedTargetRequest } from '../../../../protocol/messages';
import { normaliseUri } from '../../workspace/paths';
import type { ServerContext } from '../context';
import { guarded } from '../guard';

/** Requests that only our own client makes. */
export function handleOwnRequests(context: ServerContext): void {
  const { connection } = context;

  connection.onRequest(
    resolvedTargetRequest,
    guarded(
      context,
      null,
      async ({ uri, position }) => (await context.service.resolvedTarget(normaliseUri(uri), position)) ?? null,
    ),
  );

  connection.onRequest(
    documentStatusRequest,
    guarded(context, null, async ({ uri }) => (await context.service.status(normaliseUri(uri))) ?? null),
  );
}
