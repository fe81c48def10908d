import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileUri, positionOf, revertAll, show, until, withCode, write } from '../support';

async function completionsAt(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const command = 'vscode.executeCompletionItemProvider';
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(command, document.uri, position);
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('editing', () => {
  afterEach(revertAll);

  it('completes target names of all files of the circuit', async () => {
    const { document } = await show('simulation', 'BlueConfig');
    const position = positionOf(document, 'Target Apical_Sites', 'Target '.length);
    const labels = await until('names are offered', async () => {
      const found = await completionsAt(document, position);
      return found.includes('Observed') ? found : undefined;
    });
    assert.ok(labels.includes('Layer4'), 'of start.target');
    assert.equal(new Set(labels).size, labels.length, 'each once');
  });

  it('completes keys', async () => {
    const editor = await show('simulation', 'BlueConfig');
    const { document } = editor;
    const line = positionOf(document, 'Duration 200').line;
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(line, 0), '    \n');
    });
    await until('keys are offered', async () => {
      const labels = await completionsAt(document, new vscode.Position(line, 4));
      return labels.includes('SpikeLocation') || labels.includes('Prefix') || labels.length > 3 ? true : undefined;
    });
  });

  it('renames a target in all files', async () => {
    const { document } = await show('circuit', 'start.target');
    const position = positionOf(document, 'Target Cell Layer4', 'Target Cell La'.length);
    const edit = await until('the rename is computed', async () => {
      const command = 'vscode.executeDocumentRenameProvider';
      const found = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        command,
        document.uri,
        position,
        'Granular',
      );
      return found.size >= 3 ? found : undefined;
    });
    assert.ok(await vscode.workspace.applyEdit(edit));
    const texts = await Promise.all(
      [
        ['circuit', 'start.target'],
        ['simulation', 'BlueConfig'],
        ['simulation', 'replay.target'],
      ].map(async (segments) => (await vscode.workspace.openTextDocument(fileUri(...segments))).getText()),
    );
    for (const text of texts) {
      assert.match(text, /\bGranular\b/);
      // Remarks may go on speaking of it.
      assert.doesNotMatch(text.replace(/#.*/g, ''), /\bLayer4\b/);
    }
  });

  it('refuses to rename what has no name of its own', async () => {
    const { document } = await show('simulation', 'BlueConfig');
    const position = positionOf(document, 'Duration 200', 2);
    await assert.rejects(async () => vscode.commands.executeCommand('vscode.prepareRename', document.uri, position));
  });

  it('mends a mistake by a quick fix', async () => {
    const { document } = await show('broken', 'BlueConfig');
    const wrongCase = await until('the key in the wrong case is reported', () =>
      withCode(document.uri, 'BC104').find(({ range }) => document.getText(range) === 'v_init'),
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      wrongCase.range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const fix = actions.find(({ edit, title }) => edit !== undefined && title.includes('V_Init'));
    assert.ok(fix?.edit, `a fix among ${actions.map(({ title }) => title).join('; ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(document.lineAt(wrongCase.range.start).text.trim(), 'V_Init -70');
    await until('it is mended', () =>
      withCode(document.uri, 'BC104').every(({ range }) => document.getText(range) !== 'v_init') ? true : undefined,
    );
  });

  it('mends line ends by a quick fix', async () => {
    const uri = fileUri('simulation', 'BlueConfig.lines');
    // A remark in front, so that nothing else is reported where the line ends are.
    await write(uri, '# Windows\r\nRun Default\r\n{\r\n    Duration 1\r\n}\r\n');
    const editor = await show('simulation', 'BlueConfig.lines');
    const { document } = editor;
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    const reported = await until('the line ends are reported', () => withCode(uri, 'BC015')[0]);
    const { start } = reported.range;
    editor.selection = new vscode.Selection(start, start);
    // As from the light bulb: an edit that a command hands to us has lost its line ends on the way.
    const preferred = { kind: vscode.CodeActionKind.QuickFix.value, apply: 'first', preferred: true };
    await vscode.commands.executeCommand('editor.action.codeAction', preferred);
    await until('the line ends are changed', () => document.eol === vscode.EndOfLine.LF || undefined);
    await until('it is mended', () => (withCode(uri, 'BC015').length === 0 ? true : undefined));
  });
});
