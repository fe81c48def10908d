import * as vscode from 'vscode';

/** How long the status bar says that something was copied, in ms. */
const STATUS_TIME = 4000;

/** @param what "the Python snippet" */
export async function copyForPage(text: string, what: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied {0}', what), STATUS_TIME);
}
