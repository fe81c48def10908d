/** JSON-RPC over structured clone: each message is one event, and typed arrays travel as they are. */
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
} from 'vscode-jsonrpc/browser';
import { unpacked } from '../../protocol/packing';

/** One end of a way for messages, such as a webview's `acquireVsCodeApi()` and its window. */
export interface Channel {
  post(message: unknown): void;
  /** Calls back for each message; the answer ends it. */
  listen(listener: (message: unknown) => void): () => void;
}

class ChannelReader extends AbstractMessageReader implements MessageReader {
  readonly #channel: Channel;

  constructor(channel: Channel) {
    super();
    this.#channel = channel;
  }

  listen(callback: DataCallback): Disposable {
    const dispose = this.#channel.listen((message) => {
      // Other scripts of the page may post to the window as well.
      if (isMessage(message)) callback(unpacked(message));
    });
    return { dispose };
  }
}

class ChannelWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #channel: Channel;

  constructor(channel: Channel) {
    super();
    this.#channel = channel;
  }

  write(message: Message): Promise<void> {
    this.#channel.post(message);
    return Promise.resolve();
  }

  end(): void {
    // A channel lives as long as its page.
  }
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && (value as { jsonrpc?: unknown }).jsonrpc === '2.0';
}

export function connect(channel: Channel): MessageConnection {
  return createMessageConnection(new ChannelReader(channel), new ChannelWriter(channel));
}
