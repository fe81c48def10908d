/**
 * Files of ours under names that do not tell: the language is set when the text shows it. `*.target` is not ours by
 * its ending, since systemd's units have the same.
 */
import * as vscode from 'vscode';
import { RECOGNITION_LENGTH, recognise } from '../../formats/recognise/recognise';

/** Documents that are not files of the user: their text may quote ours. */
const foreignSchemes: ReadonlySet<string> = new Set(['output', 'debug', 'comment', 'bbp-target']);

export function recogniseOnOpen(): vscode.Disposable {
  // Each document is judged once while it is open: whoever then chooses another language keeps it.
  const judged = new Set<string>();

  const judge = (document: vscode.TextDocument): void => {
    const uri = document.uri.toString();
    if (judged.has(uri) || foreignSchemes.has(document.uri.scheme)) return;
    judged.add(uri);
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    // A file that another extension knows stays with it, but for `.target`: there our text is never a unit of systemd.
    if (document.languageId !== 'plaintext' && !name.endsWith('.target')) return;
    const head = document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(RECOGNITION_LENGTH)));
    const language = recognise(name, head);
    if (language !== undefined && language !== document.languageId) {
      void vscode.languages.setTextDocumentLanguage(document, language);
    }
  };

  const forget = (document: vscode.TextDocument): void => {
    // A change of language closes and opens a document at once: it is really closed if it is still so a moment later.
    setTimeout(() => {
      const uri = document.uri.toString();
      if (!vscode.workspace.textDocuments.some((open) => open.uri.toString() === uri)) judged.delete(uri);
    });
  };

  vscode.workspace.textDocuments.forEach(judge);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(judge),
    vscode.workspace.onDidCloseTextDocument(forget),
  );
}
