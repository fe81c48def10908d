/** Files of any place that VS Code reaches, and what is said where one cannot be had. */
import * as vscode from 'vscode';

/** A file that is not on this machine is copied up to this size, in bytes. */
const COPY_LIMIT = 64 * 1024 * 1024;

/** A failure that is told to the user as it is. */
export class ReadError extends Error {}

/** In bytes. @throws {@link ReadError} */
export async function sizeOf(uri: vscode.Uri): Promise<number> {
  const { size, type } = await reached(uri, vscode.workspace.fs.stat(uri));
  if ((type & vscode.FileType.Directory) !== 0) throw new ReadError(vscode.l10n.t('This is a folder, not a file.'));
  return size;
}

/** The bytes of a file that is not on this machine, for a copy that is. @throws {@link ReadError} where it is too large */
export async function copyable(uri: vscode.Uri, size: number): Promise<Uint8Array> {
  if (size > COPY_LIMIT) {
    const [has, limit] = [megabytes(size), megabytes(COPY_LIMIT)];
    throw new ReadError(
      vscode.l10n.t(
        'The file has {0} MB and is not on this machine: copy it here; up to {1} MB that is done for you.',
        has,
        limit,
      ),
    );
  }
  return reached(uri, vscode.workspace.fs.readFile(uri));
}

export function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}

export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** Says of a file that cannot be had what people say of it. */
export async function reached<Value>(uri: vscode.Uri, value: Thenable<Value>): Promise<Value> {
  try {
    return await value;
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    const name = nameOf(uri);
    if (error.code === 'FileNotFound') throw new ReadError(vscode.l10n.t('{0} does not exist (any more).', name));
    if (error.code === 'NoPermissions') throw new ReadError(vscode.l10n.t('{0} may not be read.', name));
    throw new ReadError(vscode.l10n.t('{0} cannot be read: {1}', name, error.message));
  }
}

/** Calls back when a file is written, comes or goes. */
export function watchFile(uri: vscode.Uri, follow: () => void): vscode.Disposable {
  // Any name of its length: the pattern must not take brackets in a name for its own.
  const pattern = nameOf(uri).replace(/[^\w. -]/gu, '?');
  const folder = vscode.Uri.joinPath(uri, '..');
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, pattern));
  const pick = (changed: vscode.Uri): void => {
    if (changed.toString() === uri.toString()) follow();
  };
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(pick),
    watcher.onDidCreate(pick),
    watcher.onDidDelete(pick),
  );
}
