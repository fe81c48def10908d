/** One view of a data file: what its page asks, and what it is told. */
import * as vscode from 'vscode';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import * as protocol from '../../../../protocol/dataView';
import { speakWithPages } from '../common/connection';
import { copyForPage } from '../common/copying';
import { describe } from '../common/responses';
import { exportBytes, saveExport } from '../common/saving';
import type { DataDocument } from './document';
import { answerQuestions, signalOf } from './requests';

const TITLES: Readonly<Record<protocol.DataExportFormat, string>> = {
  csv: 'CSV',
  npy: 'NumPy',
  json: 'JSON',
  png: 'PNG',
  svg: 'SVG',
};

export interface DataView {
  readonly panel: vscode.WebviewPanel;
  run(command: protocol.DataViewCommand): void;
  dispose(): void;
}

export function createDataView(
  document: DataDocument,
  panel: vscode.WebviewPanel,
  output: vscode.LogOutputChannel,
): DataView {
  const log = (error: unknown): void => {
    output.error(`${document.name}: ${describe(error)}`);
  };
  const pages = speakWithPages(panel.webview, output, (connection) => {
    const gone = new AbortController();
    answerQuestions(connection, document.session, gone.signal, log);
    answerWishes(connection, document, log);
    return {
      dispose: () => {
        gone.abort();
      },
    };
  });
  const tell = (send: (connection: MessageConnection) => Promise<void>): void => {
    const connection = pages.connection();
    if (connection) send(connection).catch(log);
  };
  const subscriptions = vscode.Disposable.from(
    pages,
    document.onDidChange((content) => {
      tell((connection) => connection.sendNotification(protocol.dataContentChanged, content));
    }),
  );
  return {
    panel,
    run: (command) => {
      tell((connection) => connection.sendNotification(protocol.dataViewCommand, { command }));
    },
    dispose: () => {
      output.debug(`${document.name}: ${String(pages.sentBytes())} bytes went to its view`);
      subscriptions.dispose();
    },
  };
}

/** What the page wants done beside reading. */
function answerWishes(connection: MessageConnection, document: DataDocument, log: (error: unknown) => void): void {
  connection.onRequest(protocol.dataContentRequest, (_nothing, token) => document.content(signalOf(token)));
  connection.onRequest(protocol.followExternalRequest, ({ path }) => document.follow(path));
  connection.onRequest(protocol.dataExportRequest, async ({ format, suggestedName, content }) => {
    try {
      const kind = { title: TITLES[format], ending: format };
      return await saveExport(document.uri, suggestedName, kind, exportBytes(content));
    } catch (error) {
      log(error);
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('{0} was not saved: {1}', suggestedName, reason));
      return null;
    }
  });
  connection.onNotification(protocol.dataCopy, ({ text, what }) => {
    copyForPage(text, what).catch(log);
  });
}
