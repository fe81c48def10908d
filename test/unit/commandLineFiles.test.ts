import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { collectFiles, UnusablePath, type Disk } from '../../cli/src/files.node';
import { TemporaryFolder } from '../support/temporaryFolder';

/** The disk, but for places that it denies. */
function denying(...names: readonly string[]): Disk {
  const check = (place: string): void => {
    if (names.includes(path.basename(place))) throw Object.assign(new Error('denied'), { code: 'EACCES' });
  };
  return {
    stat: async (place) => {
      if (place.endsWith('BlueConfig')) check(place);
      return stat(place);
    },
    readdir: async (place, options) => {
      check(place);
      return readdir(place, options);
    },
  };
}

describe('files of the command line', () => {
  const folder = new TemporaryFolder({ 'open/BlueConfig': '', 'open/closed/BlueConfig': '', 'open/notes': '' });
  const inFolder = (name: string): string => path.join(folder.path, name);

  after(() => {
    folder.delete();
  });

  it('a folder below that is closed is said', async () => {
    const { files, problems } = await collectFiles([inFolder('open')], denying('closed'));
    assert.deepEqual(
      files.map((file) => file.path),
      [inFolder('open/BlueConfig')],
    );
    assert.deepEqual(problems, [`cannot look into ${inFolder('open/closed')}: permission denied`]);
  });

  it('a named one ends it', async () => {
    for (const name of ['open/closed', 'open/closed/BlueConfig']) {
      await assert.rejects(
        collectFiles([inFolder(name)], denying('closed', 'BlueConfig')),
        new UnusablePath(`cannot look into ${inFolder(name)}: permission denied`),
      );
    }
  });

  it('what is not there is told from what is closed', async () => {
    for (const name of ['nowhere', 'open/BlueConfig/below']) {
      await assert.rejects(
        collectFiles([inFolder(name)]),
        new UnusablePath(`no such file or folder: ${inFolder(name)}`),
      );
    }
  });
});
