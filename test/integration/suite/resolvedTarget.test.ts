import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { positionOf, revertAll, show, until } from '../support';

function shownTargets(): vscode.TextEditor[] {
  return vscode.window.visibleTextEditors.filter(({ document }) => document.uri.scheme === 'bbp-target');
}

describe('BBP: Show Resolved Target', () => {
  afterEach(revertAll);

  it('shows the members of nested targets beside, read-only', async () => {
    const editor = await show('simulation', 'user.target');
    const position = positionOf(editor.document, 'Target Cell Observed', 'Target Cell Ob'.length);
    editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('bbp.showResolvedTarget');
    const shown = await until('the document is shown', () => shownTargets()[0]);
    const text = shown.document.getText();
    assert.match(text, /Observed/);
    for (const gid of [23, 24, 25, 38, 47]) assert.match(text, new RegExp(`\\ba${gid}\\b`));
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(shown.document.getText(), text, 'typing changes nothing');
  });

  it('shows a target anew after it has changed', async () => {
    const editor = await show('simulation', 'user.target');
    const position = positionOf(editor.document, 'Target Cell Late_Riser', 'Target Cell La'.length);
    editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('bbp.showResolvedTarget');
    await until('the document is shown', () => shownTargets()[0]);
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    const source = vscode.window.activeTextEditor;
    assert.ok(source);
    await source.edit((edit) => {
      edit.insert(positionOf(source.document, 'a47', 'a47'.length), ' a51');
    });
    source.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('bbp.showResolvedTarget');
    await until('the new member is shown', () =>
      shownTargets().find(({ document }) => /\ba51\b/.test(document.getText())),
    );
  });

  it('shows nothing where no target stands', async () => {
    const editor = await show('simulation', 'BlueConfig');
    const position = positionOf(editor.document, 'Duration 200', 2);
    editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('bbp.showResolvedTarget');
    assert.equal(shownTargets().length, 0);
  });
});
