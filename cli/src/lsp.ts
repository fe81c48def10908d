import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../../server/src/lsp/startServer';

/** Serves the editor that started us, over standard input and output, until it says goodbye or its end closes. */
export function runLanguageServer(): void {
  // Finds `--stdio` among our arguments; only streams that it opens itself end the process when they end.
  startServer(createConnection());
}
