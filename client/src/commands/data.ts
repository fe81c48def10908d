/** The command that opens data files. It needs nothing of the view, so it is in the entry. */
import * as vscode from 'vscode';
import { activeFile } from './activeFile';

/** One editor under three names: each says for which files it is the first choice. */
export const dataViewTypes = { default: 'bbp.data', option: 'bbp.dataOption', any: 'bbp.dataAny' } as const;

/** The name under which a file is shown as data. */
function dataViewTypeOf(path: string): string {
  if (/\.(nwb|abf|sonata)$/i.test(path)) return dataViewTypes.default;
  return /\.(h5|hdf5)$/i.test(path) ? dataViewTypes.option : dataViewTypes.any;
}

/**
 * @param uri the file that was chosen in the explorer; without it the active one, or one that is asked for
 * @param uris all that were chosen in the explorer
 */
export async function openData(uri?: vscode.Uri, uris?: vscode.Uri[]): Promise<void> {
  const active = uri ?? activeFile();
  const chosen = uris?.length ? uris : active ? [active] : await asked();
  for (const file of chosen) {
    await vscode.commands.executeCommand('vscode.openWith', file, dataViewTypeOf(file.path));
  }
}

async function asked(): Promise<readonly vscode.Uri[]> {
  const files = await vscode.window.showOpenDialog({
    canSelectMany: true,
    filters: {
      [vscode.l10n.t('Data files')]: ['h5', 'hdf5', 'nwb', 'abf', 'sonata'],
      [vscode.l10n.t('All files')]: ['*'],
    },
  });
  return files ?? [];
}
