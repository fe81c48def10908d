/**
 * A fix that changes nothing but line ends does nothing in VS Code, which writes every edit with the line ends that the
 * document has. Such an edit becomes one that sets them.
 */
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';

export const lineEndingsMiddleware: Middleware = {
  provideCodeActions: async (document, range, context, token, next) => {
    const actions = await next(document, range, context, token);
    for (const action of actions ?? []) {
      if (action instanceof vscode.CodeAction && isAboutLineEnds(document, action)) {
        const edit = new vscode.WorkspaceEdit();
        edit.set(document.uri, [vscode.TextEdit.setEndOfLine(vscode.EndOfLine.LF)]);
        action.edit = edit;
      }
    }
    return actions;
  },
};

function isAboutLineEnds(document: vscode.TextDocument, { edit }: vscode.CodeAction): boolean {
  if (document.eol !== vscode.EndOfLine.CRLF || edit?.size !== 1) return false;
  const [change, ...more] = edit.get(document.uri);
  if (!change || more.length > 0 || change.newText.length < 1) return false;
  const replaced = document.getText(change.range);
  return replaced.includes('\r\n') && replaced.replaceAll('\r\n', '\n') === change.newText;
}
