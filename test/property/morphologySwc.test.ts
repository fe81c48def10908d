import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSwc } from '../../formats/morphology/swc/read';
import { readFloat } from '../../formats/morphology/swc/numbers';
import { damage, RUNS } from '../support/random';

/** No text of a few thousand bytes takes longer, in ms. */
const LIMIT = 2000;

interface Tree {
  readonly text: string;
  readonly sections: number;
  readonly points: number;
}

/** A valid file whose sections were counted while it was made: each sample hangs on one of those before it. */
const trees: fc.Arbitrary<Tree> = fc
  .record({
    parents: fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 60 }),
    first: fc.integer({ min: 0, max: 100_000 }),
    step: fc.constantFrom(1, 3, 70_001),
    order: fc.integer({ min: 0, max: 59 }),
    lineEnd: fc.constantFrom('\n', '\r\n', ' \t\n\n'),
  })
  .map(({ parents, first, step, order, lineEnd }) => {
    // Sample 0 is the soma; each place is another.
    const parentOf = parents.map((choice, i) => choice % (i + 1));
    const childCounts = new Array<number>(parents.length + 1).fill(0);
    for (const parent of parentOf) childCounts[parent]!++;
    const idOf = (sample: number): number => first + sample * step;
    const lines = [
      `${idOf(0)} 1 0 0 0 5 -1`,
      ...parentOf.map((parent, i) => `${idOf(i + 1)} 3 ${i + 1} 0.5 -${i}e0 .25 ${idOf(parent)}`),
    ];
    const turned = [...lines.slice(order), ...lines.slice(0, order)];
    const starts = parentOf.filter((parent) => parent === 0 || childCounts[parent]! > 1).length;
    const repeated = parentOf.filter((parent) => parent !== 0 && childCounts[parent]! > 1).length;
    return { text: turned.join(lineEnd), sections: starts, points: parents.length + repeated };
  });

const encoder = new TextEncoder();

function readInTime(bytes: Uint8Array): void {
  const start = performance.now();
  const { morphology, problems, refused } = readSwc(bytes);
  assert.ok(performance.now() - start < LIMIT, 'took too long');
  assert.equal(
    refused,
    problems.some(({ level }) => level === 'error'),
  );
  for (const { place, message } of problems) {
    assert.ok(message !== '');
    const { start: from, end } = place.span ?? { start: -1, end: -1 };
    assert.ok(from >= 0 && from <= end && end <= bytes.length, message);
  }
  if (!morphology) return;
  const { sections } = morphology;
  assert.equal(sections.offsets[sections.count], morphology.diameters.length);
  assert.equal(morphology.lines.length, morphology.diameters.length);
  for (let section = 0; section < sections.count; section++) {
    assert.ok(sections.parents[section]! < section);
    assert.ok(sections.offsets[section]! < sections.offsets[section + 1]!);
  }
}

/** Exactly: whole numbers of 2^-149, the smallest float32, times 10^100. */
function exact(decimal: string): bigint {
  const [, sign = '', whole = '', part = '', exponent = '0'] =
    /^([+-]?)(\d+)\.?(\d*)(?:e([+-]?\d+))?$/.exec(decimal) ?? [];
  const scale = Number(exponent) - part.length + 100;
  const size = BigInt(whole + part) * 2n ** 149n;
  const scaled = scale >= 0 ? size * 10n ** BigInt(scale) : size / 10n ** BigInt(-scale);
  return sign === '-' ? -scaled : scaled;
}

const exactFloat = (value: number): bigint => BigInt(value * 2 ** 100 * 2 ** 49) * 10n ** 100n;

/** The nearest of the float32 that a double's way leads to and its neighbours; of two as near, the even one. */
function nearestFloat(decimal: string): number {
  const bits = new Uint32Array(1);
  const float = new Float32Array(bits.buffer);
  float[0] = Number(decimal);
  const middle = bits[0]!;
  if ((middle & 0x7fffffff) === 0 || !Number.isFinite(float[0])) return float[0];
  const wanted = exact(decimal);
  const candidates = [middle - 1, middle, middle + 1].flatMap((pattern) => {
    bits[0] = pattern;
    const value = float[0]!;
    if (!Number.isFinite(value)) return [];
    const difference = wanted - exactFloat(value);
    return [{ value, isEven: pattern % 2 === 0, distance: difference < 0n ? -difference : difference }];
  });
  const least = candidates.reduce((a, b) =>
    b.distance < a.distance || (b.distance === a.distance && b.isEven) ? b : a,
  );
  return least.value;
}

describe('SWC files, made up', function () {
  this.timeout(Number(process.env['BBP_TEST_TIMEOUT'] ?? '60000'));

  it('are read with the right counts', () => {
    fc.assert(
      fc.property(trees, ({ text, sections, points }) => {
        const { morphology, refused } = readSwc(encoder.encode(text));
        assert.ok(!refused);
        assert.equal(morphology?.sections.count, sections);
        assert.equal(morphology.diameters.length, points);
      }),
      { numRuns: RUNS * 4 },
    );
  });

  it('are read in any state of damage', () => {
    fc.assert(
      fc.property(trees, fc.array(damage, { minLength: 1, maxLength: 3 }), ({ text }, damages) => {
        readInTime(damages.reduce<Uint8Array>((bytes, change) => change(bytes), encoder.encode(text)));
      }),
      { numRuns: RUNS * 8 },
    );
  });

  it('are read whatever they hold', () => {
    const pieces = fc.constantFrom(
      '1',
      '2',
      '3',
      ' ',
      '\n',
      '\r',
      '-',
      '.',
      '#',
      'e',
      'nan',
      '-1',
      ',',
      '0x',
      '\t',
      '99999999999',
      '\u0000',
      'é',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.array(pieces, { maxLength: 300 }).map((all) => encoder.encode(all.join(''))),
          fc
            .array(fc.tuple(fc.nat(9), fc.constantFrom(0, 1, 1, 2, 3, 3, 3), fc.integer({ min: -1, max: 9 })), {
              maxLength: 40,
            })
            .map((all) =>
              encoder.encode(all.map(([id, type, parent]) => `${id} ${type} ${id} 0 0 1 ${parent}`).join('\n')),
            ),
        ),
        readInTime,
      ),
      { numRuns: RUNS * 12 },
    );
  });

  it('have numbers that are rounded to the nearest float32', () => {
    const decimals = fc.oneof(
      fc.float({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }).map(String),
      fc
        .tuple(fc.integer(), fc.nat(999_999_999), fc.integer({ min: -30, max: 30 }))
        .map(([a, b, e]) => `${a}.${b}e${e}`),
      // Half-way between two floats, and a little beside.
      fc
        .tuple(
          fc.integer({ min: 2 ** 23, max: 2 ** 24 - 2 }),
          fc.constantFrom('5', '49999999999', '50000000001', '5000'),
        )
        .map(([whole, part]) => `${whole}.${part}`),
      fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat(99_999_999)).map(([a, b]) => `${a}.${b}`),
    );
    fc.assert(
      fc.property(decimals, (text) => {
        const values = new Float32Array(1);
        assert.equal(readFloat(encoder.encode(text), 0, values, 0), text.length);
        assert.equal(values[0], nearestFloat(text), text);
      }),
      { numRuns: RUNS * 50 },
    );
  });
});
