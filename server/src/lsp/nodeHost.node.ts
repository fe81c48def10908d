import { existsSync } from 'node:fs';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { NodeWorkspace } from '../workspace/nodeWorkspace.node';
import type { Host } from './host';

export const nodeHost: Host = {
  workspace: (folders) => new NodeWorkspace(folders),
  get diagnosticsPage() {
    // The bundle lies in dist/, beside docs/.
    const page = path.join(__dirname, '..', 'docs', 'diagnostics.md');
    return existsSync(page) ? URI.file(page).toString() : undefined;
  },
  onUncaughtError: (report) => {
    const handle = (error: unknown): void => {
      try {
        report(error);
      } catch {
        // Nobody listens any more; an error thrown here would end the process without a word.
        process.stderr.write(`${String(error)}\n`);
      }
    };
    process.on('uncaughtException', handle);
    process.on('unhandledRejection', handle);
  },
};
