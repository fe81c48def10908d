import assert from 'node:assert/strict';
import { readAsc } from '../../formats/morphology/asc/read';
import type { Morphology } from '../../formats/morphology/model';
import type { MorphologyReading } from '../../formats/morphology/problem';

function read(text: string | Uint8Array): MorphologyReading {
  return readAsc(typeof text === 'string' ? Buffer.from(text) : text);
}

function morphologyOf(text: string): Morphology {
  const { morphology } = read(text);
  assert.ok(morphology);
  return morphology;
}

/** Errors and warnings, as `code@line` with 1-based lines. */
function found(text: string | Uint8Array): readonly string[] {
  return read(text)
    .problems.filter(({ level, code }) => level !== 'information' && code !== 'morph/no-soma-found')
    .map(({ code, place }) => `${code.slice('morph/'.length)}@${(place.line ?? -1) + 1}`);
}

/** Points of a section with their diameters. */
function pointsOf({ points, diameters, sections }: Morphology, section: number): readonly (readonly number[])[] {
  const list: number[][] = [];
  for (let at = sections.offsets[section]!; at < sections.offsets[section + 1]!; at++) {
    list.push([...points.subarray(3 * at, 3 * at + 3), diameters[at]!]);
  }
  return list;
}

const SOMA = '("CellBody" (Color Red) (CellBody) (0 1 0 0.5) (1 0 0 0.5) (-1 0 0 0.5))\n';

