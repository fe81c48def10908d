/**
 * The extension, as the page sees it: runs in the page before its scripts and speaks the messages of
 * protocol/morphologyView.ts. Tests drive it through `window.extension`.
 */
import { ResponseError } from 'vscode-jsonrpc/browser';
import * as protocol from '../../../protocol/morphologyView';
import { connect, type Channel } from '../../../webviews/common/transport';

/** What the page asked or said, in its order. */
export interface Said {
  readonly method: string;
  readonly params: unknown;
}

export interface FakeExtension {
  /** Answers the open question for content, or the next one. */
  provide(content: protocol.MorphologyContent): void;
  /** Refuses it instead. */
  fail(message: string): void;
  change(content: protocol.MorphologyContent): void;
  command(command: protocol.MorphologyViewCommand): void;
  selectInText(section: number | null, point: number | null): void;
  progress(phase: string, fraction: number | null): void;
  readonly said: readonly Said[];
  /** What the page has given to `setState`. */
  state(): unknown;
  /** The name with which the next exports are answered; null: the user cancels them. */
  savedAs: string | null;
}

declare global {
  interface Window {
    extension: FakeExtension;
    acquireVsCodeApi: () => unknown;
  }
}

/** Survives a reload of the page, as VS Code's own state does. */
const STATE_KEY = 'state of the webview';

const said: Said[] = [];
let fromPage: ((message: unknown) => void) | undefined;
const channel: Channel = {
  post: (message) => window.postMessage(structuredClone(message), window.origin),
  listen: (listener) => {
    fromPage = listener;
    return () => (fromPage = undefined);
  },
};
const connection = connect(channel);

type Answer = { readonly content: protocol.MorphologyContent } | { readonly error: string };
let ready: Answer | undefined;
let asking: ((answer: Answer) => void) | undefined;

function answer(given: Answer): void {
  if (asking) asking(given);
  else ready = given;
}

connection.onRequest(protocol.contentRequest, async (params, token) => {
  said.push({ method: protocol.contentRequest.method, params });
  const given = ready ?? (await nextAnswer(token));
  ready = undefined;
  if ('content' in given) return given.content;
  throw new ResponseError(-32603, given.error);
});

function nextAnswer(token: { onCancellationRequested(listener: () => void): unknown }): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    asking = (given) => {
      asking = undefined;
      resolve(given);
    };
    token.onCancellationRequested(() => {
      asking = undefined;
      said.push({ method: '$/cancelRequest', params: protocol.contentRequest.method });
      reject(new ResponseError(-32800, 'Cancelled'));
    });
  });
}

connection.onRequest(protocol.exportRequest, (request) => {
  said.push({ method: protocol.exportRequest.method, params: request });
  return window.extension.savedAs;
});
connection.onNotification((method, params) => {
  said.push({ method, params });
});

const send = (type: { readonly method: string }, params: unknown): void => {
  void connection.sendNotification(type.method, params);
};

window.extension = {
  provide: (content) => answer({ content }),
  fail: (error) => answer({ error }),
  change: (content) => send(protocol.contentChanged, content),
  command: (command) => send(protocol.viewCommand, { command }),
  selectInText: (section, point) => send(protocol.textSelection, { section, point }),
  progress: (phase, fraction) => send(protocol.loadingProgress, { phase, fraction }),
  said,
  state: () => readState(),
  savedAs: 'saved.file',
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
