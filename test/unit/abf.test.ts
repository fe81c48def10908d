import assert from 'node:assert/strict';
import { openAbf, type AbfReading } from '../../formats/abf/open';
import { abfProblems } from '../../formats/abf/problems';
import { memoryAccess } from '../../formats/bytes/randomAccess';
import { Hdf5Error } from '../../formats/hdf5/api';
import type { OpenRecording, TraceValues } from '../../formats/recording/model';
import { abf1File, abf2File, type AbfFileOptions } from '../support/abfFile';

/** Two channels and two sweeps of four samples. A count is 0.01 of the range of ±10 in 1000 steps. */
const TWO: AbfFileOptions = {
  channels: [
    { name: 'IN 0', unit: 'mV', scale: 10 },
    { name: 'IN 1', unit: 'pA', scale: 100, offset: 5 },
  ],
  sweeps: [
    [
      [-700, 1],
      [-690, 2],
      [-680, 3],
      [-670, 4],
    ],
    [
      [-100, 10],
      [0, 20],
      [100, 30],
      [200, 40],
    ],
  ],
  protocol: 'C:\\protocols\\IV curve.pro',
  comment: 'cell 3',
  command: { name: 'Cmd 0', unit: 'pA', holding: 0, source: 1, epochs: [[1, 50, 0, 2, 0, 0, 0]] },
};

const VERSIONS: readonly (readonly [string, (options: AbfFileOptions) => Uint8Array])[] = [
  ['ABF 1', (options) => abf1File(options)],
  ['ABF 1 with the short header', (options) => abf1File(options, true)],
  ['ABF 2', abf2File],
];

async function opened(bytes: Uint8Array): Promise<OpenRecording> {
  const { recording, problems } = await openAbf(memoryAccess(bytes));
  assert.ok(recording, JSON.stringify(problems));
  return recording;
}

async function codes(bytes: Uint8Array): Promise<readonly string[]> {
  const { problems } = await openAbf(memoryAccess(bytes));
  return problems.map(({ code }) => code);
}

function all(recording: OpenRecording, id: string): Promise<TraceValues> {
  return recording.trace(id, { start: 0, end: Infinity }, 1e6);
}

function rounded(values: Float32Array): readonly number[] {
  return [...values].map((value) => Number(value.toFixed(4)));
}

