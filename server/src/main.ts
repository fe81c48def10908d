/** The language server's own process; `--node-ipc`, `--stdio`, `--socket=PORT` or `--pipe=NAME` says how to talk. */
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from './lsp/startServer';

startServer(createConnection());
