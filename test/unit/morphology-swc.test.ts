import assert from 'node:assert/strict';
import type { MorphologyReading } from '../../formats/morphology/problem';
import { readFloat } from '../../formats/morphology/swc/numbers';
import { readSwc } from '../../formats/morphology/swc/read';

const read = (text: string): MorphologyReading => readSwc(new TextEncoder().encode(text));

const codes = ({ problems }: MorphologyReading): readonly string[] =>
  problems.map(({ code, place }) => `${code.slice('morph/'.length)} ${(place.line ?? -1) + 1}`);

/** A soma and a chain of samples behind it. */
function chain(count: number): string {
  const lines = ['1 1 0 0 0 5 -1'];
  for (let id = 2; id <= count; id++) lines.push(`${id} 3 0 ${id} 0 1 ${id - 1}`);
  return lines.join('\n');
}

describe('SWC numbers', () => {
  const float = (text: string): number => {
    const values = new Float32Array(1);
    const bytes = new TextEncoder().encode(text);
    assert.equal(readFloat(bytes, 0, values, 0), bytes.length, text);
    return values[0]!;
  };

  it('are float32, rounded once', () => {
    for (const text of [
      '0',
      '-0.5',
      '.5',
      '5.',
      '+1e-3',
      '123456.789',
      '-12.3456789',
      '0.1',
      '1E2',
      '3.4e38',
      '1e-45',
    ]) {
      assert.equal(float(text), Math.fround(Number(text)), text);
    }
    // Half-way between 1 and the next float, and a little above: by way of a double, both would be 1.
    assert.equal(float('1.000000059604644775390625'), 1);
    assert.equal(float('1.00000005960464477539062500000000000001'), 1 + 2 ** -23);
    assert.equal(float('1.00000005960464477539062499999999999999'), 1);
    assert.equal(float('1e39'), Infinity);
    assert.equal(float('-inf'), -Infinity);
    assert.ok(Number.isNaN(float('+nan')));
    assert.equal(float('0x1p4'), 16);
    assert.equal(float(`0.${'0'.repeat(2000)}1e2001`), 1);
    assert.ok(Object.is(float('-0'), -0));
  });

  it('end where they end', () => {
    const end = (text: string): number => readFloat(new TextEncoder().encode(text), 0, new Float32Array(1), 0);
    assert.deepEqual(['1.5.2', '1e', '1e+', '-', '.', '2-3', '1,5', '1e5x'].map(end), [3, 1, 1, 0, 0, 1, 1, 3]);
  });
});

