import assert from 'node:assert/strict';
import { appendFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { openFileAccess } from '../../formats/bytes/file.node';
import { PagedAccess } from '../../formats/bytes/paged';
import { memoryAccess, type RandomAccess } from '../../formats/bytes/randomAccess';
import { TemporaryFolder } from '../support/temporaryFolder';

/** 0, 1, 2, … 255, 0, … */
function counting(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => i);
}

/** Keeps what was asked for. */
function watched(bytes: Uint8Array): RandomAccess & { readonly asked: (readonly [number, number])[] } {
  const asked: (readonly [number, number])[] = [];
  const below = memoryAccess(bytes);
  return {
    size: bytes.length,
    asked,
    read: (offset, length) => {
      asked.push([offset, length]);
      return below.read(offset, length);
    },
  };
}

describe('bytes of a file', () => {
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = new TemporaryFolder({ 'a.bin': counting(100) });
  });

  afterEach(() => {
    folder.delete();
  });

  it('come from where they are asked for, fewer at the end', async () => {
    const access = await openFileAccess(path.join(folder.path, 'a.bin'));
    assert.equal(access.size, 100);
    assert.deepEqual([...(await access.read(10, 3))], [10, 11, 12]);
    assert.deepEqual([...(await access.read(98, 10))], [98, 99]);
    assert.equal((await access.read(100, 10)).length, 0);
    assert.equal((await access.read(1000, 10)).length, 0);
    await access.close();
  });

  it('end where they did at opening, or before in a file that became shorter', async () => {
    const file = path.join(folder.path, 'a.bin');
    const access = await openFileAccess(file);
    appendFileSync(file, counting(50));
    assert.equal((await access.read(90, 100)).length, 10);
    truncateSync(file, 95);
    assert.deepEqual([...(await access.read(93, 100))], [93, 94]);
    await access.close();
  });

  it('are refused of a folder and of what is not there', async () => {
    await assert.rejects(openFileAccess(folder.path), { code: 'EISDIR' });
    await assert.rejects(openFileAccess(path.join(folder.path, 'none')), { code: 'ENOENT' });
  });
});

describe('a cache of pages', () => {
  const options = { pageBytes: 10, pageCount: 8 };

  it('gives what lies below, across pages and at the end', async () => {
    const bytes = counting(95);
    const paged = new PagedAccess(memoryAccess(bytes), options);
    for (const [offset, length] of [
      [0, 1],
      [5, 10],
      [9, 1],
      [10, 10],
      [15, 23],
      [90, 100],
      [94, 1],
      [95, 1],
      [0, 95],
      [40, 0],
    ] as const) {
      assert.deepEqual(
        [...(await paged.read(offset, length))],
        [...bytes.subarray(offset, offset + length)],
        `${offset}`,
      );
    }
  });

  it('reads a page once, and neighbours together', async () => {
    const below = watched(counting(200));
    const paged = new PagedAccess(below, options);
    await paged.read(12, 3);
    await paged.read(18, 1);
    assert.deepEqual(below.asked, [[10, 10]]);
    await paged.read(5, 30);
    // The page from 10 on is there.
    assert.deepEqual(below.asked.slice(1), [
      [0, 10],
      [20, 20],
    ]);
    assert.equal(paged.bytesRead, 40);
  });

  it('reads a page once where two ask for it at the same time', async () => {
    const below = watched(counting(200));
    const paged = new PagedAccess(below, options);
    await Promise.all([paged.read(0, 5), paged.read(3, 5)]);
    assert.equal(below.asked.length, 1);
  });

  it('keeps so many pages, those used last', async () => {
    const below = watched(counting(200));
    const paged = new PagedAccess(below, options);
    for (let page = 0; page < 8; page++) await paged.read(page * 10, 1);
    await paged.read(0, 1);
    await paged.read(80, 1);
    assert.equal(below.asked.length, 9);
    await paged.read(0, 1);
    assert.equal(below.asked.length, 9);
    await paged.read(10, 1);
    assert.equal(below.asked.length, 10);
  });

  it('passes long reads by', async () => {
    const below = watched(counting(200));
    const paged = new PagedAccess(below, options);
    await paged.read(0, 1);
    assert.deepEqual([...(await paged.read(33, 77))], [...counting(110).subarray(33)]);
    assert.deepEqual(below.asked[1], [33, 77]);
    await paged.read(5, 1);
    assert.equal(below.asked.length, 2);
  });

  it('asks again for a page that failed', async () => {
    let fails = true;
    const below = memoryAccess(counting(50));
    const paged = new PagedAccess(
      { size: 50, read: (offset, length) => (fails ? Promise.reject(new Error('EIO')) : below.read(offset, length)) },
      options,
    );
    await assert.rejects(paged.read(0, 5), /EIO/);
    fails = false;
    assert.deepEqual([...(await paged.read(0, 3))], [0, 1, 2]);
  });

  it('ends where a file that became shorter ends', async () => {
    const below = memoryAccess(counting(25));
    const paged = new PagedAccess({ size: 60, read: (offset, length) => below.read(offset, length) }, options);
    assert.deepEqual([...(await paged.read(18, 20))], [18, 19, 20, 21, 22, 23, 24]);
  });
});
