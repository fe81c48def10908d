import assert from 'node:assert/strict';
import { memoryAccess } from '../../formats/bytes/randomAccess';
import { Hdf5Error } from '../../formats/hdf5/api';
import { openIbw, type OpenIgorWave } from '../../formats/ibw/open';
import { ibwProblems } from '../../formats/ibw/problems';

interface WaveOptions {
  readonly littleEndian?: boolean;
  /** Code of the type of numbers, and how one is written. */
  readonly code?: number;
  readonly size?: number;
  readonly write?: (view: DataView, at: number, value: number, little: boolean) => void;
  readonly values: readonly number[];
  readonly pointCount?: number;
  readonly dimensions?: readonly number[];
  readonly note?: string;
}

/** Name W, unit pA, steps of 0.25 ms from 1 s on, made on the first day of 1970. */
function waveFile(version: 1 | 2 | 3 | 5, options: WaveOptions): Uint8Array {
  const { littleEndian: little = true, code = 2, size = 4, values, note = '' } = options;
  const write =
    options.write ??
    ((view, at, value) => {
      view.setFloat32(at, value, little);
    });
  const pointCount = options.pointCount ?? values.length;
  const start = { 1: 8, 2: 16, 3: 20, 5: 64 }[version];
  const dataStart = version === 5 ? 384 : start + 110;
  const noteStart = dataStart + values.length * size + (version === 5 ? 0 : 16);
  const bytes = new Uint8Array(noteStart + note.length);
  const view = new DataView(bytes.buffer);
  const text = (at: number, letters: string): void => {
    for (let i = 0; i < letters.length; i++) bytes[at + i] = letters.charCodeAt(i);
  };
  view.setInt16(0, version, little);
  const at =
    version === 5
      ? { note: 12, count: 12, code: 16, name: 28, step: 84, origin: 116, unit: 148, xUnit: 152, created: 4 }
      : { note: 6, count: 42, code: 0, name: 6, step: 48, origin: 56, unit: 34, xUnit: 38, created: 96 };
  if (version !== 1) view.setInt32(at.note, note.length, little);
  view.setInt32(start + at.count, pointCount, little);
  view.setInt16(start + at.code, code, little);
  text(start + at.name, 'W');
  view.setFloat64(start + at.step, 0.00025, little);
  view.setFloat64(start + at.origin, 1, little);
  text(start + at.unit, 'pA');
  text(start + at.xUnit, 's');
  view.setUint32(start + at.created, 2_082_844_800, little);
  if (version === 5) {
    (options.dimensions ?? [pointCount]).forEach((length, i) => {
      view.setInt32(start + 68 + i * 4, length, little);
    });
  }
  values.forEach((value, i) => {
    write(view, dataStart + i * size, value, little);
  });
  text(noteStart, note);
  return bytes;
}

async function opened(bytes: Uint8Array): Promise<OpenIgorWave> {
  const { open, problems } = await openIbw(memoryAccess(bytes));
  assert.deepEqual(problems, []);
  assert.ok(open);
  return open;
}

async function codes(bytes: Uint8Array): Promise<readonly string[]> {
  return (await openIbw(memoryAccess(bytes))).problems.map(({ code }) => code);
}

const WHOLE = { start: 0, end: Infinity };

