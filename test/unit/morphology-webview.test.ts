/** The parts of the morphology webview that know no page. */
import assert from 'node:assert/strict';
import { compareCells, csvText } from '../../webviews/common/cells';
import { axisTicks, counted, formatCount, formatLength, formatNumber } from '../../webviews/common/numbers';
import { sectionMeasures, sectionOfPoint, typeSummaries } from '../../webviews/morphology/derived';
import { layoutDendrogram } from '../../webviews/morphology/dendrogram/layout';
import { fitState, parseKeptState } from '../../webviews/morphology/keptState';
import { barsOf } from '../../webviews/morphology/persistence/bars';
import { placeOf } from '../../webviews/morphology/problems/place';
import { pythonString } from '../../webviews/common/python';
import { pythonSnippet } from '../../webviews/morphology/snippet';
import { INITIAL_STATE } from '../../webviews/morphology/state';
import { persistenceBarcode } from '../../formats/morphology/persistence/barcode';
import { syntheticMorphology } from '../support/syntheticMorphology';
import { axonOnly, smallCell } from '../webview/support/smallCell';

const GAP = '\u202f';

describe('numbers for people', () => {
  it('groups by thousands and keeps four digits', () => {
    assert.equal(formatCount(16645), `16${GAP}645`);
    assert.equal(formatCount(1234567), `1${GAP}234${GAP}567`);
    assert.equal(formatNumber(41.23456), '41.23');
    assert.equal(formatNumber(0.00123456), '0.001235');
    assert.equal(formatNumber(12515.4), `12${GAP}515`);
    assert.equal(formatNumber(-0.5), '−0.5');
    assert.equal(formatNumber(1e-9), '1e−9');
    assert.equal(formatNumber(100), '100');
    assert.equal(formatNumber(9.99999), '10');
    assert.equal(formatNumber(NaN), 'NaN');
    assert.equal(formatNumber(-Infinity), '−∞');
  });

  it('writes lengths in µm, and in mm from 1000 µm on', () => {
    assert.equal(formatLength(999.4), '999.4 µm');
    assert.equal(formatLength(5612), '5.61 mm');
    assert.equal(counted(1, 'section'), '1 section');
    assert.equal(counted(2, 'section'), '2 sections');
  });

  it('puts ticks on round numbers', () => {
    assert.deepEqual(axisTicks(0, 100, 5), [0, 20, 40, 60, 80, 100]);
    assert.deepEqual(axisTicks(3, 11, 4), [4, 6, 8, 10]);
    assert.deepEqual(axisTicks(0, 0, 5), [0]);
  });
});

describe('cells of tables', () => {
  it('quotes what CSV must quote, and no cell is a formula', () => {
    const text = csvText(
      ['a', 'b (µm)'],
      [
        ['x,y', 1.5],
        ['say "so"', null],
        ['=HYPERLINK("x")', NaN],
      ],
    );
    assert.equal(text, 'a,b (µm)\n"x,y",1.5\n"say ""so""",\n"\'=HYPERLINK(""x"")",nan\n');
  });

  it('puts what is missing last, in either direction', () => {
    const order = (descending: boolean): unknown[] =>
      [3, null, 1, NaN, 2].sort((a, b) => compareCells(a, b, descending));
    assert.deepEqual(order(false), [1, 2, 3, null, NaN]);
    assert.deepEqual(order(true), [3, 2, 1, null, NaN]);
    assert.ok(compareCells('section 9', 'section 10', false) < 0, 'numbers in words count as numbers');
  });
});

describe('the Python snippet', () => {
  it('quotes paths so that Python reads them as they are', () => {
    assert.equal(pythonString('C:\\data\\a "b".swc'), '"C:\\\\data\\\\a \\"b\\".swc"');
    assert.equal(pythonString('a\nb\u202e.swc'), '"a\\x0ab\\u202e.swc"');
    assert.equal(pythonString('Zelle µ 🧠.swc'), '"Zelle µ 🧠.swc"');
    assert.match(pythonSnippet('/data/a.swc'), /^path = "\/data\/a\.swc"$/m);
  });
});

