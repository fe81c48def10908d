import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import path from 'node:path';
import { CONFIG, simulationFolder } from '../support/protocolWorkspace';
import { ServerProcess } from '../support/serverProcess';
import { TemporaryFolder } from '../support/temporaryFolder';

const SERVER = path.resolve('dist/server.js');

describe('protocol: the life of a server', () => {
  const servers: ServerProcess[] = [];
  const start = async (...options: Parameters<typeof ServerProcess.start>): Promise<ServerProcess> => {
    const server = await ServerProcess.start(...options);
    servers.push(server);
    return server;
  };

  afterEach(() => {
    for (const server of servers.splice(0)) server.kill();
  });

  it('ends with 0 after a goodbye', async () => {
    const server = await start();
    assert.equal(await server.stop(), 0);
    assert.equal(server.errors, '');
  });

  it('ends with 1 without one', async () => {
    const server = await start();
    await server.notify('exit', undefined);
    assert.equal(await server.exitCode, 1);
  });

  it('ends when its input ends', async () => {
    const server = await start();
    server.process.stdin.end();
    assert.equal(await server.exitCode, 1);
  });

  it('ends when its output is no longer read and its input ends', async () => {
    const server = await start();
    server.process.stdout.destroy();
    server.process.stdin.end();
    assert.equal(await server.exitCode, 1);
  });

  it('ends when the process that started it is gone', async () => {
    const parent = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => parent.on('exit', resolve));
    const server = ServerProcess.launch();
    servers.push(server);
    await server.request('initialize', { processId: parent.pid, capabilities: {} });
    assert.equal(await server.exitCode, 1);
  });

  it('says how to call it when it is called without a way to talk', async () => {
    const child = spawn(process.execPath, [SERVER]);
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(code, 1);
    assert.match(errors, /--stdio/);
  });

  it('talks over the channel of its parent, as VS Code starts it', async () => {
    const child = fork(SERVER, ['--node-ipc', `--clientProcessId=${process.pid}`], { silent: true });
    const answer = new Promise((resolve) => child.once('message', resolve));
    child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, capabilities: {} } });
    const { result } = (await answer) as { result: { capabilities: object } };
    assert.ok('hoverProvider' in result.capabilities);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.disconnect();
    child.kill();
    await ended;
  });

  it('is the same server under the name of the command line', async () => {
    const { folder, config } = simulationFolder();
    const program = [path.resolve('dist/cli.js'), 'lsp', '--stdio'];
    const server = await start({ folders: [folder.uri], program });
    await server.open(config, CONFIG.replace('ForwardSkip', 'ForwardSikp'));
    assert.ok((await server.codes(config)).includes('BC103'));
    assert.equal(await server.stop(), 0);
    const other = await start({ program });
    other.process.stdin.end();
    assert.equal(await other.exitCode, 1, 'it ends when its input ends');
    folder.delete();
  });

  it('takes folders that come and go, with what is open in them', async () => {
    const { folder, config } = simulationFolder();
    const elsewhere = new TemporaryFolder({ 'More.BlueConfig': 'Stimulus more\n{\n}\n' });
    const server = await start({ folders: [folder.uri] });
    await server.open(config, CONFIG.replace('ForwardSkip', 'ForwardSikp'));
    const found = (): Promise<unknown[]> => server.request('workspace/symbol', { query: 'more' });
    assert.deepEqual(await found(), []);
    const folders = { added: [{ uri: elsewhere.uri, name: 'elsewhere' }], removed: [] };
    await server.notify('workspace/didChangeWorkspaceFolders', { event: folders });
    assert.equal((await found()).length, 1);
    assert.ok((await server.codes(config)).includes('BC103'), 'the open text is still the one that counts');
    const gone = { added: [], removed: [{ uri: `${elsewhere.uri}/`, name: 'elsewhere' }] };
    await server.notify('workspace/didChangeWorkspaceFolders', { event: gone });
    assert.deepEqual(await found(), []);
    folder.delete();
    elsewhere.delete();
  });

  it('gives settings of one folder to that folder alone', async () => {
    const first = simulationFolder();
    const second = simulationFolder();
    const server = await start({ folders: [first.folder.uri, second.folder.uri] });
    server.connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => ({ rules: scopeUri === second.folder.uri ? { BC103: 'off' } : {} })),
    );
    for (const { config } of [first, second]) await server.open(config, CONFIG.replace('ForwardSkip', 'ForwardSikp'));
    assert.ok((await server.codes(first.config)).includes('BC103'));
    assert.ok(!(await server.codes(second.config)).includes('BC103'));
    for (const { folder } of [first, second]) folder.delete();
  });

  it('gives URIs back as the client writes them', async () => {
    const { folder, config } = simulationFolder();
    const server = await start({ folders: [folder.uri] });
    const spelling = config.replace('BlueConfig', '%42lueConfig');
    await server.open(spelling, CONFIG, 'blueconfig');
    const position = { line: CONFIG.split('\n').findIndex((line) => line.includes('Target Small')), character: 12 };
    const context = { includeDeclaration: false };
    const references = await server.at<{ uri: string }[]>('references', spelling, position, { context });
    assert.ok(references.some(({ uri }) => uri === spelling));
    assert.ok(!references.some(({ uri }) => uri === config));
    folder.delete();
  });
});
