import assert from 'node:assert/strict';
import path from 'node:path';
import type { Hdf5File } from '../../formats/hdf5/api';
import type { Hdf5Client } from '../../formats/hdf5/client.node';
import { rejectsWith, testHdf5Client } from '../support/hdf5';
import { writeTypes } from '../support/hdf5Types';
import { TemporaryFolder } from '../support/temporaryFolder';

describe('HDF5 types', function () {
  this.timeout(30_000);
  const folder = new TemporaryFolder();
  let client: Hdf5Client;
  let file: Hdf5File;
  before(async () => {
    client = testHdf5Client();
    file = await client.open(writeTypes(folder.path));
  });
  after(async () => {
    await client.dispose();
    folder.delete();
  });

  async function datasetAt(at: string) {
    const entity = await file.entity(at);
    return entity.kind === 'dataset' ? entity : assert.fail(entity.kind);
  }

  /** Each dataset: name of its type, its values. */
  const cases: readonly (readonly [at: string, type: string, values: unknown])[] = [
    ['/int64', 'int64', BigInt64Array.of(2n ** 62n, -1n)],
    ['/uint64', 'uint64', BigUint64Array.of(2n ** 64n - 1n)],
    ['/big_int32', 'int32', Int32Array.of(1, 2, -3)],
    ['/float16', 'float16', Float32Array.of(1.5, 65504, NaN)],
    ['/enum', 'enum', Int16Array.of(0, 2)],
    ['/big_enum', 'enum', Int16Array.of(0, 258)],
    ['/boolean', 'bool', Int8Array.of(1, 0)],
    [
      '/complex',
      'complex128',
      [
        [1, 2],
        [3, -4],
      ],
    ],
    ['/text', 'str', ['a', 'größer', '']],
    ['/fixed', 'S5', ['abc', 'de ']],
    ['/string', 'str', ['hello']],
    ['/number', 'float64', Float64Array.of(3.5)],
    ['/lists', 'vlen of int32', [[1, 2, 3], [], [7]]],
    ['/big_lists', 'vlen of float64', [[1.5], [2, 3]]],
    [
      '/arrays',
      'compound',
      [
        {
          m: [
            [0, 1, 2],
            [3, 4, 5],
          ],
          n: 2n ** 60n,
        },
      ],
    ],
    [
      '/ranges',
      'compound',
      [
        { start: 3, series: { reference: '/int64' } },
        { start: 1, series: { reference: null } },
      ],
    ],
    ['/references', 'reference', [{ reference: '/group' }, { reference: null }]],
    ['/regions', 'region', [{ reference: '/big_int32', region: '2 elements' }, { reference: null }]],
    [
      '/mixed',
      'compound',
      [
        { id: 1, name: 'eins', ok: true, big: 258 },
        { id: 2, name: 'zwei µ', ok: false, big: -2 },
      ],
    ],
    ['/big_record', 'compound', [{ a: 1, e: 258, c: 3 }]],
    ['/opaque', 'opaque of 3 bytes', [Uint8Array.of(1, 2, 3)]],
    ['/bits', 'bitfield16', Uint16Array.of(1, 258)],
    ['/null', 'float32', []],
    ['/zero', 'float32', new Float32Array(0)],
    ['/never', 'float32', new Float32Array(9).fill(7)],
    ['/compact', 'int32', Int32Array.of(4, 5)],
  ];
  for (const [at, type, values] of cases) {
    it(`are read: ${at.slice(1)}`, async () => {
      assert.equal((await datasetAt(at)).type.name, type);
      assert.deepEqual((await file.read(at)).values, values);
    });
  }

  it('are named with what is in them', async () => {
    assert.deepEqual((await datasetAt('/enum')).type.members, { A: 0, B: 1, C: 2 });
    assert.equal((await datasetAt('/big_int32')).type.littleEndian, false);
    const { fields } = (await datasetAt('/arrays')).type;
    assert.deepEqual(
      fields?.map(({ name, type }) => [name, type.name, type.dimensions]),
      [
        ['m', 'float32[2, 3]', [2, 3]],
        ['n', 'int64', undefined],
      ],
    );
    assert.deepEqual((await datasetAt('/lists')).type.element?.name, 'int32');
    const named = await file.entity('/named');
    assert.deepEqual(named.kind === 'datatype' && named.type.fields?.map(({ name }) => name), ['x']);
  });

  it('may have fields with names that objects have', async () => {
    const { values } = await file.read('/proto');
    assert.deepEqual(Object.entries(values[0] as object), [['__proto__', 1]]);
  });

  it('come with the shape, layout and filters of the dataset', async () => {
    assert.deepEqual([(await datasetAt('/null')).shape, (await datasetAt('/number')).shape], [null, []]);
    assert.deepEqual((await datasetAt('/zero')).shape, [0, 3]);
    const layouts = ['/int64', '/compact', '/packed', '/virtual', '/external'].map(
      async (at) => (await datasetAt(at)).layout,
    );
    assert.deepEqual(await Promise.all(layouts), ['contiguous', 'compact', 'chunked', 'virtual', 'external']);
    assert.equal((await datasetAt('/int64')).storedBytes, 16);
    const packed = await datasetAt('/packed');
    assert.deepEqual(packed.chunks, [7, 8]);
    assert.deepEqual(
      packed.filters.map(({ id, name, isAvailable }) => `${id} ${name} ${String(isAvailable)}`),
      ['2 shuffle true', '1 gzip true', '3 fletcher32 true'],
    );
  });

  it('of attributes too', async () => {
    const attributes = await file.attributes('/');
    assert.deepEqual(
      attributes.map(({ name, values }) => [name, values]),
      [
        ['nothing', []],
        ['record', [{ id: 1, name: 'x', ok: true, big: 3 }]],
        ['reference', [{ reference: '/int64' }]],
      ],
    );
  });

  it('are unpacked by a filter that is shipped', async () => {
    assert.deepEqual((await datasetAt('/lzf')).filters, [{ id: 32000, name: 'lzf', isAvailable: true }]);
    const { values } = await file.read('/lzf', [{ start: 98, end: 102 }]);
    assert.deepEqual(values, Int16Array.of(1, 1, 2, 2));
  });

  it('are not unpacked without the filter, which is named', async () => {
    const bare = testHdf5Client(undefined, { pluginsIn: folder.path });
    const other = await bare.open(path.join(folder.path, 'home/types.h5'));
    await rejectsWith(other.read('/lzf'), 'unreadable-values', /packed with lzf \(filter 32000\), which is not here/);
    const entity = await other.entity('/lzf');
    assert.deepEqual(entity.kind === 'dataset' && entity.filters, [{ id: 32000, name: 'lzf', isAvailable: false }]);
    await bare.dispose();
  });

  it('are selected across chunks', async () => {
    const all = Array.from({ length: 20 }, (_, row) =>
      Array.from({ length: 30 }, (_each, column) => row * 30 + column),
    );
    for (const [rows, columns] of [
      [
        { start: 0, end: 20 },
        { start: 0, end: 30 },
      ],
      [
        { start: 3, end: 19, step: 5 },
        { start: 2, end: 29, step: 3 },
      ],
      [
        { start: 6, end: 8 },
        { start: 7, end: 9 },
      ],
      [
        { start: 19, end: 20 },
        { start: 0, end: 30 },
      ],
    ] as const) {
      const { values } = await file.read('/packed', [rows, columns]);
      const pick = <T>(list: readonly T[], { start, end, step = 1 }: { start: number; end: number; step?: number }) =>
        list.filter((_, i) => i >= start && i < end && (i - start) % step === 0);
      assert.deepEqual(
        [...values],
        pick(all, rows).flatMap((row) => pick(row, columns)),
      );
    }
  });
});
