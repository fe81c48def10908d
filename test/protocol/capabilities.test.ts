import assert from 'node:assert/strict';
import { ServerProcess } from '../support/serverProcess';

describe('protocol: the greeting', () => {
  let server: Awaited<ReturnType<typeof ServerProcess.start>>;

  afterEach(() => {
    server.kill();
  });

  it('offers everything to an editor that can do everything', async () => {
    server = await ServerProcess.start();
    assert.deepEqual(server.initialized.capabilities, {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      completionProvider: { triggerCharacters: [' ', '/', ':', '.', '%'], resolveProvider: true },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: { prepareProvider: true },
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      foldingRangeProvider: true,
      documentLinkProvider: {},
      codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.bbp'] },
      diagnosticProvider: { identifier: 'bbp', interFileDependencies: true, workspaceDiagnostics: false },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    });
  });

  it('offers no more than a plain editor can use', async () => {
    server = await ServerProcess.start({ capabilities: {} });
    const { capabilities } = server.initialized;
    assert.equal(capabilities.renameProvider, true);
    assert.equal(capabilities.codeActionProvider, undefined);
    assert.equal(capabilities.diagnosticProvider, undefined);
  });

  it('greets once', async () => {
    server = await ServerProcess.start();
    await assert.rejects(server.request('initialize', { processId: null, capabilities: {} }), /Already initialized/);
  });

  it('has the kinds of files that matter watched', async () => {
    server = await ServerProcess.start();
    const registration = await server.registrations.next(({ method }) => method === 'workspace/didChangeWatchedFiles');
    assert.deepEqual(registration.registerOptions, {
      watchers: [{ globPattern: '**/{BlueConfig*,CircuitConfig*,*.BlueConfig,*Helper.hoc,*.target}' }],
    });
    const settings = await server.registrations.next(({ method }) => method === 'workspace/didChangeConfiguration');
    assert.deepEqual(settings.registerOptions, { section: 'bbp' });
  });
});
