import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { NodeWorkspace } from '../../server/src/workspace/nodeWorkspace.node';
import { TemporaryFolder } from '../support/temporaryFolder';

describe('the files of this machine', () => {
  const folder = new TemporaryFolder({ file: 'words', 'folder/': '' });
  const workspace = new NodeWorkspace([folder.uri]);

  after(() => {
    folder.delete();
  });

  it('are files, folders, or neither', async function () {
    const kindOf = async (name: string): Promise<unknown> => {
      const status = await workspace.stat(folder.uriOf(name));
      return typeof status === 'object' ? status.kind : status;
    };
    assert.equal(await kindOf('file'), 'file');
    assert.equal(await kindOf('folder'), 'directory');
    assert.equal(await kindOf('nothing'), undefined);
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [path.join(folder.path, 'pipe')]);
    assert.equal(await kindOf('pipe'), 'other');
  });

  it('give their first bytes', async () => {
    const text = async (length: number): Promise<string> =>
      Buffer.from((await workspace.head(folder.uriOf('file'), length)) ?? '').toString();
    assert.equal(await text(3), 'wor');
    assert.equal(await text(100), 'words');
    assert.equal(await workspace.head(folder.uriOf('nothing'), 3), undefined);
    assert.equal(await workspace.head(folder.uriOf('folder'), 3), undefined);
  });
});
