/** Where exports are written: always where the user says, and never over a file without the question. */
import * as vscode from 'vscode';
import { nameOf } from './files';

/**
 * Asks where to save, and saves.
 * @param beside the file that the export is of
 * @param kind what the dialog calls it, and its ending: "CSV", "csv"
 * @returns name of the file; null where nothing was saved
 */
export async function saveExport(
  beside: vscode.Uri,
  suggestedName: string,
  kind: { readonly title: string; readonly ending: string },
  bytes: Uint8Array,
): Promise<string | null> {
  const target = await vscode.window.showSaveDialog({
    defaultUri: suggestedPlace(beside, suggestedName),
    filters: { [kind.title]: [kind.ending] },
    saveLabel: vscode.l10n.t('Export'),
  });
  if (!target) return null;
  await vscode.workspace.fs.writeFile(target, bytes);
  return nameOf(target);
}

export function exportBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** Beside the file; where nothing can be written there, in the first folder that is open. */
function suggestedPlace(uri: vscode.Uri, name: string): vscode.Uri {
  const isWritable = vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
  const folder = isWritable ? vscode.Uri.joinPath(uri, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.Uri.joinPath(folder ?? vscode.Uri.joinPath(uri, '..'), name);
}
