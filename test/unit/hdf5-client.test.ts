import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { READ_LIMIT_BYTES, type Hdf5ErrorCode } from '../../formats/hdf5/api';
import { createHdf5Client, type Hdf5Client } from '../../formats/hdf5/client.node';
import type { Hdf5Description } from '../../formats/hdf5/description';
import { readAll } from '../../formats/hdf5/readAll';
import { rejectsWith, testHdf5Client } from '../support/hdf5';
import { TemporaryFolder } from '../support/temporaryFolder';

const description: Hdf5Description = {
  attributes: [
    { name: 'comment', values: 'größer' },
    { name: 'version', values: Uint32Array.of(1, 3) },
    { name: 'one', values: Int16Array.of(-7), shape: [] },
  ],
  groups: { cells: { groups: { a: {} }, datasets: { ids: { values: BigInt64Array.of(2n ** 62n, -1n) } } } },
  datasets: {
    // 0.0, 0.1, 0.2, 1.0, 1.1, 1.2, …: row.column
    table: { values: Float64Array.from({ length: 30 }, (_, i) => Math.floor(i / 3) + (i % 3) / 10), shape: [10, 3] },
    names: { values: ['eins', '', 'drei µm'] },
    none: { values: new Float32Array(0), shape: [0, 4] },
  },
};

