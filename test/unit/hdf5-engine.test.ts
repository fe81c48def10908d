import assert from 'node:assert/strict';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Hdf5Client } from '../../formats/hdf5/client.node';
import { rejectsWith, testHdf5Client } from '../support/hdf5';
import { writeTypes } from '../support/hdf5Types';
import { TemporaryFolder } from '../support/temporaryFolder';

const LENGTH = 300_000;

describe('HDF5 engine', function () {
  this.timeout(60_000);
  const folder = new TemporaryFolder();
  const at = (name: string) => path.join(folder.path, name);
  let client: Hdf5Client;
  before(async () => {
    client = testHdf5Client();
    const wave = Float32Array.from({ length: LENGTH }, (_, i) => (i === 123_456 ? NaN : i % 1000));
    const ids = BigInt64Array.from({ length: 1000 }, (_, i) => BigInt(i - 500));
    await client.create(at('rows.h5'), {
      datasets: {
        wave: { values: wave },
        ids: { values: ids },
        table: { values: Int16Array.from({ length: 2000 }, (_, i) => i), shape: [100, 20] },
        names: { values: ['a', 'b'] },
      },
    });
    writeTypes(folder.path);
  });
  after(async () => {
    await client.dispose();
    folder.delete();
  });

  it('draws a long row together', async () => {
    const file = await client.open(at('rows.h5'));
    const { minima, maxima, perBin } = await file.minMax('/wave', [undefined], 3);
    assert.deepEqual([perBin, [...minima], [...maxima]], [100_000, [0, 0, 0], [999, 999, 999]]);
    const part = await file.minMax('/wave', [{ start: 123_450, end: 123_462 }], 4);
    assert.deepEqual(
      [[...part.minima], [...part.maxima]],
      [
        [450, 453, 457, 459],
        [452, 455, 458, 461],
      ],
    );
    const single = await file.minMax('/wave', [{ start: 123_456, end: 123_457 }], 4);
    assert.deepEqual([...single.minima], [NaN]);
    const ids = await file.minMax('/ids', [{ start: 0, end: 1000, step: 10 }], 2);
    assert.deepEqual(
      [[...ids.minima], [...ids.maxima]],
      [
        [-500, 0],
        [-10, 490],
      ],
    );
    const column = await file.minMax('/table', [undefined, { start: 3, end: 4 }], 2);
    assert.deepEqual(
      [[...column.minima], [...column.maxima]],
      [
        [3, 1003],
        [983, 1983],
      ],
    );
    assert.deepEqual([...(await file.minMax('/wave', [{ start: 5, end: 5 }], 10)).minima], []);
    await rejectsWith(file.minMax('/table', [], 2), 'unreadable-values', /only of one row/);
    await rejectsWith(file.minMax('/names', [undefined], 2), 'unreadable-values', /no numbers/);
    const controller = new AbortController();
    const stopped = file.minMax('/wave', [undefined], 2, controller.signal);
    controller.abort();
    await rejectsWith(stopped, 'cancelled', /cancelled/);
    await file.close();
  });

  it('reads the same block but once', async () => {
    const file = await client.open(at('home/types.h5'));
    await file.read('/packed', [undefined, { start: 3, end: 4 }]);
    const before = client.bytesRead;
    const { values } = await file.read('/packed', [undefined, { start: 4, end: 5 }]);
    assert.deepEqual([values[0], values[19]], [4, 574]);
    // What the dataset is, is looked up again; its 1200 bytes in 12 packed chunks are not.
    assert.ok(client.bytesRead - before < 400, `${client.bytesRead - before} bytes were read again`);
    await file.close();
  });

  it('reads little of a large file', async () => {
    const file = await client.open(at('rows.h5'));
    await file.read('/wave', [{ start: 0, end: 1 }]);
    const before = client.bytesRead;
    await file.read('/wave', [{ start: 200_000, end: 200_100 }]);
    assert.ok(client.bytesRead - before <= 80_000, `${client.bytesRead - before} bytes were read`);
    await file.close();
  });

  it('opens a file anew when it has changed, with all handles', async () => {
    await client.create(at('changes.h5'), { datasets: { x: { values: Int32Array.of(1) } } });
    const [one, two] = [await client.open(at('changes.h5')), await client.open(at('changes.h5'))];
    assert.deepEqual((await one.read('/x')).values, Int32Array.of(1));
    await client.create(at('changes.h5'), { datasets: { x: { values: Int32Array.of(2, 3) }, y: { values: ['new'] } } });
    await one.reopen();
    assert.equal(one.size, readFileSync(at('changes.h5')).length);
    assert.deepEqual((await one.read('/x')).values, Int32Array.of(2, 3));
    assert.deepEqual((await two.read('/y')).values, ['new']);
    await one.close();
    await two.close();
  });

  it('says that a file was cut or deleted while it was open', async () => {
    await client.create(at('cut.h5'), { datasets: { x: { values: new Float64Array(10_000).fill(1) } } });
    const whole = readFileSync(at('cut.h5'));
    const file = await client.open(at('cut.h5'));
    truncateSync(at('cut.h5'), 4000);
    await rejectsWith(file.read('/x'), 'truncated', /was cut to 4000 bytes of \d+ since it was opened/);
    await rejectsWith(file.reopen(), 'truncated', /cut off/);
    await rejectsWith(file.read('/x'), 'closed', /closed/);
    writeFileSync(at('cut.h5'), whole);
    await file.reopen();
    assert.equal((await file.read('/x')).values.length, 10_000);
    rmSync(at('cut.h5'));
    await rejectsWith(file.read('/x'), 'unreadable', /is gone since it was opened/);
    await rejectsWith(file.reopen(), 'unreadable', /no such file/);
    await file.close();
  });

  it('refuses an attribute that is too large, and says so', async () => {
    await client.create(at('attributes.h5'), {
      attributes: [
        { name: 'large', values: new Float64Array(1_100_000) },
        { name: 'small', values: 'a' },
      ],
    });
    const file = await client.open(at('attributes.h5'));
    const [large, small] = await file.attributes('/');
    assert.deepEqual([large?.shape, large?.values], [[1_100_000], []]);
    assert.match(large?.problem ?? '', /the attribute “large” of \/: its 9 MB are not read/);
    assert.deepEqual([small?.values, small?.problem], [['a'], undefined]);
    await file.close();
  });

  it('keeps its memory bounded over many files and slices', async () => {
    const types = at('home/types.h5');
    const first = await client.open(types);
    const names = (await first.children('/')).filter(({ kind }) => kind === 'dataset').map(({ name }) => `/${name}`);
    await first.close();
    for (let round = 0; round < 50; round++) {
      const file = await client.open(round % 2 === 0 ? types : at('rows.h5'));
      if (round % 2 === 0) {
        for (const name of names) await file.read(name).catch(() => undefined);
        await file.attributes('/');
      } else await file.read('/wave', [{ start: round * 100, end: round * 1000 }]);
      await file.close();
    }
    assert.ok(client.heapBytes < 128 * 1024 * 1024, `${client.heapBytes} bytes`);
  });
});
