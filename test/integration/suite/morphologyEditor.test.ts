/** Which editor a morphology is shown in, and how one comes from the picture to the text and back. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileUri, revertAll, show, until, write } from '../support';

const PYRAMIDAL = ['circuit', 'morphologies', 'pyramidal.swc'] as const;
/** Compared as text only by these and later: before, VS Code had no setting for it. */
const FIRST_WITH_DIFF_ASSOCIATIONS = 130;

const ASC = `("CellBody"
  (CellBody)
  (1 0 0 2) (0 1 0 2) (-1 0 0 2)
)
((Dendrite)
  (3 -4 0 2)
  (3 -10 0 2)
)
`;

function tabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}

async function customTab(uri: vscode.Uri, viewType: string): Promise<vscode.Tab> {
  return until(`${uri.path} is shown by ${viewType}`, () =>
    tabs().find(
      ({ input }) =>
        input instanceof vscode.TabInputCustom &&
        input.viewType === viewType &&
        input.uri.toString() === uri.toString(),
    ),
  );
}

async function textTab(uri: vscode.Uri): Promise<vscode.Tab> {
  return until(`${uri.path} is shown as text`, () =>
    tabs().find(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );
}

describe('the editor of morphologies', () => {
  const swc = fileUri(...PYRAMIDAL);

  afterEach(revertAll);

  it('opens an SWC file by itself', async () => {
    await vscode.commands.executeCommand('vscode.open', swc);
    const tab = await customTab(swc, 'bbp.morphology');
    assert.equal(tab.isActive, true);
    assert.deepEqual(
      vscode.workspace.textDocuments.filter(({ uri }) => uri.toString() === swc.toString()),
      [],
      'no text was opened for it',
    );
  });

  it('shows the text beside on request', async () => {
    await vscode.commands.executeCommand('vscode.open', swc);
    const view = await customTab(swc, 'bbp.morphology');
    await until('the command is enabled', async () => {
      await vscode.commands.executeCommand('bbp.openMorphologyText');
      return tabs().length > 1 || undefined;
    });
    const text = await textTab(swc);
    assert.notEqual(text.group.viewColumn, view.group.viewColumn);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), swc.toString());
  });

  it('opens beside the text', async () => {
    const editor = await show(...PYRAMIDAL);
    await vscode.commands.executeCommand('bbp.openMorphologyToSide');
    const view = await customTab(swc, 'bbp.morphology');
    assert.notEqual(view.group.viewColumn, editor.viewColumn);
    assert.equal((await textTab(swc)).group.viewColumn, editor.viewColumn);
  });

  it('leaves ASC files as text until it is asked for', async () => {
    const asc = fileUri('circuit', 'morphologies', 'two.asc');
    await write(asc, ASC);
    await vscode.commands.executeCommand('vscode.open', asc);
    await textTab(asc);
    await vscode.commands.executeCommand('bbp.openMorphology');
    await customTab(asc, 'bbp.morphologyOption');
  });

  it('opens a file that the explorer names', async () => {
    const asc = fileUri('circuit', 'morphologies', 'three.asc');
    await write(asc, ASC);
    await vscode.commands.executeCommand('bbp.openMorphology', asc, [asc, swc]);
    await customTab(asc, 'bbp.morphologyOption');
    await customTab(swc, 'bbp.morphology');
  });

  it('leaves comparisons with a version to the text', async () => {
    // A scheme of source control; VS Code's own Git is off in these tests.
    const provider = vscode.workspace.registerTextDocumentContentProvider('svn', {
      provideTextDocumentContent: () => '1 1 0 0 0 5 -1\n',
    });
    try {
      await vscode.commands.executeCommand('vscode.diff', swc.with({ scheme: 'svn', query: 'HEAD' }), swc, 'Changes');
      await until('two texts are compared', () =>
        tabs().find(
          ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === swc.toString(),
        ),
      );
      await revertAll();
      const before = swc.with({ scheme: 'svn', query: 'HEAD' });
      await vscode.commands.executeCommand('vscode.open', before);
      await textTab(before);
    } finally {
      provider.dispose();
    }
  });

  it('leaves comparisons of two files to the text', async function () {
    const minor = Number(vscode.version.split('.')[1]);
    if (minor < FIRST_WITH_DIFF_ASSOCIATIONS) this.skip();
    const other = fileUri('circuit', 'morphologies', 'interneuron.swc');
    await vscode.commands.executeCommand('vscode.diff', other, swc, 'Two cells');
    await until('two texts are compared', () => tabs().find(({ input }) => input instanceof vscode.TabInputTextDiff));
  });
});
