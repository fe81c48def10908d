import assert from 'node:assert/strict';
import type {
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  SymbolInformation,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { applyEdits } from '../support/fixture';
import { CONFIG, simulationFolder, START_TARGET, USER_TARGET } from '../support/protocolWorkspace';
import { positionOf, rangeOf, ServerProcess } from '../support/serverProcess';

describe('protocol: reading and renaming', () => {
  let server: ServerProcess;
  const { folder, config, userTarget, startTarget } = simulationFolder();

  before(async () => {
    server = await ServerProcess.start({ folders: [folder.uri] });
    await server.open(config, CONFIG, 'blueconfig', 7);
    await server.open(userTarget, USER_TARGET, 'circuittarget', 3);
  });

  after(() => {
    server.kill();
    folder.delete();
  });

  const small = positionOf(CONFIG, 'Target Small', 'Target S'.length);

  it('finds a definition in another file', async () => {
    const found = await server.at<Location[]>('definition', config, small);
    assert.deepEqual(found, [{ uri: userTarget, range: rangeOf(USER_TARGET, 'Small') }]);
  });

  it('finds a definition in a file that is not open', async () => {
    const mosaic = positionOf(USER_TARGET, 'Mosaic');
    const found = await server.at<Location[]>('definition', userTarget, mosaic);
    assert.deepEqual(found, [{ uri: startTarget, range: rangeOf(START_TARGET, 'Mosaic') }]);
  });

  it('follows a path', async () => {
    const found = await server.at<Location[]>('definition', config, positionOf(CONFIG, 'user.target', 2));
    assert.deepEqual(
      found.map(({ uri }) => uri),
      [userTarget],
    );
  });

  it('finds all uses, with and without the definition', async () => {
    const references = (includeDeclaration: boolean): Promise<Location[]> =>
      server.at('references', config, small, { context: { includeDeclaration } });
    const without = await references(false);
    assert.deepEqual(
      without.map(({ uri }) => uri),
      [config, config, userTarget],
    );
    const all = await references(true);
    assert.equal(all.length, 4);
    assert.ok(all.some(({ uri, range }) => uri === userTarget && range.start.line === 0));
  });

  it('highlights a name within its file', async () => {
    const found = await server.at<DocumentHighlight[]>(
      'documentHighlight',
      userTarget,
      positionOf(USER_TARGET, 'Small'),
    );
    assert.deepEqual(
      found.map(({ kind }) => kind),
      [3, 2],
      'the definition writes, the member reads',
    );
  });

  it('tells what stands under the cursor', async () => {
    const hover = await server.at<Hover | null>('hover', config, small);
    assert.ok(hover, 'a target has a hover');
    const { kind, value } = hover.contents as { kind: string; value: string };
    assert.equal(kind, 'markdown');
    assert.ok(value.includes('Small'), value);
    assert.deepEqual(hover.range?.start, positionOf(CONFIG, 'Target Small', 'Target '.length));
    const key = await server.at<Hover | null>('hover', config, positionOf(CONFIG, 'ForwardSkip'));
    assert.ok(key, 'a key has a hover');
  });

  it('tells nothing where nothing stands', async () => {
    assert.equal(await server.at('hover', config, { line: 1, character: 0 }), null);
  });

  it('outlines a file, every selection inside its range', async () => {
    const symbols = await server.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: config },
    });
    const names = symbols.map(({ name }) => name);
    for (const name of ['Default', 'hold', 'hold_all', 'soma']) {
      assert.ok(
        names.some((each) => each.includes(name)),
        `${name} in ${names.join()}`,
      );
    }
    const check = ({ range, selectionRange, children = [] }: DocumentSymbol): void => {
      assert.ok(range.start.line <= selectionRange.start.line && selectionRange.end.line <= range.end.line);
      children.forEach(check);
    };
    symbols.forEach(check);
    assert.deepEqual(symbols[0]?.range.start, { line: 0, character: 0 });
  });

  it('finds names in the whole workspace', async () => {
    const found = await server.request<SymbolInformation[]>('workspace/symbol', { query: 'mos' });
    const mosaic = found.find(({ name }) => name === 'Mosaic');
    assert.deepEqual(mosaic?.location, { uri: startTarget, range: rangeOf(START_TARGET, 'Mosaic') });
    assert.deepEqual(await server.request('workspace/symbol', { query: 'zzzz' }), []);
  });

  it('folds blocks up to the line before their closing brace', async () => {
    const folds = await server.request<FoldingRange[]>('textDocument/foldingRange', {
      textDocument: { uri: userTarget },
    });
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 2],
        [5, 7],
      ],
    );
  });

  it('links paths that lead somewhere', async () => {
    const links = await server.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: config } });
    const link = links.find(({ target }) => target === userTarget);
    assert.ok(link);
    assert.deepEqual(link.range, rangeOf(CONFIG, 'user.target'));
    assert.ok(link.tooltip?.endsWith('user.target'));
  });

  it('offers a name for renaming, and says why another thing cannot be renamed', async () => {
    const prepared = await server.at<{ placeholder: string; range: object }>('prepareRename', config, small);
    assert.equal(prepared.placeholder, 'Small');
    assert.deepEqual(prepared.range, {
      start: positionOf(CONFIG, 'Target Small', 'Target '.length),
      end: positionOf(CONFIG, 'Target Small', 'Target Small'.length),
    });
    await assert.rejects(
      server.at('prepareRename', config, positionOf(CONFIG, 'Duration')),
      /Only names of targets, stimuli and electrodes/,
    );
  });

  it('renames a target across three files, each with its version', async () => {
    const edit = await server.at<WorkspaceEdit>('rename', config, positionOf(CONFIG, 'CircuitTarget Mosaic', 15), {
      newName: 'Everything',
    });
    const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
    const versions = Object.fromEntries(changes.map(({ textDocument }) => [textDocument.uri, textDocument.version]));
    assert.deepEqual(versions, { [config]: 7, [userTarget]: 3, [startTarget]: null });
    const texts: Readonly<Record<string, string>> = {
      [config]: CONFIG,
      [userTarget]: USER_TARGET,
      [startTarget]: START_TARGET,
    };
    for (const { textDocument, edits } of changes) {
      const before = texts[textDocument.uri] ?? '';
      const after = applyEdits(before, edits as { range: Location['range']; newText: string }[]);
      assert.equal(after, before.replaceAll('Mosaic', 'Everything'));
    }
  });

  it('refuses a rename with the reason', async () => {
    await assert.rejects(
      server.at('rename', config, small, { newName: 'Both' }),
      /`Both` is already defined in user.target/,
    );
    await assert.rejects(server.at('rename', config, small, { newName: 'two words' }));
    await assert.rejects(server.at('rename', config, small, { newName: '' }));
  });

  it('answers our own requests', async () => {
    const resolved = await server.request<{ name: string; text: string }>('bbp/resolvedTarget', {
      uri: userTarget,
      position: positionOf(USER_TARGET, 'Both'),
    });
    assert.equal(resolved.name, 'Both');
    assert.match(resolved.text, /a1 a2 a3 a4/);
    const status = await server.request<{ text: string }>('bbp/documentStatus', { uri: config });
    assert.match(status.text, /2 target files · 4 cells/);
    assert.equal(await server.request('bbp/documentStatus', { uri: 'file:///nowhere/BlueConfig' }), null);
  });
});

