import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, InsertReplaceEdit, TextEdit } from 'vscode-languageserver';
import { applyEdits } from '../support/fixture';
import { CONFIG, simulationFolder, USER_TARGET } from '../support/protocolWorkspace';
import { FULL_CAPABILITIES, positionOf, ServerProcess } from '../support/serverProcess';

describe('protocol: completion', () => {
  let server: ServerProcess;
  const { folder, config, userTarget } = simulationFolder();
  const suggestCommand = 'editor.action.triggerSuggest';

  const start = async (capabilities = FULL_CAPABILITIES): Promise<void> => {
    server = await ServerProcess.start({
      folders: [folder.uri],
      capabilities,
      initializationOptions: { suggestCommand },
    });
  };

  afterEach(() => {
    server.kill();
  });

  after(() => {
    folder.delete();
  });

  const complete = async (text: string, word: string, offset: number): Promise<CompletionList> => {
    await server.open(config, text);
    return server.at('completion', config, positionOf(text, word, offset));
  };

  it('offers targets of other files, and replaces the whole word or what is before the cursor', async () => {
    await start();
    const list = await complete(CONFIG, 'Target Small', 'Target Sm'.length);
    const item = list.items.find(({ label }) => label === 'Small');
    assert.ok(item, list.items.map(({ label }) => label).join());
    const { newText, insert, replace } = item.textEdit as InsertReplaceEdit;
    const replaced = applyEdits(CONFIG, [{ range: replace, newText }]);
    assert.equal(replaced, CONFIG);
    const inserted = applyEdits(CONFIG, [{ range: insert, newText }]);
    assert.equal(inserted, CONFIG.replace('Target Small', 'Target Smallall'));
  });

  it('leaves the documentation for later', async () => {
    await start();
    const text = CONFIG.replace('    ForwardSkip 0\n', '    F\n');
    const list = await complete(text, '    F\n', '    F'.length);
    const item = list.items.find(({ label }) => label === 'ForwardSkip');
    assert.ok(item, list.items.map(({ label }) => label).join());
    assert.equal(item.documentation, undefined);
    const resolved = await server.request<CompletionItem>('completionItem/resolve', item);
    const documentation = resolved.documentation as { kind: string; value: string };
    assert.equal(documentation.kind, 'markdown');
    assert.ok(documentation.value.length > 0);
    assert.equal(resolved.label, 'ForwardSkip');
    if (item.command) assert.equal(item.command.command, suggestCommand);
  });

  it('leaves an item of another list as it is', async () => {
    await start();
    await complete(CONFIG, 'Target Small', 'Target Sm'.length);
    for (const data of [undefined, null, 1, { list: 0, index: 0 }, { list: 1, index: -1 }, { list: 1, index: 'x' }]) {
      const item = { label: 'x', data };
      assert.equal((await server.request<CompletionItem>('completionItem/resolve', item)).documentation, undefined);
    }
  });

  it('gives an editor without snippets plain text', async () => {
    await start({});
    const text = `${CONFIG}\nRep`;
    const list = await complete(text, '\nRep', '\nRep'.length - 1);
    await server.close(config);
    const rows = await complete(text, '\nRep\n'.trimEnd(), 4);
    for (const { insertTextFormat, textEdit } of [...list.items, ...rows.items]) {
      assert.notEqual(insertTextFormat, 2);
      assert.doesNotMatch((textEdit as TextEdit).newText, /\$\d|\$\{/);
      assert.ok('range' in (textEdit as TextEdit));
    }
  });

  it('sends no more than 500 of many, those that fit what is typed', async () => {
    await start();
    const many = Array.from({ length: 2000 }, (_, index) => `Target Cell T${index}\n{\n}\n`).join('');
    await server.open(userTarget, `${USER_TARGET}\n${many}`);
    const text = CONFIG.replace('Target Small', 'Target T19');
    const list = await complete(text, 'Target T19', 'Target T19'.length);
    assert.equal(list.isIncomplete, true);
    assert.ok(list.items.length <= 500);
    assert.ok(list.items.some(({ label }) => label === 'T1999'));
    assert.ok(!list.items.some(({ label }) => label === 'T2'));
  });
});
