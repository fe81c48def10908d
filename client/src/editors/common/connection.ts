/** JSON-RPC with a webview: each message is one `postMessage`, and typed arrays travel as they are. */
import type * as vscode from 'vscode';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import { packed } from '../../../../protocol/packing';
import { bytesOf } from './messageSize';

class Reader extends AbstractMessageReader {
  #callback: DataCallback | undefined;

  listen(callback: DataCallback): Disposable {
    this.#callback = callback;
    return { dispose: () => (this.#callback = undefined) };
  }

  take(message: Message): void {
    this.#callback?.(message);
  }
}

class Writer extends AbstractMessageWriter {
  #isOpen = true;

  constructor(
    private readonly webview: vscode.Webview,
    private readonly count: (bytes: number) => void,
  ) {
    super();
  }

  async write(message: Message): Promise<void> {
    // A page that is hidden takes no message: when it is shown again it asks for everything.
    if (!this.#isOpen) return;
    const sent = packed(message);
    this.count(bytesOf(sent));
    await this.webview.postMessage(sent);
  }

  end(): void {
    this.#isOpen = false;
  }
}

export interface Pages extends Disposable {
  readonly connection: () => MessageConnection | undefined;
  /** What was sent to all pages so far, in bytes. */
  readonly sentBytes: () => number;
}

/**
 * Speaks with each page that the webview shows in turn: VS Code throws a page away when its tab is hidden, and makes
 * a new one without a word. A new page counts its requests from the start again, which tells.
 * @param begin registers the handlers; what it returns is disposed of with its page
 */
export function speakWithPages(
  webview: vscode.Webview,
  log: vscode.LogOutputChannel,
  begin: (connection: MessageConnection) => Disposable,
): Pages {
  let current:
    { readonly connection: MessageConnection; readonly reader: Reader; readonly end: () => void } | undefined;
  let lastRequest = -1;
  let sentBytes = 0;

  const renew = (): Reader => {
    current?.end();
    const [reader, writer] = [new Reader(), new Writer(webview, (bytes) => (sentBytes += bytes))];
    const logger = {
      error: (message: string) => {
        log.error(message);
      },
      warn: (message: string) => {
        log.warn(message);
      },
      info: (message: string) => {
        log.info(message);
      },
      log: (message: string) => {
        log.debug(message);
      },
    };
    const connection = createMessageConnection(reader, writer, logger);
    const handlers = begin(connection);
    connection.onError(([error]) => {
      log.error(error);
    });
    connection.listen();
    const end = (): void => {
      handlers.dispose();
      writer.end();
      connection.dispose();
    };
    current = { connection, reader, end };
    return reader;
  };

  const subscription = webview.onDidReceiveMessage((message: unknown) => {
    if (!isMessage(message)) return;
    const isNew = isRequest(message) && message.id <= lastRequest;
    const reader = isNew || !current ? renew() : current.reader;
    if (isRequest(message)) lastRequest = message.id;
    reader.take(message);
  });
  return {
    connection: () => current?.connection,
    sentBytes: () => sentBytes,
    dispose: () => {
      subscription.dispose();
      current?.end();
      current = undefined;
    },
  };
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'jsonrpc' in value && value.jsonrpc === '2.0';
}

function isRequest(message: Message): message is Message & { readonly id: number } {
  return 'method' in message && 'id' in message && typeof message.id === 'number';
}