describe('protocol: reading with a plain editor', () => {
  let server: ServerProcess;
  const { folder, config, userTarget } = simulationFolder();

  before(async () => {
    server = await ServerProcess.start({ folders: [folder.uri], capabilities: {} });
    await server.open(config, CONFIG);
  });

  after(() => {
    server.kill();
    folder.delete();
  });

  it('outlines a file as a list', async () => {
    const symbols = await server.request<SymbolInformation[]>('textDocument/documentSymbol', {
      textDocument: { uri: config },
    });
    assert.ok(symbols.length > 0);
    assert.ok(symbols.every(({ location }) => location.uri === config));
  });

  it('hovers in plain text', async () => {
    const hover = await server.at<Hover>('hover', config, positionOf(CONFIG, 'ForwardSkip'));
    const { kind, value } = hover.contents as { kind: string; value: string };
    assert.equal(kind, 'plaintext');
    assert.ok(!value.includes('**') && !value.includes('`'), value);
  });

  it('renames by plain changes', async () => {
    const edit = await server.at<WorkspaceEdit>('rename', config, positionOf(CONFIG, 'Small'), { newName: 'Tiny' });
    assert.equal(edit.documentChanges, undefined);
    assert.deepEqual(Object.keys(edit.changes ?? {}).sort(), [config, userTarget].sort());
  });
});
