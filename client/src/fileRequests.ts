/** Answers to the server's questions about files that only VS Code can read: virtual workspaces, remote schemes. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { listFolderRequest, readFileRequest, statFileRequest } from '../../protocol/messages';

type Kind = 'file' | 'directory';

export function answerFileRequests(client: LanguageClient): vscode.Disposable {
  const files = vscode.workspace.fs;
  return vscode.Disposable.from(
    client.onRequest(statFileRequest, async ({ uri }) => {
      const status = await orUndefined(files.stat(vscode.Uri.parse(uri)));
      const kind = status && kindOf(status.type);
      return status && kind ? { kind, size: status.size, mtime: status.mtime } : null;
    }),
    client.onRequest(readFileRequest, async ({ uri, limit }) => {
      const target = vscode.Uri.parse(uri);
      // The size first: a file that is too large must not be read only to find that out.
      const status = await orUndefined(files.stat(target));
      if (!status || status.size > limit) return null;
      const bytes = await orUndefined(files.readFile(target));
      return bytes && bytes.length <= limit ? Buffer.from(bytes).toString('base64') : null;
    }),
    client.onRequest(listFolderRequest, async ({ uri }) => {
      const entries = (await orUndefined(files.readDirectory(vscode.Uri.parse(uri)))) ?? [];
      return entries.flatMap(([name, type]) => {
        const kind = kindOf(type);
        return kind ? [{ name, kind }] : [];
      });
    }),
  );
}

/** A link counts as what it leads to: the type has both bits. */
function kindOf(type: vscode.FileType): Kind | undefined {
  if ((type & vscode.FileType.Directory) !== 0) return 'directory';
  return (type & vscode.FileType.File) !== 0 ? 'file' : undefined;
}

async function orUndefined<T>(value: Thenable<T>): Promise<T | undefined> {
  try {
    return await value;
  } catch {
    // Missing, out of reach or forbidden: for the server all the same.
    return undefined;
  }
}
