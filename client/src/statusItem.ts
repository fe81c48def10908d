/** The language status item: which circuit and targets a document belongs to, or how the server does. */
import * as vscode from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { languageFiles } from '../../formats/recognise/languages';
import { documentStatusRequest, statusChangedNotification } from '../../protocol/messages';
import { commandNames } from './commands/names';

const languages: readonly string[] = languageFiles.map(({ id }) => id);

export function createStatusItem(client: LanguageClient): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('bbp.status', languages);
  item.name = 'BBP Formats';
  const showOutput = { title: vscode.l10n.t('Show Output'), command: commandNames.showOutput };
  const restart = { title: vscode.l10n.t('Restart Server'), command: commandNames.restartServer };

  const refresh = async (): Promise<void> => {
    item.busy = client.state === State.Starting;
    if (client.state !== State.Running) {
      const off = client.state !== State.Starting;
      item.text = off ? vscode.l10n.t('Language server is off') : vscode.l10n.t('Starting …');
      item.detail = '';
      item.severity = off ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
      item.command = off ? restart : showOutput;
      return;
    }
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !languages.includes(document.languageId)) return;
    const status = await client.sendRequest(documentStatusRequest, { uri: document.uri.toString() });
    // The answer may come late: it must not stand for another document.
    if (vscode.window.activeTextEditor?.document !== document) return;
    item.text = status?.text ?? vscode.l10n.t('No circuit');
    item.detail = status?.detail ?? '';
    item.severity =
      status?.severity === 'warning'
        ? vscode.LanguageStatusSeverity.Warning
        : vscode.LanguageStatusSeverity.Information;
    item.command = showOutput;
  };

  const refreshQuietly = (): void => {
    refresh().catch((error: unknown) => {
      // A server that is going down answers nothing; the change of its state refreshes the item again.
      client.outputChannel.debug(`No status: ${String(error)}`);
    });
  };
  refreshQuietly();
  return vscode.Disposable.from(
    item,
    client.onDidChangeState(refreshQuietly),
    client.onNotification(statusChangedNotification, refreshQuietly),
    vscode.window.onDidChangeActiveTextEditor(refreshQuietly),
  );
}
