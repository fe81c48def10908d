import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileUri, revertAll, show, until, write } from '../support';

const extensionId = 'bbp-formats.bbp-formats';

async function languageOf(...segments: readonly string[]): Promise<string> {
  return (await vscode.workspace.openTextDocument(fileUri(...segments))).languageId;
}

describe('activation and languages', () => {
  after(revertAll);

  it('activates when a document of ours is opened', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    await show('simulation', 'BlueConfig');
    await until('the extension is active', () => extension.isActive || undefined);
  });

  it('knows files by their names', async () => {
    assert.equal(await languageOf('simulation', 'BlueConfig'), 'blueconfig');
    assert.equal(await languageOf('simulation', 'BlueConfig.replay'), 'blueconfig');
    assert.equal(await languageOf('circuit', 'CircuitConfig'), 'blueconfig');
    assert.equal(await languageOf('circuit', 'start.target'), 'circuittarget');
    assert.equal(await languageOf('simulation', 'user.target'), 'circuittarget');
  });

  it('knows a target file by its first line', async () => {
    await write(fileUri('first.target'), 'Target Cell A\n{\n    a1\n}\n');
    assert.equal(await languageOf('first.target'), 'circuittarget');
  });

  it('knows a target file of any name by its content', async () => {
    const uri = fileUri('simulation', 'replay.target');
    await vscode.workspace.openTextDocument(uri);
    await until('its language is set', () =>
      vscode.workspace.textDocuments.find(
        (document) => document.uri.toString() === uri.toString() && document.languageId === 'circuittarget',
      ),
    );
  });

  it('leaves a unit of systemd alone', async () => {
    const uri = fileUri('basic.target');
    await write(uri, '[Unit]\nDescription=Basic System\nRequires=sysinit.target\n');
    const document = await vscode.workspace.openTextDocument(uri);
    // Another file, judged after this one, shows that its turn has come.
    await write(fileUri('later.target'), '# remark\nTarget Cell B\n{\n    a2\n}\n');
    await vscode.workspace.openTextDocument(fileUri('later.target'));
    await until('the later file is known', () =>
      vscode.workspace.textDocuments.find(
        ({ fileName, languageId }) => fileName.endsWith('later.target') && languageId === 'circuittarget',
      ),
    );
    assert.notEqual(document.languageId, 'circuittarget');
  });

  it('gives files that only bear the name of a config their own language back', async () => {
    const config = 'Run Default\n{\n    Dt x\n}\n';
    const files = { 'BlueConfig.md': 'markdown', 'BlueConfigReader.py': 'python', 'BlueConfig.bak': 'plaintext' };
    for (const [name, language] of Object.entries(files)) {
      const uri = fileUri(name);
      await write(uri, config);
      await vscode.workspace.openTextDocument(uri);
      await until(`${name} is ${language}`, () =>
        vscode.workspace.textDocuments.find(
          (document) => document.uri.toString() === uri.toString() && document.languageId === language,
        ),
      );
      assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
    }
  });

  it('leaves the language that was chosen by hand', async () => {
    const editor = await show('BlueConfig.bak');
    await until('its language is given back', () => editor.document.languageId === 'plaintext' || undefined);
    const chosen = await vscode.languages.setTextDocumentLanguage(editor.document, 'blueconfig');
    // A document that is judged after this one shows that its turn would have come.
    await write(fileUri('BlueConfig.orig'), '');
    await vscode.workspace.openTextDocument(fileUri('BlueConfig.orig'));
    await until('the later file is judged', () =>
      vscode.workspace.textDocuments.find(
        ({ fileName, languageId }) => fileName.endsWith('BlueConfig.orig') && languageId === 'plaintext',
      ),
    );
    assert.equal(chosen.languageId, 'blueconfig');
  });
});
