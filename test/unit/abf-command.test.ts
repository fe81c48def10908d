import assert from 'node:assert/strict';
import { openAbf } from '../../formats/abf/open';
import { memoryAccess } from '../../formats/bytes/randomAccess';
import type { OpenRecording } from '../../formats/recording/model';
import { abf1File, abf2File, type AbfFileOptions } from '../support/abfFile';

type Epoch = NonNullable<AbfFileOptions['command']>['epochs'][number];

/** Sweeps of 64 samples: one sample, then the epochs. */
async function withEpochs(
  epochs: readonly Epoch[],
  more: Partial<NonNullable<AbfFileOptions['command']>> = {},
  write: (options: AbfFileOptions) => Uint8Array = abf2File,
  rest: Partial<AbfFileOptions> = {},
): Promise<OpenRecording> {
  const sweep = Array.from({ length: 64 }, () => [0]);
  const { recording } = await openAbf(
    memoryAccess(
      write({
        channels: [{ name: 'IN 0', unit: 'pA' }],
        sweeps: [sweep, sweep, sweep],
        command: { name: 'Cmd 0', unit: 'mV', holding: -70, source: 1, epochs, ...more },
        ...rest,
      }),
    ),
  );
  assert.ok(recording);
  return recording;
}

async function levels(recording: OpenRecording, sweep: number, count: number): Promise<readonly number[]> {
  const { values } = await recording.trace(`dac/0/sweep/${sweep}`, { start: 0, end: count }, count);
  return [...values];
}

