import assert from 'node:assert/strict';
import path from 'node:path';
import type { Hdf5OpenedFile } from '../../formats/hdf5/api';
import type { Hdf5Client } from '../../formats/hdf5/client.node';
import { rejectsWith, testHdf5Client } from '../support/hdf5';
import { writeTypes } from '../support/hdf5Types';
import { TemporaryFolder } from '../support/temporaryFolder';

describe('HDF5 links', function () {
  this.timeout(30_000);
  const folder = new TemporaryFolder();
  let client: Hdf5Client;
  let file: Hdf5OpenedFile;
  beforeEach(async () => (file = await client.open(path.join(folder.path, 'home/types.h5'))));
  afterEach(() => file.close());
  before(() => {
    client = testHdf5Client();
    writeTypes(folder.path);
  });
  after(async () => {
    await client.dispose();
    folder.delete();
  });

  async function reasonAt(at: string): Promise<string> {
    const entity = await file.entity(at);
    return entity.kind === 'unresolved' ? entity.reason : assert.fail(`${at} is a ${entity.kind}`);
  }

  it('are listed with what they lead to', async () => {
    const children = (await file.children('/')).filter(({ target }) => target);
    assert.deepEqual(children, [
      { name: 'broken', kind: 'link', target: { path: '/nowhere' } },
      { name: 'circle', kind: 'link', target: { path: '/circle' } },
      { name: 'far', kind: 'link', target: { file: '../elsewhere/far.h5', path: '/x' } },
      { name: 'gone', kind: 'link', target: { file: 'gone.h5', path: '/x' } },
      { name: 'near', kind: 'dataset', target: { file: 'near.h5', path: '/absolute' } },
      { name: 'soft', kind: 'dataset', target: { path: '/int64' } },
    ]);
  });

  it('are followed within the file and into its folder', async () => {
    assert.deepEqual((await file.read('/soft')).values, BigInt64Array.of(2n ** 62n, -1n));
    assert.deepEqual((await file.read('/group/self/self/beside')).values, Int32Array.of(0, 1, 2));
    // A link in the other file counts from the other file's root.
    assert.deepEqual((await file.read('/near')).values, Int32Array.of(0, 1, 2, 3, 4));
  });

  it('say why they lead nowhere', async () => {
    assert.match(await reasonAt('/broken'), /a link to \/nowhere of types\.h5, which does not exist/);
    assert.match(await reasonAt('/circle'), /leads in a circle/);
    assert.match(await reasonAt('/gone'), /of the file gone\.h5, which does not exist/);
    await rejectsWith(file.read('/broken'), 'missing', /\/broken is a link to \/nowhere/);
    await rejectsWith(file.entity('/soft/more'), 'missing', /holds no/);
  });

  it('leave the allowed folders only when that is allowed', async () => {
    const far = await file.entity('/far');
    assert.deepEqual(far.kind === 'unresolved' && far.outside, path.join(folder.path, 'elsewhere/far.h5'));
    await rejectsWith(file.read('/far'), 'outside', /outside of the folders that may be read/);
    await rejectsWith(file.read('/virtual_far'), 'outside', /far\.h5, outside/);
    await rejectsWith(file.read('/external'), 'outside', /raw\.bin, outside/);
    await file.allow(path.join(folder.path, 'elsewhere'));
    assert.deepEqual((await file.read('/far')).values, Int32Array.of(0, 1, 2, 3, 4));
    assert.deepEqual((await file.read('/virtual_far')).values, Int32Array.of(0, 1, 2, 3, 4));
    const open = await client.open(path.join(folder.path, 'home/types.h5'), { allowedFolders: [folder.path] });
    assert.equal((await open.entity('/far')).kind, 'dataset');
    await open.close();
  });

  it('show which sources of a virtual dataset are missing', async () => {
    const entity = await file.entity('/virtual');
    assert.deepEqual(entity.kind === 'dataset' && entity.sources, [
      { file: path.join(folder.path, 'home/near.h5'), path: 'x', isMissing: false },
      { file: path.join(folder.path, 'home/gone.h5'), path: 'x', isMissing: true },
    ]);
    assert.deepEqual((await file.read('/virtual')).values, Int32Array.of(0, 1, 2, 3, 4, -1, -1, -1, -1, -1));
  });

  it('do not keep a search from coming to an end', async () => {
    assert.deepEqual(await file.search('INNER', 10), {
      matches: [{ path: '/group/inner', kind: 'dataset' }],
      isCut: false,
    });
    const { matches, isCut } = await file.search('', 3);
    assert.deepEqual([matches.length, isCut], [3, true]);
    const links = (await file.search('ci', 10)).matches;
    assert.deepEqual(links, [{ path: '/circle', kind: 'link' }]);
  });
});
