/** One view of a morphology: what its page asks and says, and what it is told. */
import * as vscode from 'vscode';
import type { MessageConnection, ResponseError } from 'vscode-jsonrpc/node';
import * as protocol from '../../../../protocol/morphologyView';
import { dataViewTypes } from '../../commands/data';
import { copyForPage } from '../common/copying';
import { cancelledResponse, describe, failedResponse } from '../common/responses';
import { speakWithPages } from '../common/connection';
import { ReadError } from '../common/files';
import { Cancelled } from '../common/loading';
import type { MorphologyDocument } from './document';
import { exportFrom } from './exports';
import type { MorphologyHdf5 } from './hdf5.node';
import { TextLink } from './textLink';

export interface ViewServices {
  readonly hdf5: MorphologyHdf5;
  readonly output: vscode.LogOutputChannel;
  /** Written into files that we make: "BBP Formats 1.0.0". */
  readonly program: string;
}

export interface MorphologyView {
  dispose(): void;
  readonly panel: vscode.WebviewPanel;
  run(command: protocol.MorphologyViewCommand): void;
  openText(): Promise<void>;
}

export function createView(
  document: MorphologyDocument,
  panel: vscode.WebviewPanel,
  services: ViewServices,
): MorphologyView {
  const { output } = services;
  const link = new TextLink(document);
  const openText = async (): Promise<void> => {
    await link.openBeside(panel, false);
  };
  const pages = speakWithPages(panel.webview, output, (connection) => {
    const gone = new vscode.CancellationTokenSource();
    answer(connection, document, link, panel, services, gone.token);
    return {
      dispose: () => {
        gone.cancel();
        gone.dispose();
      },
    };
  });
  const tell = (send: (connection: MessageConnection) => Promise<void>): void => {
    const connection = pages.connection();
    if (!connection) return;
    send(connection).catch((error: unknown) => {
      output.error(`${document.name}: the view could not be told: ${String(error)}`);
    });
  };
  const subscriptions = vscode.Disposable.from(
    pages,
    link,
    document.onDidChange((content) => {
      tell((connection) => connection.sendNotification(protocol.contentChanged, content));
    }),
    link.onDidMove((place) => {
      tell((connection) => connection.sendNotification(protocol.textSelection, place));
    }),
  );
  return {
    panel,
    openText,
    run: (command) => {
      tell((connection) => connection.sendNotification(protocol.viewCommand, { command }));
    },
    dispose: () => {
      subscriptions.dispose();
    },
  };
}

function answer(
  connection: MessageConnection,
  document: MorphologyDocument,
  link: TextLink,
  panel: vscode.WebviewPanel,
  { hdf5, output, program }: ViewServices,
  gone: vscode.CancellationToken,
): void {
  /** Failures of what the view wants done are logged: nobody waits for them. */
  const doing = (work: Thenable<unknown>): void => {
    work.then(undefined, (error: unknown) => {
      output.error(`${document.name}: ${describe(error)}`);
    });
  };

  connection.onRequest(protocol.contentRequest, async (_nothing, token) => {
    const stop = new vscode.CancellationTokenSource();
    const ends = [token, gone].map((end) => end.onCancellationRequested(() => stop.cancel()));
    try {
      return await document.content(stop.token, (phase, fraction) => {
        doing(connection.sendNotification(protocol.loadingProgress, { phase, fraction }));
      });
    } catch (error) {
      throw asResponse(error, document, output);
    } finally {
      for (const end of ends) end.dispose();
      stop.dispose();
    }
  });
  connection.onRequest(protocol.exportRequest, async (request) => {
    try {
      return await exportFrom(document, request, hdf5, program);
    } catch (error) {
      output.error(`${document.name}: ${describe(error)}`);
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('{0} was not saved: {1}', request.suggestedName, reason));
      return null;
    }
  });
  connection.onNotification(protocol.sectionPicked, ({ section, point, open }) => {
    doing(link.showSection(section, point, open, panel));
  });
  connection.onNotification(protocol.linePicked, ({ line, open }) => {
    doing(link.showLines([{ start: line, end: line }], open, panel));
  });
  connection.onNotification(protocol.openText, () => {
    doing(link.openBeside(panel, false));
  });
  connection.onNotification(protocol.openAsData, () => {
    const { option } = dataViewTypes;
    doing(vscode.commands.executeCommand('vscode.openWith', document.uri, option, panel.viewColumn));
  });
  connection.onNotification(protocol.copyText, ({ text, what }) => {
    doing(copyForPage(text, what));
  });
}

/** What the page is answered: the words for its user, or that it was cancelled. All else is in the log as well. */
function asResponse(
  error: unknown,
  document: MorphologyDocument,
  output: vscode.LogOutputChannel,
): ResponseError<undefined> {
  if (error instanceof Cancelled) return cancelledResponse();
  if (!(error instanceof ReadError)) output.error(`${document.name}: ${describe(error)}`);
  return failedResponse(error);
}
