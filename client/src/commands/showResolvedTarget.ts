/** "BBP: Show Resolved Target": the members of the target under the cursor, as a read-only document beside. */
import * as vscode from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { resolvedTargetRequest } from '../../../protocol/messages';

const scheme = 'bbp-target';

export interface ShowResolvedTarget {
  readonly showResolvedTarget: () => Promise<void>;
  readonly disposable: vscode.Disposable;
}

export function showResolvedTargetCommand(client: LanguageClient): ShowResolvedTarget {
  /** Texts by URI, each until its document is closed. */
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();

  const showResolvedTarget = async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a configuration or a target file first.'));
      return;
    }
    if (client.state !== State.Running && client.state !== State.Starting) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The language server is off: restart it first.'));
      return;
    }
    const { document, selection } = editor;
    const target = await client.sendRequest(resolvedTargetRequest, {
      uri: document.uri.toString(),
      position: client.code2ProtocolConverter.asPosition(selection.active),
    });
    if (!target) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no target under the cursor.'));
      return;
    }
    const uri = resolvedTargetUri(target.name, document.uri);
    texts.set(uri.toString(), target.text);
    // An open document of that address shows the new text.
    changed.fire(uri);
    const shown = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(shown, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  };

  const disposable = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? vscode.l10n.t('# Show the target again.\n'),
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === scheme) texts.delete(uri.toString());
    }),
  );
  return { showResolvedTarget, disposable };
}

/** The same target of two circuits has two documents: the query keeps the file it was asked from. */
function resolvedTargetUri(name: string, origin: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${name.replaceAll('/', '∕')} (resolved)`, query: origin.toString() });
}
