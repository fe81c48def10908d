/** The parts of the data webview that know no page. */
import assert from 'node:assert/strict';
import type { Hdf5Dataset, Hdf5Type } from '../../formats/hdf5/api';
import type { Sweep } from '../../formats/recording/model';
import { scrollScale } from '../../webviews/common/scaledScroll';
import { countValues } from '../../webviews/data/dataset/counts';
import { gatedRange } from '../../webviews/data/dataset/gate';
import { samplePieces } from '../../webviews/data/dataset/samples';
import { blockOf, lineDimension, planeSelection, viewsOf } from '../../webviews/data/dataset/selection';
import { rowFilter } from '../../webviews/data/dataset/sortedWindow';
import { prettyText } from '../../webviews/data/dataset/text';
import { jsonValue, shortFloat, valueText } from '../../webviews/data/dataset/values';
import { parseKeptState } from '../../webviews/data/keptState';
import { npyBytes } from '../../webviews/data/npy';
import { alignLines, zigzag } from '../../webviews/data/plot/lines';
import { responseMeasures, spikeCount, stimulusStep } from '../../webviews/data/recording/measures';
import { sampleRange, scaleOf } from '../../webviews/data/recording/physical';
import { rasterPixels } from '../../webviews/data/recording/raster';
import { firstRepetition, sweepRows } from '../../webviews/data/recording/sweepTree';
import { sizeText } from '../../webviews/data/size';
import { hdf5Snippet } from '../../webviews/data/snippet';
import { INITIAL_STATE, ViewState } from '../../webviews/data/state';
import { TreeModel } from '../../webviews/data/tree/model';

const FLOAT: Hdf5Type = { kind: 'float', name: 'float32', size: 4, littleEndian: true };
const dataset = (shape: readonly number[] | null, type: Hdf5Type = FLOAT): Hdf5Dataset => ({
  kind: 'dataset',
  path: '/a',
  type,
  shape,
  layout: 'contiguous',
  filters: [],
});

describe('data webview: values as text', () => {
  it('writes the fewest digits that are exact', () => {
    assert.equal(shortFloat(Math.fround(0.1)), '0.1');
    assert.equal(shortFloat(Math.fround(16777217)), '16777216');
    assert.equal(valueText(FLOAT, NaN), 'NaN');
    assert.equal(valueText(FLOAT, undefined), '');
    assert.equal(valueText({ ...FLOAT, kind: 'integer' }, 2n ** 63n), '9223372036854775808');
    assert.equal(valueText({ ...FLOAT, kind: 'enum', members: { on: 1 } }, 1), 'on');
    assert.equal(valueText({ ...FLOAT, kind: 'boolean' }, 0), 'false');
    assert.equal(valueText({ ...FLOAT, kind: 'complex' }, [1, -2]), '1-2i');
    assert.equal(valueText({ ...FLOAT, kind: 'reference' }, { reference: null }), '(refers to nothing)');
    assert.equal(valueText({ ...FLOAT, kind: 'opaque' }, Uint8Array.of(1, 255)), '01 ff');
  });

  it('sets out JSON and leaves other text alone', () => {
    assert.equal(prettyText('{"a":1}', 'string'), '{\n  "a": 1\n}');
    assert.equal(prettyText('{broken', 'string'), '{broken');
    assert.deepEqual(jsonValue(BigInt64Array.of(1n, 2n ** 60n)), [1, '1152921504606846976']);
  });

  it('names sizes', () => {
    assert.equal(sizeText(104_000_000), '104 MB');
    assert.equal(sizeText(0), '0 B');
  });
});

describe('data webview: what is read', () => {
  it('offers the views that fit', () => {
    assert.deepEqual(viewsOf(dataset([1000])), ['line', 'table', 'histogram']);
    assert.deepEqual(viewsOf(dataset([100, 100])), ['heatMap', 'table', 'line', 'histogram']);
    assert.deepEqual(viewsOf(dataset([])), ['value']);
    assert.deepEqual(viewsOf(dataset(null)), []);
    assert.deepEqual(viewsOf(dataset([0, 3])), []);
    assert.deepEqual(viewsOf(dataset([5], { ...FLOAT, kind: 'string' })), ['table', 'text']);
  });

  it('reads blocks that cross no chunk where chunks are long, and whole chunks where they are short', () => {
    assert.deepEqual(blockOf(65_530, 1e7, 65_536, 256), { start: 65_280, end: 65_536 });
    assert.deepEqual(blockOf(65_540, 1e7, 65_536, 256), { start: 65_536, end: 65_792 });
    assert.deepEqual(blockOf(300, 1e4, 100, 256), { start: 300, end: 600 });
    assert.deepEqual(blockOf(5, 10, undefined, 256), { start: 0, end: 10 });
  });

  it('cuts dimensions without an axis at one index', () => {
    assert.deepEqual(planeSelection([3, 4, 5], [9, 0, 0], { 1: { start: 0, end: 2 } }), [
      { start: 2, end: 3 },
      { start: 0, end: 2 },
      { start: 0, end: 1 },
    ]);
    assert.equal(lineDimension([3, 400, 5], {}), 1);
  });

  it('shows a slice of what is more than 32 MB', () => {
    assert.deepEqual(gatedRange({ start: 10, end: 1e9 }, 8), { start: 10, end: 10 + 4_194_304 });
    assert.deepEqual(gatedRange({ start: 0, end: 1000 }, 8), { start: 0, end: 1000 });
  });

  it('samples pieces of at most a million values', () => {
    assert.deepEqual(samplePieces([1000]), [[undefined]]);
    const pieces = samplePieces([10_000_000]);
    assert.equal(pieces.length, 8);
    assert.deepEqual(pieces.at(-1), [{ start: 9_875_000, end: 10_000_000 }]);
    const wide = samplePieces([4, 10_000_000]).map(([, across]) => (across?.end ?? 0) - (across?.start ?? 0));
    assert.ok(wide.reduce((sum, width) => sum + width, 0) <= 1_000_000);
  });

  it('filters by comparison or text', () => {
    assert.ok(rowFilter('> 3')(4) && !rowFilter('> 3')(3) && !rowFilter('>3')(null));
    assert.ok(rowFilter('STEP')('a step'));
  });
});

