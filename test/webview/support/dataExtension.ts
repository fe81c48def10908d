/**
 * The extension, as the data page sees it: runs in the page before its scripts and speaks the messages of
 * protocol/dataView.ts about made-up files. Tests drive it through `window.dataExtension`.
 */
import { ResponseError } from 'vscode-jsonrpc/browser';
import * as protocol from '../../../protocol/dataView';
import { connect, type Channel } from '../../../webviews/common/transport';
import { madeUpFile, type MadeUpFile } from './dataFile';

export interface DataSaid {
  readonly method: string;
  readonly params: unknown;
}

export interface DataExtension {
  readonly said: readonly DataSaid[];
  /** Answers to reads wait until `release`. */
  hold: boolean;
  release(): void;
  /** Reads of this path fail with a message. */
  failing: { path: string; message: string } | null;
  change(name: string): void;
  command(command: protocol.DataViewCommand): void;
  state(): unknown;
}

declare global {
  interface Window {
    dataExtension: DataExtension;
    /** Which of the made-up files is open; set before the page's scripts run. */
    madeUpFile: string;
  }
}

/** Survives a reload of the page, as VS Code's own state does. */
const STATE_KEY = 'state of the webview';

const said: DataSaid[] = [];
let fromPage: ((message: unknown) => void) | undefined;
const channel: Channel = {
  post: (message) => window.postMessage(structuredClone(message), window.origin),
  listen: (listener) => {
    fromPage = listener;
    return () => (fromPage = undefined);
  },
};
const connection = connect(channel);
let file: MadeUpFile = madeUpFile(window.madeUpFile);
let waiting: (() => void)[] = [];

interface Token {
  onCancellationRequested(listener: () => void): unknown;
}

type Handler<Params, Result> = (params: Params) => Result;

/** Notes the question, waits where it is told to, and says so when it is cancelled. */
function answer<Params, Result>(type: { readonly method: string }, handler: Handler<Params, Result>): void {
  connection.onRequest(type.method, async (params: Params, token: Token) => {
    said.push({ method: type.method, params });
    const failing = window.dataExtension.failing;
    if (failing && (params as { path?: string }).path === failing.path)
      throw new ResponseError(-32603, failing.message);
    if (window.dataExtension.hold) {
      await new Promise<void>((resolve, reject) => {
        waiting.push(resolve);
        token.onCancellationRequested(() => {
          said.push({ method: '$/cancelRequest', params: type.method });
          reject(new ResponseError(-32800, 'Cancelled'));
        });
      });
    }
    return handler(params);
  });
}

answer(protocol.dataContentRequest, () => file.content);
answer(protocol.childrenRequest, ({ path, range }: { path: string; range: { start: number; end: number } }) =>
  file.children(path, range.start, range.end),
);
answer(protocol.rowsRequest, ({ paths }: { paths: readonly string[] }) => paths.map((path) => file.row(path)));
answer(protocol.entityRequest, ({ path }: { path: string }) => file.entity(path));
answer(protocol.readRequest, ({ path, selection }: Parameters<typeof file.read>[0]) => file.read({ path, selection }));
answer(protocol.minMaxRequest, (params: Parameters<typeof file.minMax>[0]) => file.minMax(params));
answer(protocol.searchRequest, ({ text, limit }: { text: string; limit: number }) => file.search(text, limit));
answer(protocol.traceRequest, (params: Parameters<typeof file.trace>[0]) => file.trace(params));
answer(protocol.tableRowsRequest, (params: Parameters<typeof file.tableRows>[0]) => file.tableRows(params));
answer(protocol.unitSpikesRequest, (params: Parameters<typeof file.unitSpikes>[0]) => file.unitSpikes(params));
answer(protocol.followExternalRequest, () => false);
answer(protocol.dataExportRequest, () => 'saved.file');
connection.onNotification((method, params) => {
  said.push({ method, params });
});

window.dataExtension = {
  said,
  hold: false,
  release: () => {
    window.dataExtension.hold = false;
    for (const go of waiting) go();
    waiting = [];
  },
  failing: null,
  change: (name) => {
    file = madeUpFile(name);
    void connection.sendNotification(protocol.dataContentChanged.method, file.content);
  },
  command: (command) => void connection.sendNotification(protocol.dataViewCommand.method, { command }),
  state: () => readState(),
};

function readState(): unknown {
  const text = sessionStorage.getItem(STATE_KEY);
  return text === null ? undefined : JSON.parse(text);
}

window.acquireVsCodeApi = () => ({
  postMessage: (message: unknown) => {
    const copy: unknown = structuredClone(message);
    queueMicrotask(() => fromPage?.(copy));
  },
  getState: readState,
  setState: (state: unknown) => sessionStorage.setItem(STATE_KEY, JSON.stringify(state)),
});
connection.listen();