describe('sections of a cell', () => {
  it('has lengths, path distances and mean diameters', () => {
    const { lengths, pathDistances, meanDiameters, totalLength } = sectionMeasures(smallCell());
    assert.deepEqual([...lengths], [30, 10, 20, 5]);
    assert.deepEqual([...pathDistances], [30, 10, 30, 15]);
    assert.deepEqual([...meanDiameters], [1, 2, 1.5, 1.5]);
    assert.equal(totalLength, 65);
    assert.deepEqual(typeSummaries(smallCell()), [
      { type: 2, neurites: 1, sections: 1, length: 30 },
      { type: 3, neurites: 1, sections: 3, length: 35 },
    ]);
  });

  it('finds the section of a point', () => {
    const cell = smallCell();
    assert.deepEqual(
      Array.from(cell.diameters, (_, point) => sectionOfPoint(cell, point)),
      [0, 0, 0, 1, 1, 2, 2, 3, 3],
    );
  });

  it('finds where a problem is', () => {
    const cell = smallCell();
    assert.deepEqual(placeOf(cell, { line: 7 }), { section: 2, point: 6, position: [20, 20, 0] });
    assert.deepEqual(placeOf(cell, { section: 0 }), { section: 0, point: 1, position: [0, -25, 0] });
    assert.deepEqual(placeOf(cell, { point: 8 }), { section: 3, point: 8, position: [25, 0, 0] });
    assert.equal(placeOf(cell, { line: 1 }), undefined, 'the soma is in no section');
    assert.equal(placeOf(cell, { line: 900 }), undefined);
    assert.equal(placeOf(cell, { section: 900 }), undefined);
  });
});

describe('the layout of a dendrogram', () => {
  it('puts sections up by their lengths, and children about their parent', () => {
    const { x, y, lengths, width, height } = layoutDendrogram(smallCell(), () => true);
    assert.deepEqual([...y], [0, 0, 10, 10]);
    assert.deepEqual([...lengths], [30, 10, 20, 5]);
    assert.equal(height, 30);
    // The axon takes 1 µm, then 8 between neurites, then two children of 2 µm with 2 between them.
    assert.equal(width, 1 + 8 + 6);
    assert.deepEqual([...x], [0.5, 12, 10, 14]);
  });

  it('leaves out hidden neurites', () => {
    const { x, width } = layoutDendrogram(smallCell(), (root) => root === 1);
    assert.ok(Number.isNaN(x[0]));
    assert.equal(width, 6);
  });

  it('lays out 50 000 sections, and chains of any depth', () => {
    const { width, height } = layoutDendrogram(syntheticMorphology(1_000_000), () => true);
    assert.ok(width > 0 && Number.isFinite(width) && height > 0 && Number.isFinite(height));
    const count = 100_000;
    const chain = layoutDendrogram(
      {
        ...smallCell(),
        points: new Float32Array(count * 6).map((_, i) => (i % 6 === 3 ? 1 : 0)),
        diameters: new Float32Array(count * 2).fill(1),
        sections: {
          count,
          offsets: Uint32Array.from({ length: count + 1 }, (_, i) => i * 2),
          types: new Uint8Array(count).fill(3),
          parents: Int32Array.from({ length: count }, (_, i) => i - 1),
        },
      },
      () => true,
    );
    assert.equal(chain.height, count);
  });
});

describe('bars', () => {
  it('are the shortest first, of all neurites or of one', () => {
    const barcode = persistenceBarcode(smallCell());
    const bars = barsOf(barcode, 'path_distances', undefined, () => true);
    assert.deepEqual(bars, [
      { tip: 3, root: 1, birth: 15, death: 10 },
      { tip: 0, root: 0, birth: 30, death: 0 },
      { tip: 2, root: 1, birth: 30, death: 0 },
    ]);
    assert.deepEqual(
      barsOf(barcode, 'radial_distances', 1, () => true).map(({ tip }) => tip),
      [3, 2],
    );
    assert.equal(barsOf(barcode, 'radial_distances', undefined, (root) => root === 0).length, 1);
  });
});

describe('the state that was kept', () => {
  it('comes back as it was', () => {
    const state = {
      ...INITIAL_STATE,
      selection: { section: 3, point: 12 },
      colouring: 'strahlerOrder',
      camera: { position: [0, 0, 9], target: [1, 2, 3], up: [0, 1, 0], halfHeight: 50 },
      hiddenTypes: [2],
    } as const;
    assert.deepEqual(parseKeptState(JSON.parse(JSON.stringify(state))), state);
  });

  it('is the first one where it makes no sense', () => {
    for (const kept of [undefined, null, 7, 'x', [], {}]) assert.deepEqual(parseKeptState(kept), INITIAL_STATE);
    assert.deepEqual(
      parseKeptState({
        selection: { section: -1 },
        colouring: 'rainbow',
        projection: 1,
        camera: { position: [0, 0], target: [0, 0, 0], up: [0, 1, 0], halfHeight: 1 },
        tab: 'gone',
        paneOpen: 'yes',
        paneSize: NaN,
        hiddenTypes: 'all',
        hiddenNeurites: [1.5, 'a', -2],
      }),
      INITIAL_STATE,
    );
  });

  it('loses what a new morphology does not have', () => {
    const state = { ...INITIAL_STATE, selection: { section: 3, point: 8 }, hiddenNeurites: [0, 1] };
    assert.deepEqual(fitState(state, smallCell()), {});
    assert.deepEqual(fitState(state, axonOnly()), { selection: { section: 0 }, hiddenNeurites: [0] });
  });
});