describe('the command of an ABF file', () => {
  for (const [name, write] of [
    ['ABF 1', (options: AbfFileOptions) => abf1File(options)],
    ['ABF 1 with the short header', (options: AbfFileOptions) => abf1File(options, true)],
    ['ABF 2', abf2File],
  ] as const) {
    it(`${name}: holds for 1/64 of the sweep, steps with the sweep's number, and holds again`, async () => {
      const recording = await withEpochs([[1, -20, 10, 3, 1, 0, 0]], {}, write);
      assert.deepEqual(await levels(recording, 0, 6), [-70, -20, -20, -20, -70, -70]);
      assert.deepEqual(await levels(recording, 2, 8), [-70, 0, 0, 0, 0, 0, -70, -70]);
      const { values } = await recording.trace('dac/0/sweep/0', { start: 0, end: 64 }, 64);
      assert.equal(values[63], -70);
      const [first] = recording.recording.sweeps;
      assert.deepEqual(
        first?.stimuli.map(({ id, name: label, unit, count }) => [id, label, unit, count]),
        [['dac/0/sweep/0', 'DAC 0 (Cmd 0)', 'mV', 64]],
      );
      assert.equal(first.mode, 'voltage clamp');
    });
  }

  it('stays at the last level between sweeps where the output does', async () => {
    const recording = await withEpochs([[1, -20, 10, 2, 0, 0, 0]], { keepsLastLevel: true });
    assert.deepEqual(await levels(recording, 0, 5), [-70, -20, -20, -20, -20]);
    assert.deepEqual(await levels(recording, 1, 5), [-20, -10, -10, -10, -10]);
  });

  it('ramps from the level before', async () => {
    const recording = await withEpochs([
      [2, -30, 0, 5, 0, 0, 0],
      [2, -50, 0, 3, 0, 0, 0],
    ]);
    assert.deepEqual(await levels(recording, 0, 10), [-70, -70, -60, -50, -40, -30, -30, -40, -50, -70]);
  });

  it('leaves out epochs that are off', async () => {
    const recording = await withEpochs([
      [0, 99, 0, 10, 0, 0, 0],
      [1, 0, 0, 1, 0, 0, 0],
    ]);
    assert.deepEqual(await levels(recording, 0, 3), [-70, 0, -70]);
  });

  it('makes trains of pulses, triangles, cosines and biphasic pulses', async () => {
    const pulses = await withEpochs([[3, 10, 0, 9, 0, 4, 1]]);
    // Two whole periods of four, then a rest of one.
    assert.deepEqual(await levels(pulses, 0, 11), [-70, 10, -70, -70, -70, 10, -70, -70, -70, -70, -70]);
    const triangles = await withEpochs([[4, -50, 0, 6, 0, 6, 3]]);
    assert.deepEqual(await levels(triangles, 0, 8), [-70, -70, -60, -50, -50, -60, -70, -70]);
    const cosines = await withEpochs([[5, -50, 0, 5, 0, 5, 0]]);
    assert.deepEqual(
      (await levels(cosines, 0, 7)).map((level) => Number(level.toFixed(3))),
      [-70, -70, -60, -50, -60, -70, -70],
    );
    const biphasic = await withEpochs([[7, -60, 0, 6, 0, 6, 4]]);
    assert.deepEqual(await levels(biphasic, 0, 8), [-70, -60, -60, -80, -80, -70, -70, -70]);
  });

  it('has a gap where an epoch is of an unknown type', async () => {
    const recording = await withEpochs([[6, 10, 0, 1, 0, 0, 0]]);
    assert.deepEqual(await levels(recording, 0, 3), [-70, NaN, -70]);
  });

  it('cuts epochs at the end of the sweep', async () => {
    const recording = await withEpochs([[1, 0, 0, 2_000_000_000, 0, 0, 0]]);
    const { values } = await recording.trace('dac/0/sweep/0', { start: 0, end: 1e9 }, 100);
    assert.equal(values.length, 64);
    assert.equal(values[63], 0);
  });

  it('gives extremes of parts as the samples have them', async () => {
    const epochs: readonly Epoch[] = [
      [2, 30, 0, 13, 0, 0, 0],
      [3, -10, 0, 11, 0, 3, 1],
      [5, 20, 0, 17, 0, 6, 0],
      [4, 0, 0, 9, 0, 4, 2],
    ];
    const recording = await withEpochs(epochs);
    const samples = await levels(recording, 1, 64);
    for (const [start, end, bins] of [
      [0, 64, 10],
      [3, 61, 7],
      [0, 64, 1],
    ] as const) {
      const { values, maxima, step } = await recording.trace('dac/0/sweep/1', { start, end }, bins);
      const perBin = Math.round(step * 10_000);
      for (let bin = 0; bin < values.length; bin++) {
        const part = samples.slice(start + bin * perBin, Math.min(end, start + (bin + 1) * perBin));
        assert.deepEqual([values[bin], maxima?.[bin]], [Math.min(...part), Math.max(...part)], `${start} ${bin}`);
      }
    }
  });

  it('plays no epochs in a gap-free recording', async () => {
    const recording = await withEpochs([[1, 0, 0, 20, 0, 0, 0]], {}, abf2File, { mode: 3 });
    assert.deepEqual(await levels(recording, 0, 4), [-70, -70, -70, -70]);
  });

  it('is the holding level in a gap-free recording whose header names a file', async () => {
    const sweep = [[0], [0]];
    const { recording, problems } = await openAbf(
      memoryAccess(
        abf2File({
          channels: [{ name: 'IN 0', unit: 'pA' }],
          sweeps: [sweep],
          mode: 3,
          hasUserList: true,
          command: { name: 'Cmd 0', unit: 'mV', holding: -70, source: 2, file: 'C:\\old.atf', epochs: [] },
        }),
      ),
    );
    assert.deepEqual(problems, []);
    assert.ok(recording);
    assert.deepEqual(await levels(recording, 0, 2), [-70, -70]);
  });

  it('lists epochs in a table', async () => {
    const recording = await withEpochs([
      [1, -20, 10, 3, 1, 0, 0],
      [7, -60, 0, 6, 0, 6, 4],
    ]);
    assert.deepEqual(
      recording.recording.tables.map(({ name, rowCount, columns }) => [name, rowCount, columns.length]),
      [['Epochs', 2, 9]],
    );
    assert.deepEqual(await recording.tableRows('Epochs', { start: 1, end: 2 }), [
      ['DAC 0 (Cmd 0)', 'B', 'biphasic train', -60, 0, 6, 0, 6, 4],
    ]);
  });
});