describe('data webview: exports', () => {
  it('writes NPY as NumPy reads it', () => {
    const bytes = npyBytes(Float32Array.of(1, 2, 3, 4, 5, 6), [2, 3]);
    assert.equal(bytes.length, 128 + 24);
    assert.equal(
      new TextDecoder().decode(bytes.subarray(10, 80)).trim(),
      "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }",
    );
    assert.equal(bytes[127], 10);
    assert.match(new TextDecoder().decode(npyBytes(Int8Array.of(1), [1]).subarray(10, 74)), /'\|i1'.*\(1,\)/);
  });

  it('writes the slice into the snippet', () => {
    const text = hdf5Snippet(
      '/x.h5',
      '/a"b',
      [{ start: 3, end: 4 }, { start: 0, end: 100, step: 5 }, undefined],
      false,
    );
    assert.ok(text.includes('file["/a\\"b"]') && text.includes('dataset[3, 0:100:5, :]'));
    assert.ok(hdf5Snippet('/x.h5', '/a', [], false).includes('dataset[()]'));
  });
});

describe('data webview: tree', () => {
  const child = (name: string) => ({ name, kind: 'group' as const });

  it('finds rows across open groups of which only a part was read', () => {
    const tree = new TreeModel();
    tree.setChildren(tree.root, 3, 0, [child('a'), child('b'), child('c')]);
    tree.setOpen(tree.root, true);
    const a = tree.find('/a');
    assert.ok(a);
    tree.setChildren(a, 100_000, 0, [child('x')]);
    tree.setOpen(a, true);
    assert.equal(tree.rowCount, 100_004);
    assert.equal(tree.placeAt(2).node?.path, '/a/x');
    assert.deepEqual([tree.placeAt(50_000).parent?.path, tree.placeAt(50_000).index], ['/a', 49_998]);
    assert.equal(tree.placeAt(100_002).node?.path, '/b');
    const b = tree.find('/b');
    assert.ok(b && tree.rowOf(b) === 100_002);
    tree.setOpen(a, false);
    assert.equal(tree.rowOf(b), 2);
  });

  it('finds names that hold the beginning of others', () => {
    const tree = new TreeModel();
    tree.setChildren(tree.root, 2, 0, [child('a'), child('ab')]);
    assert.equal(tree.find('/ab')?.name, 'ab');
    assert.equal(tree.find('/abc'), undefined);
  });

  it('scales a scroll bar beyond what browsers take', () => {
    assert.deepEqual(scrollScale(100, 22, 200), { height: 2200, factor: 1, lastTop: 2000 });
    const { height, factor, lastTop } = scrollScale(1e7, 22, 600);
    assert.equal(height, 8_000_000);
    assert.ok(Math.abs((height - 600) * factor - lastTop) < 1e-6);
  });
});

describe('data webview: lines', () => {
  it('draws a part as its least and greatest', () => {
    const { x, y } = zigzag([1, 2], [3, 4], 10, 2);
    assert.deepEqual([...x], [10, 11, 12, 13]);
    assert.deepEqual([...y], [1, 3, 2, 4]);
  });

  it('lets lines of other times meet on one axis', () => {
    const line = (x: readonly number[], y: readonly number[]) => ({
      title: '',
      color: '',
      x: Float64Array.from(x),
      y: Float64Array.from(y),
    });
    const { data, order } = alignLines([line([0, 2], [1, NaN]), line([0, 1], [5, 6])]);
    assert.deepEqual(order, [0, 1]);
    assert.deepEqual([...data[0]], [0, 1, 2]);
    assert.deepEqual([...(data[1] ?? [])], [1, undefined, null]);
    assert.deepEqual([...(data[2] ?? [])], [5, 6, undefined]);
  });

  it('counts values, with a bar for each of few whole numbers', () => {
    const { counts, edges, finite, total } = countValues([Float64Array.of(1, 1, 3, NaN)], 60);
    assert.deepEqual([[...counts], [...edges], finite, total], [[2, 0, 1], [0.5, 1.5, 2.5, 3.5], 3, 4]);
  });

  it('marks each pixel of a raster once', () => {
    const pixels = rasterPixels([Float64Array.of(0, 0, 1), Float64Array.of(0.5)], 0, 1, 3, 2);
    assert.deepEqual([...pixels], [1, 0, 1, 0, 1, 0]);
  });
});