describe('Igor binary waves', () => {
  for (const version of [1, 2, 3, 5] as const) {
    for (const littleEndian of [true, false]) {
      it(`reads version ${version}, ${littleEndian ? 'little' : 'big'}-endian`, async () => {
        const { wave, values } = await opened(
          waveFile(version, { littleEndian, values: [1.5, -2, 3], note: version === 1 ? '' : 'TIME:1;\rSI:250;' }),
        );
        assert.deepEqual(wave, {
          version,
          littleEndian,
          name: 'W',
          type: 'float32',
          isComplex: false,
          shape: [3],
          count: 3,
          scales: [{ origin: 1, step: 0.00025, unit: 's' }],
          unit: 'pA',
          note: version === 1 ? '' : 'TIME:1;\nSI:250;',
          created: '1970-01-01T00:00:00',
        });
        assert.deepEqual([...(await values(WHOLE))], [1.5, -2, 3]);
        assert.deepEqual([...(await values({ start: 1, end: 2 }))], [-2]);
      });
    }
  }

  it('reads every type of numbers', async () => {
    const types: readonly (readonly [number, string, number, number, NonNullable<WaveOptions['write']>])[] = [
      [4, 'float64', 8, 0.1, (view, at, value, little) => view.setFloat64(at, value, little)],
      [8, 'int8', 1, -5, (view, at, value) => view.setInt8(at, value)],
      [0x10, 'int16', 2, -500, (view, at, value, little) => view.setInt16(at, value, little)],
      [0x20, 'int32', 4, -70_000, (view, at, value, little) => view.setInt32(at, value, little)],
      [0x48, 'uint8', 1, 250, (view, at, value) => view.setUint8(at, value)],
      [0x50, 'uint16', 2, 60_000, (view, at, value, little) => view.setUint16(at, value, little)],
      [0x60, 'uint32', 4, 4e9, (view, at, value, little) => view.setUint32(at, value, little)],
    ];
    for (const [code, name, size, value, write] of types) {
      for (const littleEndian of [true, false]) {
        const { wave, values } = await opened(waveFile(5, { code, size, write, values: [value, 1], littleEndian }));
        assert.deepEqual([wave.type, [...(await values(WHOLE))]], [name, [value, 1]]);
      }
    }
  });

  it('gives complex numbers as pairs', async () => {
    const { wave, values } = await opened(waveFile(5, { code: 3, values: [1, 2, 3, 4], pointCount: 2 }));
    assert.deepEqual([wave.isComplex, wave.count], [true, 2]);
    assert.deepEqual([...(await values({ start: 1, end: 2 }))], [3, 4]);
  });

  it('has up to four dimensions, each with its scale', async () => {
    const { wave } = await opened(waveFile(5, { values: [1, 2, 3, 4, 5, 6], dimensions: [3, 2] }));
    assert.deepEqual(wave.shape, [3, 2]);
    assert.equal(wave.scales.length, 2);
    const { wave: wrong } = await opened(waveFile(5, { values: [1, 2, 3, 4, 5, 6], dimensions: [3, 3] }));
    assert.deepEqual(wrong.shape, [6]);
  });

  it('shows what there is of a wave that is cut off', async () => {
    const { open, problems } = await openIbw(memoryAccess(waveFile(5, { values: [1, 2, 3] }).slice(0, 384 + 9)));
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['ibw/truncated'],
    );
    assert.match(problems[0]?.message ?? '', /announces 3 points; the file ends after 2/);
    assert.deepEqual([...((await open?.values(WHOLE)) ?? [])], [1, 2]);
  });

  it('says what is wrong', async () => {
    assert.deepEqual(await codes(new Uint8Array(0)), ['ibw/not-ibw']);
    assert.deepEqual(await codes(new TextEncoder().encode('version https://git-lfs.github.com')), ['ibw/not-ibw']);
    assert.deepEqual(await codes(Uint8Array.of(4, 0, 1, 1)), ['ibw/not-ibw']);
    assert.deepEqual(await codes(waveFile(5, { values: [1], code: 0x42 })), ['ibw/unreasonable-header']);
    assert.deepEqual(await codes(waveFile(5, { values: [1], pointCount: -1 })), ['ibw/unreasonable-header']);
    const { open, problems } = await openIbw(memoryAccess(waveFile(5, { values: [], code: 0, pointCount: 4 })));
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['ibw/text-wave'],
    );
    assert.equal(open?.wave.type, 'text');
    await assert.rejects(open.values(WHOLE), (error) => error instanceof Hdf5Error);
    const failing = await openIbw({ size: 9, read: () => Promise.reject(new Error('EIO')) });
    assert.equal(failing.problems[0]?.code, 'ibw/unreadable');
  });

  it('survives any beginning and any end', async () => {
    const whole = waveFile(5, { values: [1, 2, 3], note: 'note' });
    for (let length = 0; length <= whole.length; length++) await openIbw(memoryAccess(whole.slice(0, length)));
    for (let at = 0; at < 384; at++) {
      const bytes = whole.slice();
      bytes[at] = 0xff;
      const { open } = await openIbw(memoryAccess(bytes));
      if (open && open.wave.type !== 'text') assert.ok((await open.values(WHOLE)).length <= whole.length);
    }
  });

  it('documents every kind of problem once', () => {
    assert.equal(new Set(ibwProblems.map(({ code }) => code)).size, ibwProblems.length);
  });
});
