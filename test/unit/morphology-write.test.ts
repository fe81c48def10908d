import assert from 'node:assert/strict';
import { readTextMorphology } from '../../formats/morphology/read';
import type { Morphology } from '../../formats/morphology/model';
import { writeMorphology } from '../../formats/morphology/write/write';
import { floatText } from '../../formats/morphology/write/numbers';
import { syntheticMorphology } from '../support/syntheticMorphology';

function read(format: 'swc' | 'asc', text: string): Morphology {
  const { morphology, refused, problems } = readTextMorphology(format, new TextEncoder().encode(text));
  assert.ok(morphology && !refused, problems.map(({ message }) => message).join('\n'));
  return morphology;
}

function written(morphology: Morphology, format: 'swc' | 'asc'): { text: string; codes: readonly string[] } {
  const { text, problems } = writeMorphology(morphology, format, 'a test');
  assert.ok(text !== undefined, problems.map(({ message }) => message).join('\n'));
  return { text, codes: problems.map(({ code }) => code) };
}

const rows = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

describe('writing morphologies', () => {
  describe('as SWC', () => {
    it('writes radii, the soma first, and leaves out the points that repeat a parent', () => {
      const morphology = read(
        'swc',
        '1 1 0 0 0 5 -1\n7 3 0 5 0 1 1\n8 3 0 9 0 0.5 7\n9 3 1 10 0 0.4 8\n10 3 -1 10 0 0.3 8\n',
      );
      assert.equal(morphology.sections.count, 3);
      const { text, codes } = written(morphology, 'swc');
      assert.deepEqual(rows(text), [
        '1 1 0 0 0 5 -1',
        '2 3 0 5 0 1 1',
        '3 3 0 9 0 0.5 2',
        '4 3 1 10 0 0.4 3',
        '5 3 -1 10 0 0.3 3',
      ]);
      assert.deepEqual(codes, []);
    });

    it('keeps the first diameter of a child that differs from its parent’s last', () => {
      const morphology = read(
        'asc',
        '("CellBody" (CellBody) (0 0 0 0)(1 1 0 0)(1 0 0 0))\n((Dendrite) (0 0 0 2)(0 5 0 2)((-5 5 0 1.5)|(6 5 0 1.5)))\n',
      );
      const again = read('swc', written(morphology, 'swc').text);
      assert.deepEqual([...again.diameters], [2, 2, 1.5, 1.5, 1.5, 1.5]);
      assert.deepEqual([...again.sections.offsets], [0, 2, 4, 6]);
    });

    it('says that a contour becomes cylinders', () => {
      const contour = '("CellBody" (CellBody) (0 0 0 0)(1 1 0 0)(1 0 0 0))\n((Axon) (0 0 0 2)(0 5 0 2))\n';
      const { text, codes } = written(read('asc', contour), 'swc');
      assert.deepEqual(codes, ['morph/soma-non-cylinder-or-point']);
      assert.equal(read('swc', text).soma.type, 'SOMA_CYLINDERS');
    });

    it('keeps the three points of NeuroMorpho', () => {
      const text = '1 1 0 0 0 1 -1\n2 1 0 -1 0 1 1\n3 1 0 1 0 1 1\n4 3 0 2 0 1 1\n5 3 0 3 0 1 4\n';
      assert.deepEqual(rows(written(read('swc', text), 'swc').text), rows(text));
    });

    it('gives neurites without a soma no parent', () => {
      const morphology = read('swc', '1 3 0 0 0 1 -1\n2 3 0 0 1 1 1\n');
      const { text, codes } = written(morphology, 'swc');
      assert.deepEqual(rows(text), ['1 3 0 0 0 1 -1', '2 3 0 0 1 1 1']);
      assert.deepEqual(codes, ['morph/write-no-soma']);
    });
  });

  describe('as ASC', () => {
    const simple =
      '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 0.5 2\n4 3 1 10 0 0.4 3\n5 3 -1 10 0 0.3 3\n6 3 -2 11 0 0.3 5\n';

    it('writes diameters, one block a neurite, and branches between bars', () => {
      const { text } = written(read('swc', simple), 'asc');
      const neurite = text.slice(text.indexOf('(Dendrite)')).replace(/\s+/g, ' ');
      assert.ok(
        neurite.startsWith(
          '(Dendrite) (0 5 0 2) (0 9 0 1) ( (0 9 0 1) (1 10 0 0.8) | (0 9 0 1) (-1 10 0 0.6) (-2 11 0 0.6) ) )',
        ),
        neurite,
      );
    });

    it('writes a sphere as a circle, so that it can be read back with its radius', () => {
      const { text, codes } = written(read('swc', simple), 'asc');
      const { soma, sections, points } = read('asc', text);
      assert.deepEqual(codes, ['morph/soma-non-contour']);
      assert.equal(soma.type, 'SOMA_SIMPLE_CONTOUR');
      assert.equal(soma.diameters.length, 20);
      for (let i = 0; i < 20; i++) {
        const [x = 0, y = 0, z = 0] = soma.points.subarray(3 * i, 3 * i + 3);
        assert.ok(Math.abs(Math.hypot(x, y, z) - 5) < 1e-5);
      }
      assert.equal(sections.count, 3);
      assert.equal(points.length / 3, 7);
    });

    it('refuses types that ASC has no name for, and root sections of one point', () => {
      const custom = writeMorphology(read('swc', '1 1 0 0 0 5 -1\n2 7 0 5 0 1 1\n3 7 0 9 0 1 2\n'), 'asc', 'a test');
      assert.deepEqual([custom.refused, custom.text], [true, undefined]);
      assert.match(custom.problems.map(({ message }) => message).join(), /type 7 \(custom 7\)/);
      const short = writeMorphology(read('swc', '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n'), 'asc', 'a test');
      assert.ok(short.problems.some(({ code }) => code === 'morph/write-short-root-section'));
    });

    it('says that an axon on a dendrite becomes a dendrite, once', () => {
      const text =
        '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n4 2 1 10 0 1 3\n5 3 -1 10 0 1 3\n6 2 1 11 0 1 4\n7 2 1 12 1 1 6\n8 2 2 12 1 1 6\n';
      const { problems } = writeMorphology(read('swc', text), 'asc', 'a test');
      const mixed = problems.filter(({ code }) => code === 'morph/write-mixed-types');
      assert.equal(mixed.length, 1);
      assert.match(mixed[0]!.message, /Section 1 and what follows it \(axon\) become basal dendrite/);
    });
  });

  it('brings every point and section there and back, also of deep trees', () => {
    const morphology = syntheticMorphology(5000);
    for (const format of ['swc', 'asc'] as const) {
      const again = read(format, written(morphology, format).text);
      assert.deepEqual([...again.sections.types], [...morphology.sections.types], format);
      assert.deepEqual([...again.sections.parents], [...morphology.sections.parents], format);
      assert.deepEqual(again.points, morphology.points, format);
    }
  });

  it('writes what holds no cell not at all', () => {
    const { refused, problems } = writeMorphology(read('swc', '# nothing\n'), 'h5', 'a test');
    assert.ok(refused);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['morph/write-empty-morphology'],
    );
  });

  it('describes an H5 file with the soma in the first row', () => {
    const { hdf5 } = writeMorphology(read('swc', '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 0.5 2\n'), 'h5', 'a test');
    const { points, structure } = hdf5?.datasets ?? {};
    assert.deepEqual(structure?.shape, [2, 3]);
    assert.deepEqual([...(structure.values as Int32Array)], [0, 1, -1, 20, 3, 0]);
    assert.deepEqual(points?.shape, [22, 4]);
    assert.deepEqual([...(points.values as Float32Array).subarray(80)], [0, 5, 0, 2, 0, 9, 0, 1]);
  });

  it('writes numbers as short as they can be read back', () => {
    const values: readonly [number, string][] = [
      [0.1, '0.1'],
      [1 / 3, '0.33333334'],
      [-12.5, '-12.5'],
      [0, '0'],
      [1e-7, '1e-7'],
      [123456.79, '123456.79'],
    ];
    for (const [value, text] of values) assert.equal(floatText(Math.fround(value)), text);
  });
});
