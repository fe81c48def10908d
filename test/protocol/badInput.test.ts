import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { CONFIG, simulationFolder, USER_TARGET } from '../support/protocolWorkspace';
import { messageOf, positionOf, ServerProcess } from '../support/serverProcess';

/** Every request about a document, with the answer where there is nothing to say. */
const REQUESTS: readonly (readonly [method: string, more: object, none: unknown])[] = [
  ['completion', {}, { isIncomplete: false, items: [] }],
  ['hover', {}, null],
  ['definition', {}, []],
  ['references', { context: { includeDeclaration: true } }, []],
  ['documentHighlight', {}, []],
  ['prepareRename', {}, null],
  ['rename', { newName: 'Other' }, null],
  ['documentSymbol', {}, []],
  ['foldingRange', {}, []],
  ['documentLink', {}, []],
  [
    'codeAction',
    { range: { start: { line: 0, character: 0 }, end: { line: 9, character: 9 } }, context: { diagnostics: [] } },
    [],
  ],
];

describe('protocol: bad input', () => {
  let server: ServerProcess;
  const { folder, config, userTarget } = simulationFolder();

  before(async () => {
    server = await ServerProcess.start({ folders: [folder.uri] });
  });

  after(async () => {
    assert.equal(await server.stop(), 0, 'the server has lived through all of it');
    folder.delete();
  });

  const askAll = async (uri: string): Promise<void> => {
    for (const [method, more, none] of REQUESTS) {
      const answer = await server.at(method, uri, { line: 0, character: 0 }, more);
      assert.deepEqual(answer, none, method);
    }
    const report = await server.report(uri);
    assert.ok(report.kind === 'full' && report.items.length === 0);
  };

  it('knows nothing of a document that is nowhere', async () => {
    await askAll('file:///nowhere/at/all/BlueConfig');
    await askAll('untitled:BlueConfig-1');
    await askAll('no URI at all');
  });

  it('leaves a document of another language alone, also where the file on disk is ours', async () => {
    await server.open(config, CONFIG, 'python');
    await askAll(config);
    await server.close(config);
  });

  it('answers malformed requests with nothing', async () => {
    await server.open(config, CONFIG);
    for (const [method, , none] of REQUESTS) {
      for (const params of [{}, { textDocument: null }, { textDocument: {} }, { textDocument: { uri: 5 } }]) {
        const answer = await server.request(`textDocument/${method}`, params);
        assert.deepEqual(answer, none, `${method} ${JSON.stringify(params)}`);
      }
    }
    for (const position of [null, {}, { line: -1, character: -5 }, { line: 1e9, character: 1e9 }, { line: 'x' }]) {
      await server.request('textDocument/hover', { textDocument: { uri: config }, position });
      await server.request('textDocument/completion', { textDocument: { uri: config }, position });
    }
    for (const method of ['bbp/resolvedTarget', 'bbp/documentStatus']) {
      assert.equal(await server.request(method, {}), null);
    }
    assert.deepEqual(await server.request('workspace/symbol', {}), []);
    await server.notify('textDocument/didOpen', {});
    await server.notify('textDocument/didChange', { textDocument: { uri: config } });
    await server.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///not/open', version: 2 },
      contentChanges: [{ text: '' }],
    });
    await server.notify('textDocument/didClose', { textDocument: { uri: 'file:///not/open' } });
    await server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'x', type: 9 }] });
    await server.notify('workspace/didChangeWatchedFiles', {});
    await server.notify('workspace/didChangeConfiguration', {});
    await assert.rejects(server.request('textDocument/nonsense', {}), /Unhandled method/);
    await server.close(config);
  });

  /** What is said of each text, as a config and as a target file: a clear problem, or nothing. */
  const texts: Readonly<Record<string, readonly [text: string, config: string, targets: string]>> = {
    empty: ['', 'BC105', ''],
    binary: [
      Array.from({ length: 4096 }, (_, index) => String.fromCharCode((index * 7919) % 256)).join(''),
      'FS009',
      'FS009',
    ],
    'UTF-16 read as bytes': [CONFIG.replace(/[^]/g, '$&\0'), 'FS009', 'FS009'],
    // Bytes on disk make FS010; a mark that only the client's text has is passed over.
    'a byte order mark': [`\uFEFF${CONFIG}`, 'BC115', ''],
    'NUL bytes': [CONFIG.replaceAll(' ', '\0'), 'FS009', 'FS009'],
    'lone CRs': [CONFIG.replaceAll('\n', '\r'), 'BC015 BC115', ''],
    'lone surrogates': [`Report \uD800\n{\n    Target \uDFFF\n}\n`, 'BC016 BC105 BC109 BC110 BC403', ''],
    'a line of a million characters': [`Run Default\n{\n    Dt ${'0'.repeat(1_000_000)}\n}\n`, 'BC109 BC110 BC115', ''],
    'a million braces': ['{'.repeat(1_000_000), 'BC005 BC105', ''],
    'everything unclosed': ['Report x\n{\n'.repeat(1000), 'BC004 BC105 BC108', ''],
    'every target unclosed': ['Target Cell x\n{\n'.repeat(1000), 'BC001 BC004 BC005 BC007 BC105', 'TG002 TG005'],
  };

  for (const [name, [text, ofConfig, ofTargets]] of Object.entries(texts)) {
    it(`lives with ${name}, and says what is wrong`, async () => {
      for (const [uri, codes] of [
        [config, ofConfig],
        [userTarget, ofTargets],
      ] as const) {
        await server.open(uri, text);
        const found = await server.diagnostics(uri);
        assert.equal([...new Set(found.map(({ code }) => String(code)))].sort().join(' '), codes);
        for (const message of found.map(messageOf)) {
          assert.doesNotMatch(message, /^Rule \w+ failed/);
          assert.ok(message.length < 1000, 'a message can be read');
        }
        for (const [method, more] of REQUESTS) {
          // A rename may be refused; everything else answers.
          await server.at(method, uri, { line: 2, character: 9 }, more).catch((error: unknown) => {
            assert.match(method, /rename/i, String(error));
          });
        }
        const start = { line: 0, character: 0 };
        await server.change(uri, 2, [{ range: { start, end: { line: 1, character: 3 } }, text: 'Target Cell x\r' }]);
        await server.report(uri);
        await server.close(uri);
      }
    });
  }

  it('is silent in files that only bear the name of a config', async () => {
    const wrong = CONFIG.replace('ForwardSkip', 'ForwardSikp');
    const silent = ['BlueConfig.md', 'BlueConfigParser.cpp', 'BlueConfig~', 'BlueConfig.bak', 'BlueConfig.json'];
    for (const name of silent) {
      const uri = folder.uriOf(name);
      // A client goes by the patterns of the manifest, and these cannot except a name.
      await server.open(uri, wrong, 'blueconfig');
      assert.deepEqual(await server.diagnostics(uri), [], name);
      await server.change(uri, 2, [{ text: '\0' }]);
      assert.deepEqual(await server.diagnostics(uri), [], `${name}, binary`);
      await server.close(uri);
    }
    const uri = folder.uriOf('BlueConfig.replay');
    await server.open(uri, wrong, 'blueconfig');
    assert.ok((await server.codes(uri)).includes('BC103'));
    await server.close(uri);
  });

  it('keeps the order of a long queue of edits', async () => {
    await server.open(userTarget, '', 'circuittarget');
    const wanted = `Target Cell Small\n{\n${'a1 '.repeat(500)}\n}\n`;
    let line = 0;
    let character = 0;
    let version = 2;
    for (const letter of wanted) {
      const at = { line, character };
      await server.change(userTarget, version++, [{ range: { start: at, end: at }, text: letter }]);
      if (letter === '\n') {
        line++;
        character = 0;
      } else character++;
    }
    const resolved = await server.request<{ text: string }>('bbp/resolvedTarget', {
      uri: userTarget,
      position: positionOf(wanted, 'Small'),
    });
    assert.match(resolved.text, /1 cell/);
    const report = await server.diagnostics(userTarget);
    assert.equal(report.filter(({ code }) => code === 'TG011').length > 0, true);
    await server.close(userTarget);
  });

  it('ends what the client cancels', async () => {
    await server.open(config, CONFIG);
    await server.open(userTarget, USER_TARGET);
    // While the server reads this, the questions and their end wait side by side.
    const big = folder.uriOf('big.target');
    await server.open(big, `Target Cell Big\n{\n${'a1 '.repeat(2_000_000)}\n}\n`, 'circuittarget');
    const busy = server.request('textDocument/foldingRange', { textDocument: { uri: big } });
    const source = new CancellationTokenSource();
    const asked = ['workspace/symbol', 'textDocument/documentSymbol', 'textDocument/diagnostic'].map((method) =>
      server.request(method, { query: '', textDocument: { uri: config } }, source.token),
    );
    source.cancel();
    for (const answer of await Promise.allSettled(asked)) {
      assert.ok(answer.status === 'rejected');
      assert.equal((answer.reason as { code: number }).code, -32800);
    }
    await busy;
    await server.close(big);
    assert.ok((await server.report(config)).kind === 'full', 'and goes on');
  });
});
