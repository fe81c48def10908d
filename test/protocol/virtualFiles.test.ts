import assert from 'node:assert/strict';
import { CONFIG, START_TARGET, USER_TARGET } from '../support/protocolWorkspace';
import { ServerProcess } from '../support/serverProcess';

const ROOT = 'vscode-vfs://github/lab/simulation';

describe('protocol: files that only the client can read', () => {
  let server: ServerProcess;

  afterEach(() => {
    server.kill();
  });

  const files: Readonly<Record<string, string>> = {
    [`${ROOT}/user.target`]: USER_TARGET,
    [`${ROOT}/circuit/start.target`]: START_TARGET,
  };
  const folders: Readonly<Record<string, readonly { name: string; kind: string }[]>> = {
    [ROOT]: [
      { name: 'user.target', kind: 'file' },
      { name: 'circuit', kind: 'directory' },
    ],
    [`${ROOT}/circuit`]: [{ name: 'start.target', kind: 'file' }],
  };

  it('are asked of it', async () => {
    server = await ServerProcess.start({ folders: [ROOT] });
    server.connection.onRequest('bbp/file/stat', ({ uri }: { uri: string }) => {
      const text = files[uri];
      if (text !== undefined) return { kind: 'file', size: text.length, mtime: 1 };
      return folders[uri] ? { kind: 'directory', size: 0, mtime: 1 } : null;
    });
    server.connection.onRequest('bbp/file/read', ({ uri }: { uri: string }) =>
      Buffer.from(files[uri] ?? '').toString('base64'),
    );
    server.connection.onRequest('bbp/file/list', ({ uri }: { uri: string }) => folders[uri] ?? []);
    await server.open(`${ROOT}/BlueConfig`, CONFIG);
    const codes = await server.codes(`${ROOT}/BlueConfig`);
    assert.ok(!codes.includes('BC403') && !codes.includes('FS001'), codes.join());
    const status = await server.request<{ text: string }>('bbp/documentStatus', { uri: `${ROOT}/BlueConfig` });
    assert.match(status.text, /2 target files/);
  });

  it('are not there with an editor that knows no such requests', async () => {
    server = await ServerProcess.start({ folders: [ROOT] });
    await server.open(`${ROOT}/BlueConfig`, CONFIG.replace('ForwardSkip', 'ForwardSikp'));
    assert.ok((await server.codes(`${ROOT}/BlueConfig`)).includes('BC103'));
  });
});
