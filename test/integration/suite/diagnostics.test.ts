import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, fileUri, revertAll, show, until, withCode } from '../support';

const broken = (): vscode.Uri => fileUri('broken', 'BlueConfig');

async function setRules(rules: Record<string, string> | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('bbp', broken());
  await settings.update('rules', rules, vscode.ConfigurationTarget.Workspace);
}

describe('diagnostics', () => {
  afterEach(revertAll);

  it('marks the mistakes of a config with codes that lead to their documentation', async () => {
    const { document } = await show('broken', 'BlueConfig');
    const expected = ['BC007', 'BC103', 'BC104', 'BC401', 'BC403', 'FS002'];
    await until(`${expected.join(', ')} are reported`, () =>
      expected.every((code) => withCode(broken(), code).length > 0) ? true : undefined,
    );
    const [unknownKey] = withCode(broken(), 'BC103').filter((found) => document.getText(found.range) === 'Celcius');
    assert.ok(unknownKey, 'the unknown key is marked, and nothing else of its line');
    assert.equal(unknownKey.severity, vscode.DiagnosticSeverity.Warning);
    assert.ok(typeof unknownKey.code === 'object');
    assert.match(unknownKey.code.target.toString(), /diagnostics\.md#/i);
  });

  it('marks the mistakes of a target file', async () => {
    const { document } = await show('broken', 'user.target');
    await until('an unknown member is reported', () => withCode(document.uri, 'TG006')[0]);
    await until('a circle is reported', () => withCode(document.uri, 'TG007')[0]);
  });

  it('finds nothing wrong in the example simulation', async () => {
    const { document } = await show('simulation', 'BlueConfig');
    // The one warning of the file shows that it has been judged.
    await until('the deprecated section is reported', () => withCode(document.uri, 'BC111')[0]);
    const errors = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    assert.deepEqual(errors.map(codeOf), []);
  });

  it('follows what is typed', async () => {
    const editor = await show('simulation', 'BlueConfig');
    const { document } = editor;
    await until('the file is judged', () => withCode(document.uri, 'BC111')[0]);
    const offset = document.getText().indexOf('Celsius');
    const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + 'Celsius'.length));
    await editor.edit((edit) => {
      edit.replace(range, 'Celcius');
    });
    const found = await until('the misspelt key is reported', () => withCode(document.uri, 'BC103')[0]);
    assert.equal(document.getText(found.range), 'Celcius');
  });

  it('obeys a level in the settings at once', async () => {
    await show('broken', 'BlueConfig');
    await until('the unknown key is reported', () => withCode(broken(), 'BC103')[0]);
    try {
      await setRules({ BC103: 'off' });
      await until('it is no longer reported', () => withCode(broken(), 'BC103').length === 0 || undefined);
      assert.ok(withCode(broken(), 'BC104').length > 0, 'others are');
    } finally {
      await setRules(undefined);
    }
    await until('it is reported again', () => withCode(broken(), 'BC103')[0]);
  });

  it('clears what a missing file caused once it is there', async () => {
    const { document } = await show('broken', 'BlueConfig');
    const missing = (): vscode.Diagnostic | undefined =>
      withCode(broken(), 'FS002').find(({ range }) => document.lineAt(range.start).text.includes('METypePath'));
    await until('the missing folder is reported', missing);
    const folder = fileUri('circuit', 'emodel');
    await vscode.workspace.fs.createDirectory(folder);
    try {
      await until('it is no longer reported', () => missing() === undefined || undefined);
    } finally {
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
    await until('it is reported again', missing);
  });
});