describe('ABF files', () => {
  for (const [name, write] of VERSIONS) {
    describe(name, () => {
      const isShort = name.includes('short');

      it('takes each channel of each sweep out of the others, scaled', async () => {
        const recording = await opened(write(TWO));
        const { sweeps } = recording.recording;
        assert.deepEqual(
          sweeps.map(({ id, responses }) => [
            id,
            responses.map(({ id, name, unit, count, rate }) => [id, name, unit, count, rate]),
          ]),
          [0, 1].map((sweep) => [
            `sweep/${sweep}`,
            [
              [`adc/0/sweep/${sweep}`, 'ADC 0 (IN 0)', 'mV', 4, 10_000],
              [`adc/1/sweep/${sweep}`, 'ADC 1 (IN 1)', 'pA', 4, 10_000],
            ],
          ]),
        );
        // -700 counts × 10 V / 1000 × 10 = -70 mV
        assert.deepEqual(rounded((await all(recording, 'adc/0/sweep/0')).values), [-70, -69, -68, -67]);
        assert.deepEqual(rounded((await all(recording, 'adc/1/sweep/1')).values), [15, 25, 35, 45]);
      });

      it('reads a part of a trace, or its extremes', async () => {
        const recording = await opened(write(TWO));
        const part = await recording.trace('adc/0/sweep/1', { start: 1, end: 3 }, 100);
        assert.deepEqual(
          [part.start, part.step, rounded(part.values), part.maxima],
          [0.0001, 0.0001, [0, 10], undefined],
        );
        const bins = await recording.trace('adc/0/sweep/0', { start: 0, end: 4 }, 2);
        assert.deepEqual([bins.step, rounded(bins.values)], [0.0002, [-70, -68]]);
        assert.deepEqual(rounded(bins.maxima ?? new Float32Array()), [-69, -67]);
        const ends = await recording.trace('adc/0/sweep/0', { start: -5, end: 99 }, 3);
        assert.deepEqual([rounded(ends.values), ends.maxima?.length], [[-70, -68], 2]);
      });

      it('says what the file says of itself', async () => {
        const { recording, header } = await openAbf(memoryAccess(write(TWO)));
        assert.ok(recording && header);
        const { title, version, sweeps, session, kind } = recording.recording;
        assert.equal(kind, 'abf');
        assert.equal(title, `ABF ${isShort ? '1.3' : name === 'ABF 1' ? '1.83' : '2.6'} · 2 channels · 2 sweeps`);
        assert.equal(version, isShort ? '1.3.0.0' : name === 'ABF 1' ? '1.8.3.0' : '2.6.0.0');
        assert.equal(header.date, '2018-06-18T01:02:03.004');
        assert.equal(header.comment, 'cell 3');
        assert.equal(header.creator, isShort ? 'Clampex' : name === 'ABF 1' ? 'Clampex 10.2.0.12' : 'Clampex 10.7.0.3');
        assert.equal(sweeps[0]?.protocol, isShort ? '' : 'IV curve');
        // A voltage and a current are measured: the command is a current.
        assert.equal(sweeps[0].mode, 'current clamp');
        assert.deepEqual(
          session.map((group) => group.title),
          ['File', 'Acquisition', 'Inputs', 'Outputs'],
        );
      });

      it('shows samples that are stored as floats as they are', async () => {
        const recording = await opened(
          write({ channels: [{ name: '', unit: '', scale: 3 }], sweeps: [[[1.5], [NaN], [-2]]], isFloat: true }),
        );
        assert.equal(recording.recording.sweeps[0]?.responses[0]?.name, 'ADC 0');
        assert.deepEqual([...(await all(recording, 'adc/0/sweep/0')).values], [1.5, NaN, -2]);
        const { values, maxima } = await recording.trace('adc/0/sweep/0', { start: 0, end: 3 }, 1);
        assert.deepEqual([[...values], [...(maxima ?? [])]], [[-2], [1.5]]);
      });

      it('has tags with their time', async () => {
        const recording = await opened(write({ ...TWO, tags: [[20_000, 'drug on  ']] }));
        // 20 000 samples of both channels, 10 000 a second each
        assert.deepEqual(recording.recording.tags, [{ time: 1, text: 'drug on' }]);
      });

      it('takes a gap-free recording for one sweep', async () => {
        const recording = await opened(write({ ...TWO, mode: 3 }));
        assert.deepEqual(
          recording.recording.sweeps.map(({ responses }) => responses[0]?.count),
          [8],
        );
      });

      it('takes lengths and starts of sweeps from the synch array', async () => {
        const recording = await opened(
          write({
            channels: [{ name: 'a', unit: 'pA' }],
            sweeps: [[[1], [2], [3]], [[4]]],
            mode: 1,
            synch: [
              [10, 3],
              [500, 1],
            ],
          }),
        );
        assert.deepEqual(
          recording.recording.sweeps.map(({ responses }) => [responses[0]?.count, responses[0]?.start]),
          [
            [3, 0.001],
            [1, 0.05],
          ],
        );
        assert.deepEqual(rounded((await all(recording, 'adc/0/sweep/1')).values), [0.04]);
      });

      it('shows what there is of a file that is cut off', async () => {
        const whole = write({ ...TWO, synch: [] });
        const dataStart =
          name === 'ABF 2' ? new DataView(whole.buffer).getUint32(236, true) * 512 : isShort ? 2048 : 6144;
        const { recording, problems } = await openAbf(memoryAccess(whole.slice(0, dataStart + 22)));
        assert.deepEqual(
          problems.map(({ code }) => code),
          ['abf/truncated'],
        );
        assert.match(problems[0]?.message ?? '', /announces 16 samples .* after 11 of them/);
        // 11 numbers: a whole sweep of 8, and one frame of 2 of the next.
        assert.deepEqual(
          recording?.recording.sweeps.map(({ responses }) => responses[0]?.count),
          [4, 1],
        );
      });

      it('says what is wrong with a header', async () => {
        assert.deepEqual(await codes(write(TWO)), []);
        assert.deepEqual(await codes(write({ ...TWO, sampleCount: 0 })), ['abf/no-data']);
        assert.deepEqual(await codes(write({ ...TWO, interval: 0 })), ['abf/zero-rate']);
        assert.deepEqual(await codes(write({ ...TWO, mode: 9 })), ['abf/unsupported-mode']);
        assert.deepEqual(await codes(write({ ...TWO, date: 20181332 })), ['abf/invalid-date']);
        assert.deepEqual(await codes(write({ ...TWO, date: 0 })), []);
        assert.deepEqual(await codes(write({ ...TWO, channelCount: 99 })), ['abf/unreasonable-header']);
        assert.deepEqual(await codes(write({ ...TWO, mode: 1, synch: [] })), ['abf/missing-synch-array']);
        if (!isShort) assert.deepEqual(await codes(write({ ...TWO, hasUserList: true })), ['abf/user-list']);
      });

      it('draws no command that was played from a file', async () => {
        const played = { name: 'Cmd 0', unit: 'mV', holding: -70, source: 2, file: 'D:\\noise.atf', epochs: [] };
        const { recording, problems } = await openAbf(memoryAccess(write({ ...TWO, command: played })));
        assert.deepEqual(
          problems.map(({ code, level }) => [code, level]),
          [['abf/stimulus-from-file', 'information']],
        );
        if (!isShort) assert.match(problems[0]?.message ?? '', /D:\\noise\.atf/);
        assert.deepEqual(recording?.recording.sweeps[0]?.stimuli, []);
      });

      it('bounds what a header can ask for', async () => {
        const { recording, problems } = await openAbf(
          memoryAccess(write({ ...TWO, episodes: 2_000_000_000, sampleCount: 2_000_000_000, synch: [] })),
        );
        assert.ok((recording?.recording.sweeps.length ?? 0) <= 50_000);
        assert.deepEqual(problems.map(({ code }) => code).sort(), ['abf/too-many-sweeps', 'abf/truncated']);
      });
    });
  }

  it('reads a channel of ABF 1 by its place in the sampling sequence', async () => {
    const recording = await opened(abf1File({ ...TWO, sequence: [7, 2] }));
    assert.deepEqual(
      recording.recording.sweeps[0]?.responses.map(({ name, unit }) => [name, unit]),
      [
        ['ADC 7 (IN 0)', 'mV'],
        ['ADC 2 (IN 1)', 'pA'],
      ],
    );
    assert.deepEqual(rounded((await all(recording, 'adc/1/sweep/0')).values), [6, 7, 8, 9]);
  });

  it('takes inputs 0, 1, … where the sampling sequence names one twice', async () => {
    const bytes = abf1File(TWO);
    new DataView(bytes.buffer).setInt16(412, 0, true);
    const { recording, problems } = await openAbf(memoryAccess(bytes));
    assert.deepEqual(
      problems.map(({ code, level }) => [code, level]),
      [['abf/sampling-sequence', 'warning']],
    );
    assert.deepEqual(
      recording?.recording.sweeps[0]?.responses.map(({ name }) => name),
      ['ADC 0 (IN 0)', 'ADC 1 (IN 1)'],
    );
  });

  it('keeps µ, in Latin-1 and in UTF-8', async () => {
    const latin = await opened(abf2File({ channels: [{ name: 'IN 0', unit: 'µV' }], sweeps: [[[1]]] }));
    assert.equal(latin.recording.sweeps[0]?.responses[0]?.unit, 'µV');
    const utf8 = await opened(abf2File({ channels: [{ name: 'IN 0', unit: 'Â\u00b5V' }], sweeps: [[[1]]] }));
    assert.equal(utf8.recording.sweeps[0]?.responses[0]?.unit, 'µV');
  });

  it('finds texts by number where one of them is empty, and without the head of their section', async () => {
    const bytes = abf2File(TWO);
    const at = new DataView(bytes.buffer).getUint32(220, true) * 512;
    bytes[at] = 0;
    const { header } = await openAbf(memoryAccess(bytes));
    assert.deepEqual(
      header?.channels.map(({ name }) => name),
      ['IN 0', 'IN 1'],
    );
  });

  it('takes six digits for a day of the century that had ABF', async () => {
    const dateOf = async (date: number): Promise<string | undefined> =>
      (await openAbf(memoryAccess(abf1File({ ...TWO, date, milliseconds: 0 })))).header?.date;
    assert.equal(await dateOf(180618), '2018-06-18T00:00:00.000');
    assert.equal(await dateOf(961231), '1996-12-31T00:00:00.000');
    assert.equal(await dateOf(961131), undefined);
  });

  it('says of other files what they are', async () => {
    const said = async (text: string): Promise<AbfReading> => openAbf(memoryAccess(new TextEncoder().encode(text)));
    for (const [text, expected] of [
      ['', /empty/],
      ['version https://git-lfs.github.com/spec/v1\noid …', /git lfs pull/],
      ['ATF\t1.0', /text file/],
      ['\u0089HDF\r\n', /begins with/],
    ] as const) {
      const { recording, problems } = await said(text);
      assert.equal(recording, undefined);
      assert.equal(problems[0]?.code, 'abf/not-abf');
      assert.match(problems[0].message, expected);
    }
  });

  it('rejects with a reason: no such trace, cancelled, shorter than before, closed', async () => {
    const bytes = abf2File(TWO);
    let size = bytes.length;
    let closed = 0;
    const { recording } = await openAbf(
      { size, read: (offset, length) => Promise.resolve(bytes.subarray(offset, Math.min(size, offset + length))) },
      () => {
        closed++;
        return Promise.resolve();
      },
    );
    assert.ok(recording);
    const fails = async (code: string, what: Promise<unknown>): Promise<void> => {
      await assert.rejects(what, (error) => error instanceof Hdf5Error && error.code === code);
    };
    await fails('missing', all(recording, 'adc/2/sweep/0'));
    await fails('missing', all(recording, 'adc/0/sweep/2'));
    await fails('missing', all(recording, '<b>'));
    await fails('missing', recording.tableRows('Sweeps', { start: 0, end: 1 }));
    const signal = AbortSignal.abort();
    await fails('cancelled', recording.trace('adc/0/sweep/0', { start: 0, end: 4 }, 4, signal));
    size = 600;
    await fails('truncated', all(recording, 'adc/0/sweep/0'));
    await recording.close();
    await recording.close();
    assert.equal(closed, 1);
    await fails('closed', all(recording, 'adc/0/sweep/0'));
  });

  it('reads 16 million samples at once at most, and any number in parts', async () => {
    const head = abf2File({ channels: [{ name: 'a', unit: 'pA' }], sweeps: [[[7]]], mode: 3, sampleCount: 20_000_000 });
    const dataStart = new DataView(head.buffer).getUint32(236, true) * 512;
    const { recording, problems } = await openAbf({
      size: dataStart + 40_000_000,
      // Behind the header every sample is 0x0101.
      read: (offset, length) =>
        Promise.resolve(
          offset >= dataStart
            ? new Uint8Array(length).fill(1)
            : head.slice(offset, Math.min(dataStart, offset + length)),
        ),
    });
    assert.deepEqual(problems, []);
    assert.ok(recording);
    await assert.rejects(
      recording.trace('adc/0/sweep/0', { start: 0, end: 20_000_000 }, 20_000_000),
      (error) => error instanceof Hdf5Error && error.code === 'too-large',
    );
    const { values, maxima } = await recording.trace('adc/0/sweep/0', { start: 0, end: 20_000_000 }, 1000);
    assert.deepEqual(
      [values.length, new Set(rounded(values)), new Set(maxima)],
      [1000, new Set([2.57]), new Set(values)],
    );
  });

  it('says that a file cannot be read, and closes it', async () => {
    let closed = 0;
    const { problems } = await openAbf({ size: 10_000, read: () => Promise.reject(new Error('EIO')) }, () => {
      closed++;
      return Promise.resolve();
    });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['abf/unreadable'],
    );
    assert.match(problems[0]?.message ?? '', /EIO/);
    assert.equal(closed, 1);
  });

  it('documents every kind of problem once', () => {
    assert.equal(new Set(abfProblems.map(({ code }) => code)).size, abfProblems.length);
    for (const { documentation, title } of abfProblems) assert.ok(documentation.length > 60 && title.length < 40);
  });
});
