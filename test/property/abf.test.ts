import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openAbf } from '../../formats/abf/open';
import { PagedAccess } from '../../formats/bytes/paged';
import { memoryAccess } from '../../formats/bytes/randomAccess';
import { Hdf5Error } from '../../formats/hdf5/api';
import { abf1File, abf2File, type AbfFileOptions } from '../support/abfFile';
import { damage, RUNS } from '../support/random';

/** No file of a few thousand bytes takes longer, in ms. */
const LIMIT = 2000;

const sizes = fc.record({
  channels: fc.integer({ min: 1, max: 4 }),
  sweeps: fc.integer({ min: 1, max: 4 }),
  samples: fc.integer({ min: 1, max: 40 }),
  seed: fc.integer({ min: 0, max: 30_000 }),
  epochs: fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: -100, max: 100 }),
      fc.integer({ min: -10, max: 10 }),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 12 }),
    ),
    { maxLength: 4 },
  ),
});

const files: fc.Arbitrary<AbfFileOptions> = sizes.map(({ channels, sweeps, samples, seed, epochs }) => ({
  channels: Array.from({ length: channels }, (_, i) => ({ name: `IN ${i}`, unit: i % 2 === 0 ? 'pA' : 'mV' })),
  sweeps: Array.from({ length: sweeps }, (_, sweep) =>
    Array.from({ length: samples }, (_, sample) =>
      Array.from({ length: channels }, (_, channel) => ((seed + sweep * 7919 + sample * 31 + channel) % 4000) - 2000),
    ),
  ),
  command: { name: 'Cmd 0', unit: 'mV', holding: -70, source: 1, epochs },
  tags: [[1, 'drug']],
  protocol: 'C:\\a.pro',
}));

const writers = fc.constantFrom<(options: AbfFileOptions) => Uint8Array>(
  (options) => abf1File(options),
  (options) => abf1File(options, true),
  abf2File,
);

describe('properties of ABF files', () => {
  it('every number that was written is read', async () => {
    await fc.assert(
      fc.asyncProperty(files, writers, async (options, write) => {
        const { recording, problems } = await openAbf(new PagedAccess(memoryAccess(write(options))));
        assert.deepEqual(problems, []);
        assert.ok(recording);
        assert.equal(recording.recording.sweeps.length, options.sweeps.length);
        for (const [number, sweep] of options.sweeps.entries()) {
          for (const channel of options.channels.keys()) {
            const { values } = await recording.trace(`adc/${channel}/sweep/${number}`, { start: 0, end: 1e9 }, 1e9);
            assert.deepEqual(
              [...values],
              sweep.map((frame) => Math.fround((frame[channel] ?? NaN) * 0.01)),
            );
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('damaged files are shown or refused with a reason, soon', async () => {
    await fc.assert(
      fc.asyncProperty(
        files,
        writers,
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        async (options, write, damages) => {
          const bytes = damages.reduce((damaged, each) => each(damaged), write(options));
          await readsEverything(bytes);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('any value in any field of the header is survived', async () => {
    const field = fc.tuple(
      fc.integer({ min: 4, max: 1600 }),
      fc.constantFrom(0, 1, -1, 0x7fff, 0x7fffffff, -0x80000000, 0x10000, 0x3f800000, 0x7f800000, 0x7fc00000),
    );
    await fc.assert(
      fc.asyncProperty(
        files,
        writers,
        fc.array(field, { minLength: 1, maxLength: 4 }),
        async (options, write, fields) => {
          const bytes = write(options);
          const view = new DataView(bytes.buffer);
          for (const [at, value] of fields) if (at + 4 <= bytes.length) view.setInt32(at - (at % 2), value, true);
          await readsEverything(bytes);
        },
      ),
      { numRuns: RUNS * 4 },
    );
  });
});

/** Opens, reads the first and the last traces, in samples and in parts. */
async function readsEverything(bytes: Uint8Array): Promise<void> {
  const begun = performance.now();
  const { recording, problems } = await openAbf(memoryAccess(bytes));
  if (!recording) assert.ok(problems.some(({ level }) => level === 'error'));
  else {
    const { sweeps } = recording.recording;
    for (const sweep of [...sweeps.slice(0, 2), ...sweeps.slice(-1)]) {
      for (const { id, count } of [...sweep.responses, ...sweep.stimuli]) {
        assert.ok(count * 2 <= bytes.length, `${id}: ${count} samples of ${bytes.length} bytes`);
        for (const bins of [1e9, 3]) {
          const { values } = await recording.trace(id, { start: 0, end: count }, bins);
          assert.ok(values.length <= count);
        }
      }
    }
    for (const { name } of recording.recording.tables) await recording.tableRows(name, { start: 0, end: 100 });
    await recording.trace('adc/99/sweep/0', { start: 0, end: 1 }, 1).catch((error: unknown) => {
      assert.ok(error instanceof Hdf5Error);
    });
  }
  assert.ok(performance.now() - begun < LIMIT);
}