describe('data webview: sweeps', () => {
  const sweep = (number: number, protocol: string, repetition: string): Sweep => ({
    id: String(number),
    name: `sweep ${number}`,
    number,
    protocol,
    repetition,
    responses: [],
    stimuli: [],
  });
  const sweeps = [sweep(0, 'IV', '1'), sweep(1, 'IV', '2'), sweep(2, 'Ramp', '')];

  it('lays sweeps in repetitions in protocols', () => {
    assert.deepEqual(
      sweepRows(sweeps, new Set()).map(({ title, level }) => `${level} ${title}`),
      ['1 IV', '2 1', '3 sweep 0', '2 2', '3 sweep 1', '1 Ramp'],
    );
    assert.deepEqual(
      sweepRows(sweeps, new Set(['p IV', 'p Ramp'])).map(({ title }) => title),
      ['IV', 'Ramp', 'sweep 2'],
    );
    assert.deepEqual(
      firstRepetition(sweeps).map(({ id }) => id),
      ['0'],
    );
  });

  it('shows volts in mV and amperes in pA', () => {
    assert.deepEqual(scaleOf('V'), { unit: 'mV', factor: 1000 });
    assert.deepEqual(scaleOf('volts'), { unit: 'mV', factor: 1000 });
    assert.deepEqual(scaleOf('nA'), { unit: 'pA', factor: 1000 });
    assert.deepEqual(scaleOf('amperes'), { unit: 'pA', factor: 1e12 });
    assert.deepEqual(scaleOf('mV'), { unit: 'mV', factor: 1 });
    assert.deepEqual(scaleOf('°C'), { unit: '°C', factor: 1 });
  });

  it('takes samples of a window in ms', () => {
    const trace = { id: '', name: '', unit: 'V', conversion: 1, offset: 0, count: 1000, rate: 1000, start: 0 };
    assert.deepEqual(sampleRange(trace, { low: 100, high: 200 }), { start: 100, end: 201 });
    assert.deepEqual(sampleRange(trace, null), { start: 0, end: 1000 });
    assert.deepEqual(sampleRange({ ...trace, rate: undefined }, { low: 1, high: 2 }), { start: 0, end: 1000 });
  });

  it('finds the step behind a test pulse, and measures within it', () => {
    const x = Float64Array.from({ length: 100 }, (_, i) => i);
    const step = stimulusStep({ x, y: x.map((t) => (t >= 5 && t < 8 ? -10 : t >= 40 && t < 60 ? 20 : 0)) });
    assert.deepEqual(step, { start: 40, end: 59, amplitude: 20 });
    const y = x.map((t) => (t < 40 || t >= 60 ? -70 : t === 45 ? 30 : -50));
    assert.deepEqual(responseMeasures({ x, y }, step), { peak: 30, steady: -50 });
    assert.equal(spikeCount(y, false, 0), 1);
    assert.equal(stimulusStep({ x, y: x.map(() => 3) }), undefined);
  });

  it('counts a spike once that two parts share', () => {
    assert.equal(spikeCount(Float64Array.of(-70, -70, -70, 30, -60, 30, -70, -60, -60, 20), true, -20), 2);
  });

  it('counts no spike where a trace begins above the threshold', () => {
    assert.equal(spikeCount(Float64Array.of(10, -70, 10, NaN, 10, -70), false, -20), 1);
  });
});

describe('data webview: kept state', () => {
  it('takes nothing on trust', () => {
    assert.deepEqual(parseKeptState('x'), INITIAL_STATE);
    const kept = parseKeptState({
      tab: 'nonsense',
      zoom: { low: 5, high: 1 },
      datasets: { '/a': { view: 'table', range: { start: 3, end: 2 }, lines: -1 } },
      sweeps: ['a', 3],
    });
    assert.deepEqual(
      [kept.tab, kept.zoom, kept.datasets, kept.sweeps],
      [null, null, { '/a': { view: 'table' } }, ['a']],
    );
  });

  it('comes back as it was, and forgets what was looked at longest ago', () => {
    const state = new ViewState();
    for (let i = 0; i < 60; i++) state.updateDataset(`/${i}`, { view: 'line', range: { start: 0, end: i + 1 } });
    state.updateDataset('/59', { range: undefined });
    assert.deepEqual(state.dataset('/59'), { view: 'line' });
    assert.deepEqual(state.dataset('/3'), {});
    assert.deepEqual(parseKeptState(JSON.parse(JSON.stringify(state.value))), state.value);
  });
});
