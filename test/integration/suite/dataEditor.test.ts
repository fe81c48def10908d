/** Which editor a data file is shown in. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { abf2File } from '../../support/abfFile';
import { fileUri, revertAll, until } from '../support';

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

async function written(name: string, bytes: Uint8Array): Promise<vscode.Uri> {
  const uri = fileUri(name);
  await vscode.workspace.fs.writeFile(uri, bytes);
  return uri;
}

/** The signature of HDF5, and nothing behind it: enough for VS Code to call it binary. */
const HDF5 = Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0);

describe('the editor of data files', () => {
  afterEach(revertAll);

  it('opens an ABF recording by itself', async () => {
    const bytes = abf2File({ sweeps: [[[1], [2]]], channels: [{ name: 'IN 0', unit: 'mV' }] });
    const uri = await written('recording.abf', bytes);
    await vscode.commands.executeCommand('vscode.open', uri);
    assert.equal((await customTab(uri, 'bbp.data')).isActive, true);
  });

  it('opens an NWB recording by itself', async () => {
    const uri = await written('recording.nwb', HDF5);
    await vscode.commands.executeCommand('vscode.open', uri);
    await customTab(uri, 'bbp.data');
  });

  it('leaves HDF5 files alone until it is asked for', async () => {
    const uri = await written('values.h5', HDF5);
    await vscode.commands.executeCommand('vscode.open', uri);
    await until('the file is shown as before', () =>
      tabs().find(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
    );
    await vscode.commands.executeCommand('bbp.openData');
    await customTab(uri, 'bbp.dataOption');
  });

  it('opens files that the explorer names, whatever their ending', async () => {
    const [h5, other] = [await written('named.hdf5', HDF5), await written('named.mat', HDF5)];
    await vscode.commands.executeCommand('bbp.openData', h5, [h5, other]);
    await customTab(h5, 'bbp.dataOption');
    await customTab(other, 'bbp.dataAny');
  });
});