describe('ASC reader', () => {
  it('reads a soma and a forked dendrite, lines included', () => {
    const morphology = morphologyOf(
      `${SOMA}( (Color Blue)\n  (Dendrite)\n  (0 0 0 2) ; Root\n  (0 5 0 2)\n  (\n    (-5 5 0 3)\n  |\n    (6 5 0 1.5) Normal\n  ) ; End of split\n)\n`,
    );
    assert.equal(morphology.soma.type, 'SOMA_SIMPLE_CONTOUR');
    assert.deepEqual([...morphology.soma.points], [0, 1, 0, 1, 0, 0, -1, 0, 0]);
    assert.deepEqual([...morphology.sections.parents], [-1, 0, 0]);
    assert.deepEqual([...morphology.sections.types], [3, 3, 3]);
    assert.deepEqual(pointsOf(morphology, 1), [
      [0, 5, 0, 3],
      [-5, 5, 0, 3],
    ]);
    assert.deepEqual(pointsOf(morphology, 2), [
      [0, 5, 0, 1.5],
      [6, 5, 0, 1.5],
    ]);
    assert.deepEqual([...morphology.lines], [3, 4, 4, 6, 4, 8]);
  });

  it('keeps a repeated first point with a diameter of its own', () => {
    const morphology = morphologyOf('((Axon) (3 -8 0 5) (3 -10 0 5) ((3 -10 0 20) (0 -10 0 2) | (6 -10 0 2)))');
    assert.deepEqual(pointsOf(morphology, 1), [
      [3, -10, 0, 20],
      [0, -10, 0, 2],
    ]);
    assert.equal(morphology.sections.types[0], 2);
  });

  it('drops a section that is only the last point of its parent, and gives its children to that', () => {
    const morphology = morphologyOf('((Apical) (1 0 0 1) (2 0 0 1) ((2 0 0 1) ((4 0 0 1) | (5 0 0 1)) | (6 0 0 1)))');
    assert.deepEqual([...morphology.sections.parents], [-1, 0, 0, 0]);
    assert.deepEqual([...morphology.sections.types], [4, 4, 4, 4]);
  });

  it('reads numbers to the last bit', () => {
    const numbers = [
      '0.1',
      '-12.345678',
      '1e-3',
      '+7',
      '123456789012345678',
      '4.35E2',
      '00.5',
      '3.4028234e38',
      '1e-37',
    ];
    for (const written of numbers) {
      const { points } = morphologyOf(`((Axon) (${written} 0 0 1) (1 1 1 1))`);
      assert.equal(points[0], Math.fround(Number(written)), written);
    }
  });

  it('takes nan and inf for numbers, as MorphIO does', () => {
    const { points } = morphologyOf('((Axon) (0 NaN infinity 1) (1 1 1 1))');
    assert.deepEqual([...points.slice(0, 3)], [0, NaN, Infinity]);
  });

  it('takes a slice tag behind a point, also another word', () => {
    assert.equal(morphologyOf('((Axon) (0 0 0 1 S12) (1 1 1 1 foo))').diameters.length, 2);
    assert.deepEqual(found('((Axon) (0 0 0 1 S1 2))'), ['unexpected-token@1']);
  });

  it('keeps markers with their section, contours outside of any, and incomplete ends', () => {
    const { markers } = morphologyOf(
      '("pia" (Closed) (0 1 2) (3 4 5))\n((Axon) (0 0 0 2)\n(Cross (Name "Marker 3") (7 8 9 1))\n(0 5 0 2) (\n(1 6 0 2) Incomplete\n|\n(0 5 0 2)\n(Dot (2 2 2)) ))',
    );
    assert.deepEqual(
      markers.map(({ label, section, line, points }) => [label, section, line, points.length / 3]),
      [
        ['pia', -1, 0, 2],
        ['Cross', 0, 2, 1],
        ['INCOMPLETE', 1, 4, 0],
        ['Dot', 0, 7, 1],
      ],
    );
    assert.deepEqual([...markers[1]!.points, ...markers[1]!.diameters], [7, 8, 9, 1]);
  });

  it('reads what stands in a spine as no point', () => {
    const morphology = morphologyOf('((Axon) (0 0 0 2) <( (Class 1 "x") (9 9 9 1) )> (0 5 0 2) < (\n(8 8 8 1))> )');
    assert.equal(morphology.diameters.length, 2);
    assert.deepEqual(found('((Axon) (0 0 0 2) <( (9 9 9 1) ) (0 5 0 2))'), ['end-of-file@1']);
  });

  it('skips blocks of words and texts with a font', () => {
    const morphology = morphologyOf(
      '(ImageCoords Filename "a (b" Merge 1)\n(Sections S1 S2)\n( (Color White)\n(Font "Arial" 12)\n(7 8 9)\n"??")\n((Axon) (0 0 0 1) (1 1 1 1))',
    );
    assert.deepEqual(morphology.markers, []);
    assert.equal(morphology.sections.count, 1);
    assert.deepEqual(found('((Axon) (0 0 0 1) (1 1 1 1))\n(ImageCoords)\n'), ['unexpected-token@2']);
  });

  it('reads a soma named by a text alone, of any case', () => {
    assert.equal(morphologyOf('("Cell Body" (0 0 0 1) (1 0 0 1) (0 1 0 1))').soma.diameters.length, 3);
    assert.equal(morphologyOf('("x" (Cell body) (0 0 0 1) (1 0 0 1) (0 1 0 1))').soma.diameters.length, 3);
  });

  it('knows a soma of two points, of one and of none', () => {
    assert.equal(morphologyOf('((CellBody) (0 0 0 1) (1 0 0 1))').soma.type, 'SOMA_UNDEFINED');
    assert.deepEqual(found('((CellBody) (0 0 0 1))'), ['single-point-contour@1']);
    const { problems } = read('((Axon) (0 0 0 1) (1 0 0 1))');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['morph/no-soma-found'],
    );
  });

  it('keeps further somas as markers', () => {
    const text = `${SOMA}("CellBody" (CellBody)\n(5 1 0 0) (6 0 0 0) (4 0 0 0))\n((CellBody) (7 7 7 1) (8 8 8 1))\n`;
    assert.deepEqual(found(text), ['soma-already-defined@2', 'soma-already-defined@4']);
    const { soma, markers } = morphologyOf(text);
    assert.equal(soma.points[3], 1);
    assert.deepEqual(
      markers.map(({ label, points }) => [label, points[0]]),
      [
        ['CellBody', 5],
        ['CellBody', 7],
      ],
    );
  });

  it('reads on behind a wrong point', () => {
    const text = '((Axon)\n(0 0 0 1)\n(0 x1 0 1)\n(0 1 0)\n(0 2 0 1 \n(0 3 0 1)\n(0 4 0 1))';
    assert.deepEqual(found(text), ['parsing-point@3', 'parsing-point@4', 'unexpected-token@6']);
    assert.deepEqual(
      pointsOf(morphologyOf(text), 0).map(([, y]) => y),
      [0, 2, 3, 4],
    );
  });

  it('names commas once and reads the points all the same', () => {
    const text = '((Axon)\n(0, 0, 0, 1)\n(0, 1, 0, 1)\n(2 2 2 2))\n';
    assert.deepEqual(found(text), ['parsing-point@2']);
    assert.equal(morphologyOf(text).diameters.length, 3);
  });

  it('reads the block behind one that is not closed', () => {
    const text = `((Axon)\n (0 0 0 1)\n (0 1 0 1)\n( (Color Red)\n  (Dendrite)\n (5 0 0 1)\n (6 1 0 1))\n${SOMA}`;
    const { problems, morphology } = read(text);
    assert.deepEqual(found(text), ['unknown-token@5']);
    assert.equal(problems[0]?.related?.[0]?.place.line, 0);
    assert.deepEqual([...morphology!.sections.types], [2, 3]);
    assert.equal(morphology!.soma.diameters.length, 3);
  });

  it('says once that a parenthesis is too many', () => {
    const text = `((Axon)\n(0 0 0 1)\n(0 1 0 1))\n(0 2 0 1)\n(0 3 0 1)\n((1 4 0 1) | (2 4 0 1))\n)\n${SOMA}`;
    assert.deepEqual(found(text), ['unknown-token@4']);
    assert.equal(morphologyOf(text).soma.diameters.length, 3);
  });

  it('reads the block behind a head that is wrong', () => {
    const text = `( [1]\n (0 0 0 1)\n (0 1 0 1))\n((Dendrite) (5 0 0 1) (6 1 0 1))`;
    assert.deepEqual(found(text), ['unknown-token@1']);
    assert.deepEqual([...morphologyOf(text).sections.types], [3]);
  });

  it('shows what stands before a sudden end, and says so once', () => {
    const text = `${SOMA}((Axon)\n (0 0 0 1)\n (0 1 0 1)\n (\n  (1 2 0 1)\n  (1 3`;
    assert.deepEqual(found(text), ['end-of-file@7']);
    const { morphology, problems } = read(text);
    assert.deepEqual([...morphology!.sections.offsets], [0, 2, 4]);
    assert.equal(problems[0]?.related?.[0]?.place.span?.start, text.length);
  });

  it('refuses a file without a token, and warns of one without a block', () => {
    assert.deepEqual(found(' \n ; nothing\n'), ['empty-file@1']);
    assert.deepEqual(found('Hello world, dear reader'), ['no-block@1']);
    assert.equal(read('Hello').refused, false);
    assert.deepEqual(found(''), ['empty-file@1']);
  });

  it('knows what is no text, UTF-16 and a pointer of Git LFS', () => {
    assert.deepEqual(found(Buffer.from('((Axon) (0 0 0 1))', 'utf16le')), ['wrong-encoding@1']);
    assert.deepEqual(found(Buffer.from('\x89HDF\r\n\x1a\n\0\0\0(((\0', 'latin1')), ['binary-file@3']);
    assert.deepEqual(found('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 3\n'), [
      'not-downloaded@1',
    ]);
  });

  it('names points that repeat the one before, and numbers that are not finite', () => {
    const { problems } = read('((Axon)\n(0 0 0 1)\n(0 0 0 2)\n(0 nan 0 1))');
    assert.deepEqual(problems.map(({ code, level, place }) => [code, level, place.line]).sort(), [
      ['morph/duplicate-point', 'information', 2],
      ['morph/no-soma-found', 'warning', undefined],
      ['morph/not-finite', 'warning', 3],
    ]);
  });

  it('tells what a comment swallows behind a carriage return', () => {
    const text = '((Axon)\r(0 0 0 1) ; Root\r(1 0 0 1)\n(2 0 0 1))';
    assert.deepEqual(found(text), ['carriage-returns@2']);
    const { diameters, lines } = morphologyOf(text);
    assert.equal(diameters.length, 2);
    assert.deepEqual([...lines], [1, 3]);
    assert.deepEqual(found('; a\r; b\r\n((Axon) (0 0 0 1) (1 0 0 1))'), []);
  });

  it('names other formats', () => {
    assert.deepEqual(found('[2,1] (0,0,0) 2\n'), ['classic-asc@1']);
    assert.deepEqual(found('; Version 3\n\n[10,1] (0,0,0) 2\n'), ['classic-asc@3']);
    assert.deepEqual(found(Buffer.concat([Buffer.of(4), Buffer.from('V3 DAT file\0\0\0(((')])), ['classic-asc@1']);
    assert.deepEqual(found('-----BEGIN PGP PUBLIC KEY BLOCK-----\nVersion: GnuPG v2 (Linux)\n'), ['not-neurolucida@1']);
    assert.match(read('1 1 0 0 0 5 -1\n2 3 1 0 0 1 1\n').problems[0]!.message, /an SWC morphology/);
  });

  it('reads a file with a byte-order mark or carriage returns, lines as an editor has them', () => {
    assert.deepEqual(found('\ufeff((Axon) (0 0 0 1) (1 0 0 1))'), []);
    assert.deepEqual([...morphologyOf('((Axon)\r\n(0 0 0 1)\r(1 0 0 1))').lines], [1, 2]);
  });

  it('makes a section of points behind branches, as MorphIO does', () => {
    const text = '((Axon) (0 0 0 1) (1 0 0 1) ((2 0 0 1) | (3 0 0 1))\n(4 0 0 1) (5 0 0 1))';
    assert.deepEqual(found(text), ['points-after-branches@2']);
    assert.deepEqual([...morphologyOf(text).sections.parents], [-1, 0, 0, -1]);
  });

  it('survives 100 000 open parentheses, branches, quotes and spines', function () {
    this.timeout(60_000);
    const branches = `((Axon) (0 0 0 1)${'((1 1 1 1)(2 2 2 1)'.repeat(100_000)}`;
    const { morphology, refused } = read(branches);
    assert.equal(refused, true);
    assert.equal(morphology?.sections.count, 100_001);
    for (const piece of ['(', ')', '"', '<', '< ', '<(', '((', '()', ';', '|', '((Axon)(0 0 0 1)', '("a"', '-', 'a']) {
      const started = Date.now();
      read(piece.repeat(100_000));
      read(`((Axon) (0 0 0 1) ${piece.repeat(100_000)}`);
      assert.ok(Date.now() - started < 3000, piece);
    }
  });
});