describe('SWC reader', () => {
  it('cuts neurites into sections, depth-first', () => {
    const { morphology, refused, problems } = read(`# ORIGINAL_SOURCE by hand
# written on a Monday
1 1 0 0 0 5 -1
2 3 0 5 0 1 1
3 3 0 10 0 .5 2
4 3 -5 10 0 .25 3
5 3 5 10 0 .25 3
6 2 0 -5 0 1 1
7 2 0 -9 0 1 6
`);
    assert.ok(morphology && !refused);
    assert.deepEqual(problems, []);
    assert.deepEqual([...morphology.sections.parents], [-1, 0, 0, -1]);
    assert.deepEqual([...morphology.sections.offsets], [0, 2, 4, 6, 8]);
    assert.deepEqual([...morphology.sections.types], [3, 3, 3, 2]);
    assert.deepEqual([...morphology.points.slice(6, 12)], [0, 10, 0, -5, 10, 0]);
    // The repeated point has the diameter and the line of the parent's last.
    assert.deepEqual([...morphology.diameters.slice(2, 4)], [1, 0.5]);
    assert.deepEqual([...morphology.lines], [3, 4, 4, 5, 4, 6, 7, 8]);
    assert.deepEqual(
      [...morphology.soma.points, ...morphology.soma.diameters, ...morphology.soma.lines],
      [0, 0, 0, 10, 2],
    );
    assert.deepEqual(morphology.metadata, [{ key: 'ORIGINAL_SOURCE', value: 'by hand' }]);
  });

  it('takes roots soma sample by soma sample, as MorphIO does', () => {
    const { morphology } = read('1 1 0 0 0 5 -1\n2 1 0 1 0 5 1\n3 2 0 9 0 1 2\n4 3 0 -9 0 1 1\n');
    assert.deepEqual([...morphology!.sections.types], [3, 2]);
  });

  it('finds ids in any order and far apart', () => {
    const far = read('4294967295 1 0 0 0 5 -1\n7 3 0 9 0 1 3000000000\n3000000000 3 0 5 0 1 4294967295\n');
    assert.deepEqual(codes(far), ['parent-after-child 2']);
    assert.deepEqual([...far.morphology!.points], [0, 5, 0, 0, 9, 0]);
    const lines = Array.from({ length: 3000 }, (_, i) => `${(i + 1) * 1_000_003} 3 0 ${i} 0 1 ${i * 1_000_003 || -1}`);
    assert.equal(read(lines.join('\n')).morphology?.diameters.length, 3000);
  });

  it('tells all mistakes, each once', () => {
    const reading = read(`1 1 0 0 0 5 -1
2 3 0 5 0 1 1
3 3 0 x 0 1 2
4 3 0 9 0 1 3
5 42 0 9 0 1 77
6 3 0 9 0 1 6
`);
    assert.ok(reading.refused);
    assert.deepEqual(codes(reading), [
      'line-non-parsable 3',
      'unsupported-section-type 5',
      'missing-parent 5',
      'self-parent 6',
    ]);
    // What can be read is shown: sample 2, and 4, 5 and 6 as roots.
    assert.equal(reading.morphology?.sections.count, 4);
  });

  it('gives a number that is read as two one message', () => {
    assert.deepEqual(codes(read('1 1 0 0 0 5 -1\n2 3.0 0 5 1 1 1\n')), ['split-number 2']);
    assert.deepEqual(codes(read('1 1 0 0 0 5 -1\n2 3.0 0 5 1 .5 1\n')), ['line-non-parsable 2']);
    assert.deepEqual(codes(read('1 1 0 0 0 5 -1\n2.5 3 0 5 0 .5 1\n')), ['line-non-parsable 2']);
  });

  it('names the lost sample that is missed', () => {
    const reading = read('1 1 0 0 0 5 -1\n2 3 0 5 0 1 1 3 3 0 7 0 1 2\n4 3 0 9 0 1 3\n');
    assert.deepEqual(codes(reading), ['missing-parent 3']);
    assert.match(reading.problems[0]!.message, /line 2/);
  });

  it('names circles, once each, with what they are made of', () => {
    const reading = read(
      '1 1 0 0 0 5 -1\n2 3 0 5 0 1 4\n3 3 0 6 0 1 2\n4 3 0 7 0 1 3\n5 3 0 8 0 1 4\n6 3 0 8 0 1 7\n7 3 0 8 0 1 6\n',
    );
    const circles = reading.problems.filter(({ code }) => code === 'morph/unreachable-samples');
    assert.deepEqual(
      circles.map(({ place }) => place.line),
      [1, 5],
    );
    assert.match(circles[0]!.message, /2, 4 and 3/);
    assert.equal(reading.morphology?.sections.count, 0);
    assert.ok(!reading.refused);
  });

  it('gives one cause one message', () => {
    // In a circle one sample always has its parent behind it.
    assert.deepEqual(codes(read('1 1 0 0 0 5 -1\n2 3 0 5 0 1 3\n3 3 0 6 0 1 2\n')), ['unreachable-samples 2']);
    // The whole line is there twice: no second soma.
    assert.deepEqual(codes(read('1 1 0 0 0 5 -1\n1 1 0 0 0 5 -1\n')), ['repeated-id 2']);
    // 3.0 shifts the columns: the radius that is read is another number.
    assert.deepEqual(codes(read('1 1 0 0 0 5 -1\n3.0 3 0 0 3 .5 1\n')), ['line-non-parsable 2']);
    // Infinities are not at one place.
    assert.deepEqual(codes(read('1 1 0 0 0 5 -1\n2 3 0 +inf 0 1 1\n3 3 0 1e99 0 1 2\n')), [
      'not-finite 2',
      'not-finite 3',
    ]);
  });

  it('leaves out a sample that hangs on nothing and has no children, as MorphIO does', () => {
    const reading = read('1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 9 9 9 1 -1\n');
    assert.deepEqual(codes(reading), ['disconnected-neurite 3']);
    assert.equal(reading.morphology?.sections.count, 1);
  });

  it('says what a file is that is none of its kind', () => {
    const only = (bytes: Uint8Array): string => {
      const { problems, refused } = readSwc(bytes);
      assert.ok(refused);
      assert.equal(problems.length, 1);
      return `${problems[0]!.code}: ${problems[0]!.message}`;
    };
    assert.match(only(Uint8Array.of(0x89, 0x48, 0x44, 0x46, 13, 10, 26, 10, 0, 0)), /binary-file.*HDF5/);
    assert.match(only(Uint8Array.of(0xff, 0xfe, 49, 0, 32, 0)), /wrong-encoding/);
    assert.match(
      only(new TextEncoder().encode('version https://git-lfs.github.com/spec/v1\nsize 3\n')),
      /not-downloaded/,
    );
    assert.match(only(new TextEncoder().encode('("CellBody"\n(0 0 0 1)\n)\n')), /line-non-parsable.*\.asc/);
  });

  it('reads chains of any length', function () {
    this.timeout(Number(process.env['BBP_TEST_TIMEOUT'] ?? '60000'));
    for (const count of [100_000, 1_000_000]) {
      const { morphology, problems } = read(chain(count));
      assert.deepEqual(problems, []);
      assert.deepEqual([...morphology!.sections.offsets], [0, count - 1]);
    }
  });

  it('counts mistakes beyond those that it lists', () => {
    const { problems } = read(chain(1000).replaceAll(' 1 ', ' 0 ').replace('1 0 0', '1 1 0'));
    const [last] = problems.filter(({ code }) => code === 'morph/zero-diameter').slice(-1);
    assert.match(last!.message, /\(\d+ more\)$/);
    assert.ok(problems.length <= 200);
  });
});