describe('HDF5 client', function () {
  this.timeout(30_000);
  const folder = new TemporaryFolder();
  const at = (name: string) => path.join(folder.path, name);
  let client: Hdf5Client;
  before(async () => {
    client = testHdf5Client();
    await client.create(at('small.h5'), description);
  });
  after(async () => {
    await client.dispose();
    folder.delete();
  });

  it('reads what it has written: groups, datasets, attributes', async () => {
    const file = await client.open(at('small.h5'));
    assert.equal(file.size, readFileSync(at('small.h5')).length);
    assert.deepEqual(
      (await file.children('/')).map(({ name, kind }) => `${name} ${kind}`),
      ['cells group', 'names dataset', 'none dataset', 'table dataset'],
    );
    assert.deepEqual(await file.children('/', { start: 1, end: 2 }), [{ name: 'names', kind: 'dataset' }]);
    assert.deepEqual(await file.entity('/cells'), { kind: 'group', path: '/cells', childCount: 2 });
    const table = await file.entity('/table');
    assert.deepEqual(table.kind === 'dataset' && [table.type.name, table.shape, table.chunks], [
      'float64',
      [10, 3],
      undefined,
    ]);
    assert.deepEqual([...(await file.read('/cells/ids')).values], [2n ** 62n, -1n]);
    assert.deepEqual((await file.read('/names')).values, ['eins', '', 'drei µm']);
    assert.deepEqual((await file.read('/none')).values, new Float32Array(0));
    const attributes = await file.attributes('/');
    assert.deepEqual(
      attributes.map(({ name, type, shape, values }) => [name, type.name, shape, [...values]]),
      [
        ['comment', 'str', [], ['größer']],
        ['one', 'int16', [], [-7]],
        ['version', 'uint32', [2], [1, 3]],
      ],
    );
    await file.close();
    await rejectsWith(file.entity('/'), 'closed', /closed/);
  });

  it('reads selections', async () => {
    const file = await client.open(at('small.h5'));
    const rows = await file.read('/table', [{ start: 2, end: 4 }]);
    assert.deepEqual(
      [rows.shape, [...rows.values]],
      [
        [2, 3],
        [2, 2.1, 2.2, 3, 3.1, 3.2],
      ],
    );
    const steps = await file.read('/table', [
      { start: 1, end: 10, step: 4 },
      { start: 2, end: 3 },
    ]);
    assert.deepEqual(
      [steps.shape, [...steps.values]],
      [
        [3, 1],
        [1.2, 5.2, 9.2],
      ],
    );
    const outside = await file.read('/table', [{ start: 9, end: 99 }]);
    assert.deepEqual(outside.shape, [1, 3]);
    await file.close();
  });

  it('says what there is not', async () => {
    const file = await client.open(at('small.h5'));
    await rejectsWith(file.entity('/cells/b'), 'missing', /small\.h5 holds no \/cells\/b\./);
    await rejectsWith(file.entity('/table/more'), 'missing', /no \/table\/more/);
    await rejectsWith(file.read('/cells'), 'missing', /is no dataset, but a group/);
    await file.close();
  });

  it('keeps several files open', async () => {
    const files = await Promise.all(Array.from({ length: 5 }, () => client.open(at('small.h5'))));
    const tables = await Promise.all(files.map((file) => file.read('/table')));
    assert.ok(tables.every(({ values }) => values[29] === 9.2));
    await Promise.all(files.map((file) => file.close()));
  });

  it('says why a file cannot be opened', async () => {
    const whole = readFileSync(at('small.h5'));
    const cases: readonly (readonly [
      name: string,
      content: string | Uint8Array,
      code: Hdf5ErrorCode,
      message: RegExp,
    ])[] = [
      ['empty.h5', '', 'not-hdf5', /empty\.h5 is empty/],
      ['text.h5', '# a comment\n1 1 0 0 0 1 -1\n', 'not-hdf5', /it is text, and begins with “# a comment”/],
      ['zeros.h5', new Uint8Array(600), 'not-hdf5', /begins with zeros/],
      ['packed.h5', Uint8Array.of(0x1f, 0x8b, 8, 0), 'not-hdf5', /gzip/],
      [
        'pointer.h5',
        'version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12\n',
        'not-downloaded',
        /git lfs pull/,
      ],
      ['cut.h5', whole.subarray(0, whole.length - 100), 'truncated', /It has \d+ bytes of \d+: copy it again/],
      ['head.h5', whole.subarray(0, 20), 'not-hdf5', /head\.h5 cannot be opened: /],
    ];
    for (const [name, content, code, message] of cases) {
      writeFileSync(at(name), content);
      await rejectsWith(client.open(at(name)), code, message);
    }
    await rejectsWith(client.open(at('none.h5')), 'unreadable', /there is no such file/);
    await rejectsWith(client.open(folder.path), 'unreadable', /is a folder/);
    await rejectsWith(client.open('relative.h5'), 'unreadable', /not absolute/);
  });

  it('writes a file whole or not at all', async () => {
    await rejectsWith(client.create(at('nowhere/new.h5'), {}), 'unwritable', /no such file or folder/);
    const wrong: Hdf5Description = { datasets: { a: { values: new Float32Array(3), shape: [2, 2] } } };
    await rejectsWith(client.create(at('small.h5'), wrong), 'unwritable', /shape 2,2/);
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => name.endsWith('.tmp')),
      [],
    );
    const file = await client.open(at('small.h5'));
    assert.equal((await file.entity('/')).kind, 'group');
    await file.close();
  });

  it('reads what is too large for one read piece by piece, and can be stopped', async () => {
    const length = READ_LIMIT_BYTES + 1000;
    const values = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
    const all = new Uint8Array(length);
    all.set(values, length - 1000);
    await client.create(at('large.h5'), { datasets: { bytes: { values: all, shape: [length / 8, 8] } } });
    const file = await client.open(at('large.h5'));
    await rejectsWith(file.read('/bytes'), 'too-large', /64 MB/);
    await rejectsWith(readAll(file, '/bytes', { limit: 1000 }), 'too-large', /67 MB/);
    const read = await readAll(file, '/bytes');
    assert.deepEqual(read.shape, [length / 8, 8]);
    assert.deepEqual((read.values as Uint8Array).subarray(-1000), values);
    const controller = new AbortController();
    const stopped = readAll(file, '/bytes', { signal: controller.signal });
    controller.abort();
    await rejectsWith(stopped, 'cancelled', /cancelled/);
    await rejectsWith(file.read('/bytes', [{ start: 0, end: 1 }], controller.signal), 'cancelled', /cancelled/);
    assert.equal((await file.read('/bytes', [{ start: 0, end: 1 }])).values.length, 8);
    await file.close();
  });

  it('rejects what is under way when it is disposed of', async () => {
    const other = testHdf5Client();
    const file = await other.open(at('small.h5'));
    const read = file.read('/table');
    const disposed = other.dispose();
    await rejectsWith(read, 'closed', /closed/);
    await disposed;
    await file.close();
    await rejectsWith(other.open(at('small.h5')), 'closed', /No more/);
  });

  it('starts a new thread where one has ended, or gives no answer', async () => {
    folder.write('ends.js', `require('node:worker_threads').parentPort.on('message', () => process.exit(1));`);
    folder.write('hangs.js', `require('node:worker_threads').parentPort.on('message', () => { for (;;); });`);
    const ending = createHdf5Client({ workerFile: at('ends.js') });
    await rejectsWith(ending.open(at('small.h5')), 'closed', /thread ended/);
    await rejectsWith(ending.open(at('small.h5')), 'closed', /thread ended/);
    const hanging = createHdf5Client({ workerFile: at('hangs.js'), stallLimit: 50 });
    await rejectsWith(hanging.open(at('small.h5')), 'closed', /no answer for 0\.05 s/);
    await hanging.dispose();
    const absent = createHdf5Client({ workerFile: at('absent.js') });
    await rejectsWith(absent.open(at('small.h5')), 'closed', /absent\.js/);
  });
});
