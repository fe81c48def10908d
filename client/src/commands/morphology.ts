/** Commands that open morphologies, as a picture or as text. They need nothing of the view, so they are in the entry. */
import * as vscode from 'vscode';
import { activeFile } from './activeFile';

export const morphologyViewTypes = { swc: 'bbp.morphology', other: 'bbp.morphologyOption' } as const;

/**
 * @param uri the file that was chosen in the explorer or is shown; without it the active one
 * @param uris all that were chosen in the explorer
 */
export async function openMorphology(column: vscode.ViewColumn, uri?: vscode.Uri, uris?: vscode.Uri[]): Promise<void> {
  const chosen = uris?.length ? uris : [uri ?? activeFile()];
  const files = chosen.filter((file) => file !== undefined && /\.(swc|asc|h5)$/i.test(file.path));
  if (files.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a morphology first: an .swc, .asc or .h5 file.'));
  }
  for (const file of files) {
    const { swc, other } = morphologyViewTypes;
    const viewType = /\.swc$/i.test(file?.path ?? '') ? swc : other;
    await vscode.commands.executeCommand('vscode.openWith', file, viewType, column);
  }
}
