/**
 * Mends the language of a document where the manifest's patterns cannot tell: a file of ours under a name that says
 * nothing gets its language when the text shows it, and BlueConfig.md, which the pattern `BlueConfig*` takes for ours,
 * gets its own back.
 */
import * as vscode from 'vscode';
import { otherLanguage } from '../../formats/recognise/endings';
import { languageFiles } from '../../formats/recognise/languages';
import { isClaimed, isMistaken, recognise, RECOGNITION_LENGTH } from '../../formats/recognise/recognise';

/** Documents that are not files of the user: their text may quote ours. */
const foreignSchemes: ReadonlySet<string> = new Set(['output', 'debug', 'comment', 'bbp-target']);

const sharedEndings = languageFiles.flatMap((language) => language.sharedEndings);

export function recogniseOnOpen(): vscode.Disposable {
  // Each document is judged once while it is open: whoever then chooses another language keeps it.
  const judged = new Set<string>();

  const judge = (document: vscode.TextDocument): void => {
    const uri = document.uri.toString();
    if (judged.has(uri) || foreignSchemes.has(document.uri.scheme)) return;
    judged.add(uri);
    betterLanguage(document)
      .then((language) => {
        if (language === undefined || language === document.languageId || document.isClosed) return undefined;
        return vscode.languages.setTextDocumentLanguage(document, language);
      })
      .then(undefined, () => {
        // It was closed meanwhile: nothing is lost.
      });
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

/** The language that a document's name and text call for; undefined where the one it has may stay. */
async function betterLanguage(document: vscode.TextDocument): Promise<string | undefined> {
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  const head = document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(RECOGNITION_LENGTH)));
  const current = languageFiles.find(({ id }) => id === document.languageId);
  if (current) {
    // Only what our own patterns have done is undone: a choice by hand or by `files.associations` stays.
    if (!isMistaken(name, head) || !isClaimed(name, current) || isAssociated(document, current.id)) return undefined;
    const other = otherLanguage(name);
    return other !== undefined && (await vscode.languages.getLanguages()).includes(other) ? other : 'plaintext';
  }
  // A file that another extension knows stays with it, but for endings that are ours as well once the text shows it.
  const isFree = document.languageId === 'plaintext' || sharedEndings.some((ending) => name.endsWith(ending));
  return isFree ? recognise(name, head) : undefined;
}

/** Whether the user's `files.associations` give a document its language. */
function isAssociated(document: vscode.TextDocument, language: string): boolean {
  const associations = vscode.workspace
    .getConfiguration('files', document)
    .get<Readonly<Record<string, string>>>('associations', {});
  return Object.entries(associations).some(([glob, id]) => {
    if (id !== language) return false;
    return vscode.languages.match({ pattern: glob.includes('/') ? glob : `**/${glob}` }, document) > 0;
  });
}
