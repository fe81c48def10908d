/** `bbp inspect`, `bbp read` and `bbp check` on data files, with the built program. */
import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { abf1File } from '../support/abfFile';
import { bbp, folderWith, removeFolders } from '../support/commandLine';
import { writeTypes } from '../support/hdf5Types';

describe('bbp on data files', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = folderWith({
      'a.abf': abf1File({
        isFloat: true,
        channels: [{ name: 'IN 0', unit: 'mV' }],
        sweeps: [
          [[1], [2], [3]],
          [[4], [5], [6]],
        ],
      }),
      'empty.nwb': '',
      'letter.nwb': 'Dear reader',
      'pointer.nwb': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n',
    });
    const file = writeTypes(folder);
    copyFileSync(file, path.join(path.dirname(file), 'types.hdf5'));
  });
  after(removeFolders);

  function values(...words: readonly string[]): unknown {
    const { code, output, errors } = bbp(folder, 'read', ...words);
    assert.equal(code, 0, errors);
    return (JSON.parse(output) as { readonly values: unknown }).values;
  }

  it('checks a file whose groups lead back to themselves, and names its broken links', () => {
    // By the ending of a morphology it is first asked whether it is one.
    assert.notEqual(bbp(folder, 'inspect', '--json', 'home/types.h5').code, null);
    const { output } = bbp(folder, 'check', '--format', 'json', 'home/types.h5');
    const { problems } = JSON.parse(output) as { readonly problems: readonly { readonly message: string }[] };
    for (const name of ['/broken', '/circle', '/gone']) {
      assert.equal(problems.filter(({ message }) => message.startsWith(`${name} leads nowhere`)).length, 1, name);
    }
    const off = bbp(folder, 'check', '--rule', 'hdf5/broken-link=off', '--format', 'json', 'home/types.hdf5');
    assert.equal(off.output.includes('hdf5/broken-link'), false);
  });

  it('says of each file that is no data what it is', () => {
    const { code, output } = bbp(folder, 'check', '--format', 'json', 'empty.nwb', 'letter.nwb', 'pointer.nwb');
    const { problems } = JSON.parse(output) as { problems: { file: string; code: string }[] };
    assert.equal(code, 1);
    assert.deepEqual(
      problems.map((each) => [each.file, each.code]),
      [
        ['empty.nwb', 'hdf5/not-hdf5'],
        ['letter.nwb', 'hdf5/not-hdf5'],
        ['pointer.nwb', 'hdf5/not-downloaded'],
      ],
    );
  });

  it('reads 64-bit integers without loss, as JSON and as CSV', () => {
    assert.deepEqual(values('home/types.hdf5', '/int64'), ['4611686018427387904', -1]);
    assert.equal(bbp(folder, 'read', 'home/types.hdf5', '/int64', '--csv').output, '4611686018427387904\n-1\n');
  });

  it('reads slices of a sweep, and refuses what is no slice', () => {
    assert.deepEqual(values('a.abf', '1'), [4, 5, 6]);
    assert.deepEqual(values('a.abf', '1', '--slice=-2:'), [5, 6]);
    assert.deepEqual(values('a.abf', '1', '--slice=::2'), [4, 6]);
    for (const [slice, reason] of [
      ['-:2', 'is no range'],
      ['', undefined],
      ['9', 'is not in 0 to 2'],
    ] as const) {
      const { code, errors } = bbp(folder, 'read', 'a.abf', '1', `--slice=${slice}`);
      assert.equal(code, reason === undefined ? 0 : 1, slice);
      if (reason !== undefined) assert.ok(errors.includes(reason), errors);
    }
  });

  it('ends with 1 where nothing is at the path, with 2 where there is no file', () => {
    assert.equal(bbp(folder, 'read', 'home/types.hdf5', '/none').code, 1);
    assert.equal(bbp(folder, 'read', 'a.abf', '7').code, 1);
    assert.equal(bbp(folder, 'read', 'none.h5', '/none').code, 2);
  });
});
