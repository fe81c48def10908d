import type { Connection } from 'vscode-languageserver';
import { nodeHost } from './nodeHost.node';
import { serve } from './server';

/** Serves a client over a connection, with the files of this machine, until the client ends it. */
export function startServer(connection: Connection): void {
  serve(connection, nodeHost);
}
