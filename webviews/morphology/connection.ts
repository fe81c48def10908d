/** The view's end of the messages of protocol/morphologyView.ts. */
import { CancellationTokenSource, type MessageConnection } from 'vscode-jsonrpc/browser';
import * as protocol from '../../protocol/morphologyView';
import type { Host } from './host';

interface ConnectedHost extends Host {
  /** Ends the question for content that is open. */
  cancel(): void;
}

export function connectedHost(connection: MessageConnection): ConnectedHost {
  let asking: CancellationTokenSource | undefined;
  const notify = (type: { readonly method: string }, params: unknown): void => {
    void connection.sendNotification(type.method, params);
  };
  return {
    content: async () => {
      asking?.cancel();
      const source = new CancellationTokenSource();
      asking = source;
      return connection.sendRequest(protocol.contentRequest, {}, source.token);
    },
    cancel: () => {
      asking?.cancel();
    },
    export: async (request) => connection.sendRequest(protocol.exportRequest, request),
    pickSection: (section, point, open) => {
      notify(protocol.sectionPicked, { section, ...(point === undefined ? {} : { point }), open });
    },
    pickLine: (line, open) => {
      notify(protocol.linePicked, { line, open });
    },
    openText: () => {
      notify(protocol.openText, {});
    },
    openAsData: () => {
      notify(protocol.openAsData, {});
    },
    copy: (text, what) => {
      notify(protocol.copyText, { text, what });
    },
  };
}
