import assert from 'node:assert/strict';
import { blocksOf, elementCount, hyperslabOf } from '../../formats/hdf5/selection';

const MEGABYTE = 1024 * 1024;

/** The rows of each block: first, number. */
function rowsOf(...args: Parameters<typeof blocksOf>): readonly (readonly number[])[] {
  return [...blocksOf(...args)].map(({ offset, count }) => [offset[0] ?? 0, count[0] ?? 0]);
}

describe('HDF5 selections', () => {
  it('are held within the shape', () => {
    assert.deepEqual(hyperslabOf([10, 4]), { offset: [0, 0], count: [10, 4], stride: [1, 1] });
    assert.deepEqual(hyperslabOf([10], [{ start: 8, end: 99 }]), { offset: [8], count: [2], stride: [1] });
    assert.deepEqual(hyperslabOf([10], [{ start: 20, end: 5 }]), { offset: [10], count: [0], stride: [1] });
    assert.deepEqual(hyperslabOf([10, 4], [undefined, { start: 1, end: 4, step: 2 }]).count, [10, 2]);
    assert.deepEqual(hyperslabOf([]), { offset: [], count: [], stride: [] });
  });

  it('are read at once where they are small, or of a scalar', () => {
    assert.deepEqual(rowsOf(hyperslabOf([1000, 4]), 8, null), [[0, 1000]]);
    assert.equal([...blocksOf(hyperslabOf([]), 8, null)].length, 1);
  });

  it('are cut into blocks of whole rows of chunks', () => {
    // 2 MB a row of chunks: two of them make a block of 4 MB.
    const slab = hyperslabOf([1000, 1024], [{ start: 300, end: 1000 }]);
    assert.deepEqual(rowsOf(slab, 8, [256, 1024]), [
      [300, 212],
      [512, 488],
    ]);
  });

  it('of a column count what unpacking touches', () => {
    // One value of a row costs a chunk of 1024 columns.
    const slab = hyperslabOf([1024, 4096], [undefined, { start: 5, end: 6 }]);
    assert.deepEqual(rowsOf(slab, 8, [256, 1024]), [
      [0, 512],
      [512, 512],
    ]);
  });

  it('with steps lose no row between two blocks', () => {
    const slab = hyperslabOf([100, MEGABYTE], [{ start: 0, end: 100, step: 7 }]);
    const blocks = [...blocksOf(slab, 1, [10, MEGABYTE])];
    const rows = blocks.flatMap(({ offset, count }) =>
      Array.from({ length: count[0] ?? 0 }, (_, i) => (offset[0] ?? 0) + 7 * i),
    );
    assert.deepEqual(rows, [0, 7, 14, 21, 28, 35, 42, 49, 56, 63, 70, 77, 84, 91, 98]);
    assert.equal(
      blocks.reduce((sum, block) => sum + elementCount(block), 0),
      elementCount(slab),
    );
  });
});
