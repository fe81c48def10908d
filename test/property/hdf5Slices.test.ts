import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Hdf5Values } from '../../formats/hdf5/api';
import type { Hdf5Client } from '../../formats/hdf5/client.node';
import { testHdf5Client } from '../support/hdf5';
import { writeTypes } from '../support/hdf5Types';
import { RUNS } from '../support/random';
import { TemporaryFolder } from '../support/temporaryFolder';

/** The memory of the library at most, after all slices, in bytes. */
const HEAP_LIMIT = 128 * 1024 * 1024;

/** So many slices are looked at one after the other in an open file. */
const SLICES = 10;

const range = fc.record({ start: fc.nat(25), length: fc.nat(35), step: fc.integer({ min: 1, max: 7 }) });

describe('slices of HDF5 datasets', function () {
  this.timeout(Number(process.env['BBP_TEST_TIMEOUT'] ?? '120000'));
  const folder = new TemporaryFolder();
  let client: Hdf5Client;
  let file: string;
  const whole = new Map<string, Hdf5Values>();

  before(async () => {
    client = testHdf5Client();
    file = writeTypes(folder.path);
    const opened = await client.open(file, { allowedFolders: [folder.path] });
    for (const { name, kind } of await opened.children('/')) {
      // The external values count from the folder of the program, where there are none.
      if (kind === 'dataset' && name !== 'external') whole.set(`/${name}`, await opened.read(`/${name}`));
    }
    await opened.close();
  });
  after(async () => {
    await client.dispose();
    folder.delete();
  });

  it('are what stands there in the whole, in any order, and leave no memory behind', async () => {
    const slice = fc.record({ at: fc.constantFrom(...whole.keys()), rows: range, columns: range });
    await fc.assert(
      fc.asyncProperty(fc.array(slice, { minLength: SLICES, maxLength: SLICES }), async (slices) => {
        const opened = await client.open(file, { allowedFolders: [folder.path] });
        for (const { at, rows, columns } of slices) {
          const { shape, values } = whole.get(at) ?? assert.fail(at);
          const selection = [rows, columns].map(({ start, length, step }) => ({ start, end: start + length, step }));
          const read = await opened.read(at, selection);
          assert.deepEqual([...read.values], pick(Array.from(values as ArrayLike<unknown>), shape, selection), at);
        }
        await opened.close();
      }),
      { numRuns: RUNS },
    );
    assert.ok(client.heapBytes < HEAP_LIMIT, `${client.heapBytes} bytes`);
  });
});

interface Range {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** What is selected of values row by row, in one or two dimensions. */
function pick(values: readonly unknown[], shape: readonly number[], [rows, columns]: readonly Range[]): unknown[] {
  const isIn = (place: number, range?: Range) =>
    !range || (place >= range.start && place < range.end && (place - range.start) % range.step === 0);
  if (shape.length === 0) return [...values];
  const width = shape[1] ?? 1;
  return values.filter((_, i) => isIn(Math.floor(i / width), rows) && (shape.length < 2 || isIn(i % width, columns)));
}
