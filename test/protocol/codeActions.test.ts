import assert from 'node:assert/strict';
import type { CodeAction, CreateFile, Range, TextDocumentEdit } from 'vscode-languageserver';
import { applyEdits } from '../support/fixture';
import { CONFIG, simulationFolder } from '../support/protocolWorkspace';
import { FULL_CAPABILITIES, rangeOf, ServerProcess } from '../support/serverProcess';

const WRONG = CONFIG.replace('ForwardSkip', 'ForwardSikp');

type Edits = { range: Range; newText: string }[];

describe('protocol: code actions', () => {
  let server: ServerProcess;
  const { folder, config } = simulationFolder();

  before(async () => {
    server = await ServerProcess.start({ folders: [folder.uri] });
    await server.open(config, WRONG, 'blueconfig', 5);
  });

  after(() => {
    server.kill();
    folder.delete();
  });

  const actionsAt = (range: Range, context: object = { diagnostics: [] }): Promise<CodeAction[]> =>
    server.request('textDocument/codeAction', { textDocument: { uri: config }, range, context });

  /** The edits of an action, which all concern the open version of the config. */
  const editsOf = (action: CodeAction | undefined): Edits => {
    const changes = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(
      changes.map(({ textDocument }) => textDocument),
      [{ uri: config, version: 5 }],
    );
    return changes.flatMap(({ edits }) => edits as Edits);
  };

  const textAfter = (action: CodeAction | undefined): string => {
    return applyEdits(WRONG, editsOf(action));
  };

  it('mend a mistake', async () => {
    const diagnostics = await server.diagnostics(config);
    const [action] = await actionsAt(rangeOf(WRONG, 'ForwardSikp'), { diagnostics });
    assert.ok(action);
    assert.equal(action.kind, 'quickfix');
    assert.equal(action.isPreferred, true);
    assert.deepEqual(
      action.diagnostics?.map(({ code }) => code),
      ['BC103'],
    );
    assert.equal(textAfter(action), CONFIG);
  });

  it('silence a rule', async () => {
    const actions = await actionsAt(rangeOf(WRONG, 'ForwardSikp'));
    const ignore = actions.find(({ title }) => title === 'Ignore BC103 here');
    const text = textAfter(ignore);
    await server.change(config, 6, [{ text }]);
    assert.ok(!(await server.codes(config)).includes('BC103'));
    await server.change(config, 5, [{ text: WRONG }]);
  });

  it('come by kind', async () => {
    const range = rangeOf(WRONG, 'ForwardSikp');
    const kinds = async (...only: string[]): Promise<string[]> => [
      ...new Set((await actionsAt(range, { diagnostics: [], only })).map(({ kind }) => String(kind))),
    ];
    assert.deepEqual(await kinds('quickfix'), ['quickfix']);
    assert.ok(!(await kinds('refactor')).includes('quickfix'));
    assert.deepEqual(await kinds('source.organizeImports'), []);
    assert.deepEqual(await kinds('quick'), []);
    const general = await actionsAt(range);
    assert.ok(!general.some(({ kind }) => kind?.startsWith('source')), 'source actions only come when asked for');
  });

  it('apply all safe fixes at once', async () => {
    const text = CONFIG.replace('Dt 0.025', 'dt 0.025').replace('Mode Current', 'mode Current');
    await server.change(config, 5, [{ text }]);
    const all = await Promise.all(
      ['source', 'source.fixAll', 'source.fixAll.bbp'].map((only) =>
        actionsAt(
          { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
          { diagnostics: [], only: [only] },
        ),
      ),
    );
    for (const [action, ...more] of all) {
      assert.equal(action?.kind, 'source.fixAll.bbp');
      assert.deepEqual(more, []);
      assert.deepEqual(applyEdits(text, editsOf(action)), CONFIG);
    }
    await server.change(config, 5, [{ text: WRONG }]);
  });

  it('create a folder with a file that keeps it, where the editor creates files', async () => {
    const text = CONFIG.replace('OutputRoot output', 'OutputRoot results/new');
    await server.change(config, 5, [{ text }]);
    const found = await actionsAt(rangeOf(text, 'results/new'));
    const created = found
      .flatMap(({ edit }) => edit?.documentChanges ?? [])
      .filter((change): change is CreateFile => 'kind' in change && change.kind === 'create');
    assert.deepEqual(
      created.map(({ uri }) => uri),
      [folder.uriOf('results/new/.gitkeep')],
    );
    await server.change(config, 5, [{ text: WRONG }]);

    const plain = await ServerProcess.start({
      folders: [folder.uri],
      capabilities: { ...FULL_CAPABILITIES, workspace: { configuration: true } },
    });
    await plain.open(config, text);
    const params = { textDocument: { uri: config }, range: rangeOf(text, 'results/new'), context: { diagnostics: [] } };
    const other = await plain.request<CodeAction[]>('textDocument/codeAction', params);
    plain.kill();
    assert.ok(other.length > 0 && other.length < found.length);
    assert.ok(other.every(({ edit }) => edit?.changes));
  });
});
