import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { Hdf5Error } from '../../formats/hdf5/api';
import type { Hdf5Client } from '../../formats/hdf5/client.node';
import { openH5Morphology } from '../../formats/morphology/h5/read';
import { h5Description } from '../../formats/morphology/write/h5';
import { ProblemList } from '../../formats/morphology/problem';
import { testHdf5Client } from '../support/hdf5';
import { writeTypes } from '../support/hdf5Types';
import { damage, RUNS } from '../support/random';
import { syntheticMorphology } from '../support/syntheticMorphology';
import { TemporaryFolder } from '../support/temporaryFolder';

/** A thread that a damaged file holds so long is ended, in ms. */
const STALL_LIMIT = 2000;

/** No damaged file may take longer, in ms: several of its reads may end a thread. */
const LIMIT = 20_000;

describe('damaged HDF5 files', function () {
  this.timeout(Number(process.env['BBP_TEST_TIMEOUT'] ?? '120000'));
  const folder = new TemporaryFolder();
  const file = path.join(folder.path, 'damaged.h5');
  let client: Hdf5Client;
  let whole: Uint8Array;

  before(async () => {
    client = testHdf5Client(STALL_LIMIT);
    await client.create(file, h5Description(syntheticMorphology(60), 'a test', new ProblemList()));
    // A Buffer would be changed by its damages: its slices are views.
    whole = new Uint8Array(readFileSync(file));
  });
  after(async () => {
    await client.dispose();
    folder.delete();
  });

  it('with all types do the same', async () => {
    const types = writeTypes(folder.path);
    const bytes: Uint8Array = new Uint8Array(readFileSync(types));
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        writeFileSync(
          types,
          damages.reduce((all, change) => change(all), bytes),
        );
        const start = performance.now();
        await lookAtEverything(types).catch(onlyOurs);
        assert.ok(performance.now() - start < LIMIT, 'took too long');
      }),
      { numRuns: Math.ceil(RUNS / 3), endOnFailure: true },
    );
    writeFileSync(types, bytes);
    const opened = await client.open(types);
    assert.equal((await opened.read('/number')).values[0], 3.5);
    await opened.close();
  });

  /** Everything that a view asks of a file. */
  async function lookAtEverything(damaged = file): Promise<void> {
    const opened = await client.open(damaged);
    try {
      await opened.search('a', 100).catch(onlyOurs);
      const waiting = ['/'];
      for (let at = waiting.pop(), looked = 0; at !== undefined && looked < 50; at = waiting.pop(), looked++) {
        const entity = await opened.entity(at).catch(onlyOurs);
        await opened.attributes(at).catch(onlyOurs);
        if (entity?.kind === 'dataset') await opened.read(at).catch(onlyOurs);
        if (entity?.kind !== 'group') continue;
        const children = (await opened.children(at, { start: 0, end: 50 }).catch(onlyOurs)) ?? [];
        for (const { name } of children) waiting.push(at === '/' ? `/${name}` : `${at}/${name}`);
      }
    } finally {
      await opened.close().catch(onlyOurs);
    }
  }

  function onlyOurs(error: unknown): undefined {
    assert.ok(error instanceof Hdf5Error, String(error));
    return undefined;
  }

  it('fail with an error of ours or are read, in time, and leave the next file readable', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        writeFileSync(
          file,
          damages.reduce((bytes, change) => change(bytes), whole),
        );
        const start = performance.now();
        const read = await openH5Morphology(client, file);
        assert.ok(read.kind !== 'morphology' || read.reading.morphology !== undefined || read.reading.refused);
        await lookAtEverything().catch(onlyOurs);
        assert.ok(performance.now() - start < LIMIT, 'took too long');
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    writeFileSync(file, whole);
    const read = await openH5Morphology(client, file);
    assert.deepEqual(read.kind === 'morphology' && read.reading.problems, []);
  });
});
