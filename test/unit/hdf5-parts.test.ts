import assert from 'node:assert/strict';
import { BlockCache } from '../../formats/hdf5/blockCache';
import { binsOf, Extremes } from '../../formats/hdf5/extremes';
import { filterName, isBuiltIn, pluginFile } from '../../formats/hdf5/filters';
import { NameCache } from '../../formats/hdf5/nameCache';
import { storageOf } from '../../formats/hdf5/objectHeader';
import { hyperslabOf } from '../../formats/hdf5/selection';
import { copyTile, tileShape, tilesOf, tilesTouched } from '../../formats/hdf5/tiles';

describe('HDF5 tiles', () => {
  it('are chunks, or several of them evenly', () => {
    assert.deepEqual(tileShape([20000, 50000], [200, 500], 4), [200, 500]);
    assert.deepEqual(tileShape([1e7], [1000], 4), [64_000]);
    assert.deepEqual(tileShape([1000, 1000], [10, 10], 4), [160, 320]);
    assert.deepEqual(tileShape([3, 3], [2, 2], 4), [3, 3]);
  });

  it('that a column touches are few', () => {
    const column = hyperslabOf([20000, 50000], [undefined, { start: 7, end: 8 }]);
    assert.equal(tilesTouched(column, [200, 500]), 100);
    const sparse = hyperslabOf([20000], [{ start: 0, end: 20000, step: 10_000 }]);
    assert.equal(tilesTouched(sparse, [100]), 2);
  });

  it('give the selection they are cut from', () => {
    const shape = [5, 7, 3];
    const values = Uint8Array.from({ length: 105 }, (_, i) => i);
    for (const selection of [
      [],
      [{ start: 1, end: 4 }],
      [
        { start: 0, end: 5, step: 2 },
        { start: 1, end: 7, step: 3 },
        { start: 2, end: 3 },
      ],
    ]) {
      const slab = hyperslabOf(shape, selection);
      const length = slab.count.reduce((product, each) => product * each, 1);
      const target = new Uint8Array(length);
      for (const tile of tilesOf(slab, shape, [2, 3, 2])) {
        const [a, b, c] = tile.slab.offset as [number, number, number];
        const [x, y, z] = tile.slab.count as [number, number, number];
        const source = Uint8Array.from({ length: x * y * z }, (_, i) => {
          const [k, j, h] = [i % z, Math.floor(i / z) % y, Math.floor(i / z / y)];
          return values[((a + h) * 7 + b + j) * 3 + c + k]!;
        });
        copyTile(source, tile, target, slab.count, 1);
      }
      const expected: number[] = [];
      const at = (dimension: number) =>
        Array.from({ length: slab.count[dimension]! }, (_, i) => slab.offset[dimension]! + i * slab.stride[dimension]!);
      for (const i of at(0)) for (const j of at(1)) for (const k of at(2)) expected.push((i * 7 + j) * 3 + k);
      assert.deepEqual([...target], expected);
    }
  });
});

describe('HDF5 caches', () => {
  it('let go of the block that was not used for longest', () => {
    const cache = new BlockCache();
    const megabytes = (count: number) => new Uint8Array(count * 1024 * 1024);
    cache.put('a', megabytes(30));
    cache.put('b', megabytes(30));
    assert.ok(cache.get('a'));
    cache.put('c', megabytes(30));
    assert.deepEqual(
      ['a', 'b', 'c'].map((key) => cache.get(key) !== undefined),
      [true, false, true],
    );
  });

  it('of names are filled once', () => {
    const cache = new NameCache();
    let reads = 0;
    const read = () => {
      reads++;
      return ['x', 'y'];
    };
    assert.deepEqual(cache.list('/', read), cache.list('/', read));
    assert.deepEqual([reads, cache.has('/', 'y'), cache.has('/', 'z')], [1, true, false]);
  });
});

describe('HDF5 extremes', () => {
  it('are those of equal parts, without what is not finite', () => {
    assert.deepEqual(binsOf(10, 3), { perBin: 4, count: 3 });
    assert.deepEqual(binsOf(2, 10), { perBin: 1, count: 2 });
    assert.deepEqual(binsOf(0, 10), { perBin: 1, count: 0 });
    const extremes = new Extremes(3, 3);
    extremes.add(Float32Array.of(1, NaN), 0);
    extremes.add(Float32Array.of(-2, NaN, NaN, NaN, 5, Infinity), 2);
    const { minima, maxima } = extremes.result();
    assert.deepEqual(
      [[...minima], [...maxima]],
      [
        [-2, NaN, 5],
        [1, NaN, 5],
      ],
    );
  });

  it('are had of 64-bit integers', () => {
    const extremes = new Extremes(2, 2);
    extremes.add(BigInt64Array.of(3n, -1n, 7n), 0);
    const { minima, maxima } = extremes.result();
    assert.deepEqual(
      [[...minima], [...maxima]],
      [
        [-1, 7],
        [3, 7],
      ],
    );
  });
});

describe('HDF5 filters', () => {
  it('have the names of the registry', () => {
    assert.deepEqual([1, 32001, 32003, 40000].map(filterName), ['gzip', 'blosc', 'snappy', 'filter 40000']);
    assert.deepEqual([isBuiltIn(4), isBuiltIn(32001), pluginFile(307)], [true, false, 'libH5Zbz2.so']);
  });
});

describe('HDF5 object headers', () => {
  it('that are damaged say nothing', () => {
    const view = (bytes: Uint8Array) => (offset: number, length: number) =>
      new DataView(bytes.slice(offset, offset + length).buffer);
    assert.equal(storageOf(view(new Uint8Array(0)), 0, 0), undefined);
    assert.equal(storageOf(view(new Uint8Array(500).fill(255)), 0, 100), undefined);
    assert.equal(storageOf(view(new Uint8Array(500)), 0, 100), undefined);
  });
});
