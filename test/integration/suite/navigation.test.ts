import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileUri, places, positionOf, revertAll, show, until } from '../support';

type Found = readonly (vscode.Location | vscode.LocationLink)[];

/** Runs one of VS Code's `execute…Provider` commands until it finds something: the server may still be starting. */
async function provided<T>(
  command: string,
  found: (answer: T) => boolean,
  ...commandArguments: readonly unknown[]
): Promise<T> {
  return until(`${command} answers`, async () => {
    const answer = await vscode.commands.executeCommand<T | undefined>(command, ...commandArguments);
    return answer !== undefined && found(answer) ? answer : undefined;
  });
}

const some = (answer: readonly unknown[]): boolean => answer.length > 0;

describe('navigation', () => {
  afterEach(revertAll);

  it("leads from a Report's Target into user.target", async () => {
    const { document } = await show('simulation', 'BlueConfig');
    const position = positionOf(document, 'Target Apical_Sites', 'Target Api'.length);
    const [place] = places(await provided<Found>('vscode.executeDefinitionProvider', some, document.uri, position));
    assert.ok(place);
    assert.equal(place.uri.toString(), fileUri('simulation', 'user.target').toString());
    const target = await vscode.workspace.openTextDocument(place.uri);
    assert.equal(target.lineAt(place.range.start).text, 'Target Compartment Apical_Sites');
  });

  it('finds the references of a target in all files', async () => {
    const { document } = await show('circuit', 'start.target');
    const position = positionOf(document, 'Target Cell Layer4', 'Target Cell La'.length);
    const found = await provided<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      (answer) => answer.length >= 3,
      document.uri,
      position,
    );
    const files = new Set(found.map(({ uri }) => uri.toString()));
    for (const segments of [
      ['simulation', 'BlueConfig'],
      ['simulation', 'replay.target'],
    ]) {
      assert.ok(files.has(fileUri(...segments).toString()), `${segments.join('/')} is among ${[...files].join(', ')}`);
    }
  });

  it('highlights a name within its document', async () => {
    const { document } = await show('simulation', 'BlueConfig');
    const position = positionOf(document, 'Stimulus Background', 'Stimulus Ba'.length);
    const found = await provided<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      (answer) => answer.length >= 2,
      document.uri,
      position,
    );
    for (const { range } of found) assert.equal(document.getText(range), 'Background');
  });

  it('says on hover what a key means and how many cells a target has', async () => {
    const { document } = await show('simulation', 'BlueConfig');
    const textAt = async (text: string): Promise<string> => {
      const position = positionOf(document, text, 1);
      const hovers = await provided<vscode.Hover[]>('vscode.executeHoverProvider', some, document.uri, position);
      const contents = hovers.flatMap((hover) => hover.contents);
      return contents.map((content) => (content as vscode.MarkdownString).value).join('\n');
    };
    assert.match(await textAt('Celsius'), /temperature/i);
    assert.match(await textAt('Mosaic'), /60/);
  });

  it('lists the sections of a config and the targets of a target file', async () => {
    const names = async (uri: vscode.Uri): Promise<string[]> => {
      const symbols = await provided<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', some, uri);
      return symbols.map(({ name }) => name);
    };
    const config = await show('simulation', 'BlueConfig');
    assert.ok((await names(config.document.uri)).some((name) => name.includes('Background')));
    const targets = await show('simulation', 'user.target');
    assert.ok((await names(targets.document.uri)).some((name) => name.includes('Observed')));
  });

  it('finds a target in the workspace', async () => {
    await show('simulation', 'BlueConfig');
    const query = 'Apical_Trunks';
    const command = 'vscode.executeWorkspaceSymbolProvider';
    const found = await provided<vscode.SymbolInformation[]>(command, some, query);
    assert.ok(found.some(({ location }) => location.uri.path.endsWith('/simulation/user.target')));
  });

  it('folds sections', async () => {
    const { document } = await show('simulation', 'BlueConfig');
    const ranges = await provided<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', some, document.uri);
    const run = positionOf(document, 'Run Default').line;
    assert.ok(ranges.some(({ start }) => start === run || start === run + 1));
  });

  it('links paths to their files', async () => {
    const { document } = await show('simulation', 'BlueConfig');
    const command = 'vscode.executeLinkProvider';
    const links = await provided<vscode.DocumentLink[]>(command, some, document.uri, 100);
    const targetFile = links.find(({ range }) => document.getText(range) === 'user.target');
    assert.equal(targetFile?.target?.toString(), fileUri('simulation', 'user.target').toString());
  });
});
