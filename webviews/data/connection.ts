/** The view's end of the messages of protocol/dataView.ts. */
import { CancellationTokenSource, type MessageConnection, type RequestType } from 'vscode-jsonrpc/browser';
import * as protocol from '../../protocol/dataView';
import type { Host } from './host';

export function connectedHost(connection: MessageConnection): Host {
  /** A signal of the page becomes a message that ends the work on the other side. */
  async function ask<Params, Result>(
    type: RequestType<Params, Result, void>,
    params: Params,
    signal?: AbortSignal,
  ): Promise<Result> {
    signal?.throwIfAborted();
    const source = new CancellationTokenSource();
    const cancel = (): void => {
      source.cancel();
    };
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await connection.sendRequest(type.method, params, source.token);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }
  return {
    content: async (signal) => ask(protocol.dataContentRequest, {}, signal),
    children: async (path, range, signal) => ask(protocol.childrenRequest, { path, range }, signal),
    rows: async (paths, signal) => ask(protocol.rowsRequest, { paths }, signal),
    entity: async (path, signal) => ask(protocol.entityRequest, { path }, signal),
    read: async (path, selection, signal) => ask(protocol.readRequest, { path, selection }, signal),
    minMax: async (path, selection, bins, signal) => ask(protocol.minMaxRequest, { path, selection, bins }, signal),
    search: async (text, limit, signal) => ask(protocol.searchRequest, { text, limit }, signal),
    trace: async (id, range, bins, signal) => ask(protocol.traceRequest, { id, range, bins }, signal),
    tableRows: async (name, range, signal) => ask(protocol.tableRowsRequest, { name, range }, signal),
    unitSpikes: async (range, signal) => ask(protocol.unitSpikesRequest, { range }, signal),
    followExternal: async (path) => ask(protocol.followExternalRequest, { path }),
    export: async (format, suggestedName, content) =>
      ask(protocol.dataExportRequest, { format, suggestedName, content }),
    copy: (text, what) => {
      void connection.sendNotification(protocol.dataCopy, { text, what });
    },
  };
}
