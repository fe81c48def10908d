import assert from 'node:assert/strict';
import { NO_SOMA, type Morphology, type Soma } from '../../formats/morphology/model';
import { topologyOf } from '../../formats/morphology/topology';
import { boundsOf, type Bounds } from '../../webviews/morphology/scene/bounds';
import * as camera from '../../webviews/morphology/scene/cameraState';
import { coloursOf, pointValues, rangeLabels, typesOf } from '../../webviews/morphology/scene/colouring';
import * as level from '../../webviews/morphology/scene/levelOfDetail';
import { markerLines } from '../../webviews/morphology/scene/markerLines';
import { stepFrom } from '../../webviews/morphology/scene/navigation';
import { pick, PickIndex, project } from '../../webviews/morphology/scene/picking';
import { problemGlyphs } from '../../webviews/morphology/scene/problemGlyphs';
import { drawLines } from '../../webviews/morphology/scene/rasterLines';
import { scaleBar } from '../../webviews/morphology/scene/scaleBar';
import { somaShape } from '../../webviews/morphology/scene/somaShape';
import type { Palette } from '../../webviews/morphology/palette';
import { syntheticMorphology } from '../support/syntheticMorphology';

/** A Y of three sections: 10 µm up, then 10 µm to the left and 20 to the right; and an axon 10 µm down. */
function forked(): Morphology {
  return {
    ...syntheticMorphology(60),
    points: Float32Array.from(
      [
        [0, 0],
        [0, 5],
        [0, 10],
        [0, 10],
        [-10, 10],
        [0, 10],
        [20, 10],
        [0, 0],
        [0, -10],
      ].flatMap(([x = 0, y = 0]) => [x, y, 0]),
    ),
    diameters: Float32Array.of(4, 3, 2, 2, 1, 2, 1, 1, 1),
    sections: {
      count: 4,
      offsets: Uint32Array.of(0, 3, 5, 7, 9),
      types: Uint8Array.of(3, 3, 3, 2),
      parents: Int32Array.of(-1, 0, 0, -1),
    },
    soma: NO_SOMA,
    lines: new Uint32Array(9),
  };
}

const palette: Palette = {
  kind: 'dark',
  background: '#000000',
  foreground: '#ffffff',
  muted: '#888888',
  border: '#888888',
  focus: '#0000ff',
  selection: '#ffff00',
  error: '#ff0000',
  warning: '#ffaa00',
  typeColor: (type) => `type ${type}`,
  ramp: (fraction) => `ramp ${fraction}`,
  categorical: (index) => `category ${index}`,
};

const CUBE: Bounds = { minimum: [-50, -50, -50], maximum: [50, 50, 50] };
const all = (morphology: Morphology): Uint8Array => new Uint8Array(morphology.sections.count).fill(1);

describe('Scene: level of detail', () => {
  it('keeps both ends of every section of a thinned picture', () => {
    const morphology = syntheticMorphology(20_000);
    const indices = level.thinnedSegments(morphology, all(morphology), 4000);
    const ends = new Set(indices);
    const { count, offsets } = morphology.sections;
    for (let section = 0; section < count; section++) {
      assert.ok(ends.has(offsets[section]!) && ends.has(offsets[section + 1]! - 1), `section ${section}`);
    }
    assert.ok(Math.abs(indices.length / 2 - 4000) < 1000, `${indices.length / 2} segments`);
  });

  it('chains the segments of a section without a gap', () => {
    const morphology = syntheticMorphology(2000);
    const indices = level.thinnedSegments(morphology, all(morphology), 500);
    const starts = new Set(morphology.sections.offsets);
    for (let i = 2; i < indices.length; i += 2) {
      if (!starts.has(indices[i]!)) assert.equal(indices[i], indices[i - 1]);
    }
  });

  it('keeps a section of more than the budget allows with one segment each', () => {
    const morphology = syntheticMorphology(2000);
    assert.equal(level.thinnedSegments(morphology, all(morphology), 10).length / 2, morphology.sections.count);
  });

  it('leaves out hidden types and neurites', () => {
    const morphology = forked();
    assert.deepEqual([...level.visibleSections(morphology, [2], [])], [1, 1, 1, 0]);
    assert.deepEqual([...level.visibleSections(morphology, [], [0])], [0, 0, 0, 1]);
    const visible = level.visibleSections(morphology, [3], []);
    assert.deepEqual([...level.allSegments(morphology, visible)], [7, 8]);
    assert.deepEqual([...level.allSegments(morphology, all(morphology))], [0, 1, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('takes tubes where they were quick, and never while they are slow', () => {
    assert.equal(level.restingDetail({ tubes: 80 }), 'tubes');
    assert.equal(level.restingDetail({ tubes: 9000, lines: 500 }), 'lines');
    assert.equal(level.restingDetail({}), 'lines');
    assert.equal(level.movingDetail({ tubes: 5 }, 1e6), 'tubes');
    assert.equal(level.movingDetail({ tubes: 300, lines: 20 }, 1e6), 'lines');
    assert.equal(level.movingDetail({ tubes: 300, lines: 200 }, 1e6), 'thinned');
    assert.equal(level.isSlow({ thinned: 45 }, 1e6, false), true);
    assert.equal(level.isSlow({ thinned: 5 }, 1e6, false), false);
    assert.equal(level.isSlow({ thinned: 5 }, 1e6, true), true);
    assert.equal(level.isSlow({ lines: 5 }, 1000, true), false);
  });
});

describe('Scene: colouring', () => {
  const colorsOf = (colouring: Parameters<typeof coloursOf>[1]): string[] => {
    const { table, ofPoint } = coloursOf(forked(), colouring, palette);
    return Array.from(ofPoint, (index) => table[index] ?? '');
  };

  it('colours sections by type', () => {
    assert.deepEqual(colorsOf('type').slice(5), ['type 3', 'type 3', 'type 2', 'type 2']);
  });

  it('tells neighbouring sections apart', () => {
    const colors = colorsOf('section');
    assert.equal(new Set([colors[0], colors[3], colors[5], colors[7]]).size, 4);
  });

  it('measures along the neurite and from the soma', () => {
    assert.deepEqual([...pointValues(forked(), 'pathDistance')], [0, 5, 10, 10, 20, 10, 30, 0, 10]);
    const soma: Soma = { ...NO_SOMA, points: Float32Array.of(0, 0, 0), diameters: Float32Array.of(2) };
    const radial = [...pointValues({ ...forked(), soma }, 'radialDistance')].map(
      (each) => Math.round(each * 100) / 100,
    );
    assert.deepEqual(radial, [0, 5, 10, 10, 14.14, 10, 22.36, 0, 10]);
  });

  it('knows orders by section', () => {
    assert.deepEqual([...pointValues(forked(), 'branchOrder')], [0, 0, 0, 1, 1, 1, 1, 0, 0]);
    assert.deepEqual([...pointValues(forked(), 'strahlerOrder')], [2, 2, 2, 1, 1, 1, 1, 1, 1]);
  });

  it('spans the ramp from the smallest to the largest value, with their unit', () => {
    const { range } = coloursOf(forked(), 'diameter', palette);
    assert.deepEqual(range, { title: 'Diameter', unit: 'µm', minimum: 1, maximum: 4 });
    assert.deepEqual(rangeLabels(range), ['1.00 µm', '4.00 µm']);
    assert.deepEqual([colorsOf('diameter')[0], colorsOf('diameter')[4]], ['ramp 1', 'ramp 0']);
    assert.equal(coloursOf(forked(), 'type', palette).range, undefined);
  });

  it('colours values that are no numbers like the smallest', () => {
    const morphology = { ...forked(), diameters: Float32Array.of(4, NaN, 2, 2, 1, 2, 1, 1, Infinity) };
    const { table, ofPoint, range } = coloursOf(morphology, 'diameter', palette);
    assert.equal(range?.maximum, 4);
    assert.deepEqual([table[ofPoint[1]!], table[ofPoint[8]!]], ['ramp 0', 'ramp 1']);
  });

  it('lists the types that occur, the soma first', () => {
    assert.deepEqual(
      typesOf(syntheticMorphology(2000)).map(({ title }) => title),
      ['soma', 'axon', 'basal dendrite', 'apical dendrite'],
    );
  });
});

describe('Scene: camera', () => {
  const front = camera.framed(CUBE, 1, 'xy');
  const places = (state: typeof front, projection: camera.Projection): (readonly [number, number])[] => {
    const view = camera.viewOf(state, projection, 200, 200, CUBE);
    return [
      [10, 0, 0],
      [0, 10, 0],
      [0, 0, 10],
    ].map(([x = 0, y = 0, z = 0]) => {
      const place = project(view, x, y, z);
      return [Math.sign(Math.round(place!.x - 100)), Math.sign(Math.round(100 - place!.y))] as const;
    });
  };

  it('looks along each axis: the first letter to the right, the second up', () => {
    assert.deepEqual(places(front, 'orthographic'), [
      [1, 0],
      [0, 1],
      [0, 0],
    ]);
    assert.deepEqual(places(camera.seenFrom(front, 'xz'), 'orthographic'), [
      [1, 0],
      [0, 0],
      [0, 1],
    ]);
    assert.deepEqual(places(camera.seenFrom(front, 'yz'), 'orthographic'), [
      [0, 0],
      [1, 0],
      [0, 1],
    ]);
  });

  it('frames alike in both projections: all corners are seen, and the middle has the same scale', () => {
    for (const projection of ['perspective', 'orthographic'] as const) {
      const view = camera.viewOf(front, projection, 300, 200, CUBE);
      for (const corner of [-50, 50]) {
        const place = project(view, corner, corner, 50)!;
        assert.ok(place.x > 0 && place.x < 300 && place.y > 0 && place.y < 200, projection);
      }
      const scale = project(view, 10, 0, 0)!.x - project(view, 0, 0, 0)!.x;
      assert.ok(Math.abs(scale - (10 * 100) / front.halfHeight) < 1e-3, `${projection}: ${scale}`);
    }
  });

  it('turns what is in front with the pointer', () => {
    const view = (state: typeof front) => camera.viewOf(state, 'orthographic', 200, 200, CUBE);
    assert.ok(project(view(camera.turned(front, 0.3, 0)), 0, 0, 50)!.x > 105, 'to the right');
    assert.ok(project(view(camera.turned(front, 0, 0.3)), 0, 0, 50)!.y < 95, 'up');
  });

  it('comes back after a whole turn', () => {
    let state = front;
    for (let i = 0; i < 48; i++) state = camera.turned(state, Math.PI / 24, 0);
    for (const [axis, value] of state.position.entries()) assert.ok(Math.abs(value - front.position[axis]!) < 1e-6);
  });

  it('zooms around the place under the pointer', () => {
    const before = camera.viewOf(front, 'orthographic', 200, 200, CUBE);
    const after = camera.viewOf(camera.zoomed(front, 0.5, 0.4, -0.2), 'orthographic', 200, 200, CUBE);
    const x = 0.4 * front.halfHeight;
    const y = -0.2 * front.halfHeight;
    assert.ok(Math.abs(project(before, x, y, 0)!.x - project(after, x, y, 0)!.x) < 1e-6);
    assert.ok(Math.abs(project(before, x, y, 0)!.y - project(after, x, y, 0)!.y) < 1e-6);
    assert.equal(after.state.halfHeight, front.halfHeight / 2);
  });

  it('passes from one camera to another', () => {
    const to = camera.centred(camera.seenFrom(front, 'yz'), [5, 6, 7], 2);
    assert.deepEqual(camera.between(front, to, 1).target, to.target);
    const middle = camera.between(front, to, 0.5);
    assert.ok(Math.abs(middle.halfHeight - Math.sqrt(front.halfHeight * to.halfHeight)) < 1e-9);
  });

  it('refuses a kept camera that holds no numbers', () => {
    assert.equal(camera.isUsable(front), true);
    assert.equal(camera.isUsable({ ...front, halfHeight: 0 }), false);
    assert.equal(camera.isUsable({ ...front, target: [0, NaN, 0] }), false);
  });

  it('bounds what is finite, and something where nothing is', () => {
    const morphology = { ...forked(), points: forked().points.map((each, i) => (i === 4 ? NaN : each)) };
    assert.deepEqual(boundsOf(morphology), { minimum: [-10, -10, 0], maximum: [20, 10, 0] });
    assert.equal(boundsOf({ ...forked(), points: new Float32Array(0) }).maximum[0], 10);
  });
});

describe('Scene: picking', () => {
  for (const projection of ['perspective', 'orthographic'] as const) {
    it(`finds every section where it is drawn, ${projection}`, () => {
      const morphology = forked();
      const index = new PickIndex(morphology);
      const bounds = boundsOf(morphology);
      const view = camera.viewOf(camera.framed(bounds, 1.5, 'xy'), projection, 300, 200, bounds);
      for (const [section, x, y] of [
        [0, 0, 3],
        [1, -6, 10],
        [2, 12, 10],
        [3, 0, -6],
      ] as const) {
        const place = project(view, x, y, 0)!;
        assert.equal(pick(index, view, all(morphology), place.x, place.y, 4)?.section, section);
      }
      const tip = project(view, 20, 10, 0)!;
      assert.equal(pick(index, view, all(morphology), tip.x, tip.y, 4)?.point, 6);
      assert.equal(pick(index, view, all(morphology), 2, 2, 4), undefined);
    });
  }

  it('passes by what is hidden', () => {
    const morphology = forked();
    const bounds = boundsOf(morphology);
    const view = camera.viewOf(camera.framed(bounds, 1, 'xy'), 'orthographic', 200, 200, bounds);
    const place = project(view, 12, 10, 0)!;
    const visible = level.visibleSections(morphology, [3], []);
    assert.equal(pick(new PickIndex(morphology), view, visible, place.x, place.y, 4), undefined);
  });

  it('takes the nearer of two sections that cover each other', () => {
    const morphology: Morphology = {
      ...forked(),
      points: Float32Array.of(-5, 0, -20, 5, 0, -20, -5, 0, 20, 5, 0, 20),
      diameters: Float32Array.of(1, 1, 1, 1),
      sections: {
        count: 2,
        offsets: Uint32Array.of(0, 2, 4),
        types: Uint8Array.of(3, 3),
        parents: Int32Array.of(-1, -1),
      },
    };
    const view = camera.viewOf(camera.framed(CUBE, 1, 'xy'), 'orthographic', 200, 200, CUBE);
    assert.equal(pick(new PickIndex(morphology), view, all(morphology), 100, 100, 4)?.section, 1);
    const back = camera.turned(camera.framed(CUBE, 1, 'xy'), Math.PI, 0);
    const behind = camera.viewOf(back, 'orthographic', 200, 200, CUBE);
    assert.equal(pick(new PickIndex(morphology), behind, all(morphology), 100, 100, 4)?.section, 0);
  });

  it('agrees with a search through all segments', () => {
    const morphology = syntheticMorphology(4000);
    const index = new PickIndex(morphology);
    const bounds = boundsOf(morphology);
    const view = camera.viewOf(camera.framed(bounds, 1, 'xy'), 'perspective', 400, 400, bounds);
    let found = 0;
    for (let x = 20; x < 400; x += 20) {
      for (let y = 20; y < 400; y += 20) {
        const nearest = nearestOf(morphology, view, x, y);
        const picked = pick(index, view, all(morphology), x, y, 5);
        if (picked) found++;
        // Half a pixel and more of thickness is taken off from the distance to the axis.
        assert.ok(picked ? nearest <= 6 + 5 : nearest > 5, `at ${x}, ${y}: ${nearest}`);
      }
    }
    assert.ok(found > 20, `${found} found`);
  });
});

/** Pixels from a place to the nearest axis of a segment. */
function nearestOf(morphology: Morphology, view: camera.CameraView, x: number, y: number): number {
  const { points } = morphology;
  const indices = level.allSegments(morphology, all(morphology));
  let nearest = Infinity;
  for (let i = 0; i < indices.length; i += 2) {
    const [a, b] = [indices[i]!, indices[i + 1]!].map((p) =>
      project(view, points[p * 3]!, points[p * 3 + 1]!, points[p * 3 + 2]!)!,
    );
    const [dx, dy] = [b!.x - a!.x, b!.y - a!.y];
    const t = Math.min(1, Math.max(0, ((x - a!.x) * dx + (y - a!.y) * dy) / (dx * dx + dy * dy || 1)));
    nearest = Math.min(nearest, Math.hypot(x - a!.x - t * dx, y - a!.y - t * dy));
  }
  return nearest;
}

describe('Scene: what is drawn', () => {
  it('has a scale bar of 1, 2 or 5 times a power of ten, with its unit', () => {
    assert.deepEqual(scaleBar(1, 140), { length: 100, pixels: 100, label: '100 µm' });
    assert.deepEqual(scaleBar(2, 140), { length: 200, pixels: 100, label: '200 µm' });
    assert.deepEqual(scaleBar(0.05, 100), { length: 5, pixels: 100, label: '5 µm' });
    assert.equal(scaleBar(20, 140).label, '2 mm');
    assert.equal(scaleBar(0.0005, 140).label, '50 nm');
  });

  it('gives each soma its own shape', () => {
    const points = Float32Array.of(0, 0, 0, 0, -5, 0, 0, 5, 0);
    const soma = (type: Soma['type']): Soma => ({
      type,
      points,
      diameters: Float32Array.of(10, 8, 6),
      lines: new Uint32Array(3),
    });
    assert.deepEqual(somaShape(NO_SOMA), { kind: 'none' });
    assert.deepEqual(somaShape(soma('SOMA_SINGLE_POINT')), { kind: 'sphere', centre: [0, 0, 0], radius: 5 });
    assert.deepEqual(somaShape(soma('SOMA_NEUROMORPHO_THREE_POINT_CYLINDERS')), {
      kind: 'frusta',
      frusta: [
        { from: [0, -5, 0], to: [0, 0, 0], fromRadius: 4, toRadius: 5 },
        { from: [0, 0, 0], to: [0, 5, 0], fromRadius: 5, toRadius: 3 },
      ],
    });
    assert.equal(somaShape(soma('SOMA_UNDEFINED')).kind, 'points');
  });

  it('fills a contour of either direction', () => {
    const square = [0, 0, 0, 10, 0, 0, 10, 10, 0, 0, 10, 0];
    const turned = [0, 10, 0, 10, 10, 0, 10, 0, 0, 0, 0, 0];
    for (const coordinates of [square, turned]) {
      const points = Float32Array.from(coordinates);
      const shape = somaShape({
        type: 'SOMA_SIMPLE_CONTOUR',
        points,
        diameters: new Float32Array(4),
        lines: new Uint32Array(4),
      });
      assert.ok(shape.kind === 'contour');
      assert.equal(shape.triangles.length, 6);
      assert.deepEqual([...new Set(shape.triangles)].sort(), [0, 1, 2, 3]);
    }
  });

  it('draws contours as lines and symbols as points', () => {
    const marker = (label: string, ...coordinates: number[]) => ({
      label,
      points: Float32Array.from(coordinates),
      diameters: new Float32Array(coordinates.length / 3),
      section: -1,
      line: 0,
    });
    const markers = [
      marker('pia', 0, 0, 0, 1, 0, 0, 2, 0, 0),
      marker('FilledCircle', 5, 5, 5, 6, 6, 6),
      marker('INCOMPLETE'),
      marker('', 7, 7, 7, 8, 8, 8),
    ];
    assert.deepEqual(markerLines(markers), {
      segments: [0, 0, 0, 1, 0, 0, 1, 0, 0, 2, 0, 0],
      points: [5, 5, 5, 6, 6, 6, 7, 7, 7, 8, 8, 8],
    });
  });

  it('draws lines by the processor, the later over the earlier', () => {
    const raster = { width: 21, height: 21, pixels: new Uint32Array(21 * 21) };
    const view = camera.viewOf(
      { position: [0, 0, 50], target: [0, 0, 0], up: [0, 1, 0], halfHeight: 10.5 },
      'orthographic',
      21,
      21,
      CUBE,
    );
    const points = Float32Array.of(-1000, 0, 5, 1000, 0, 5, 0, -5, 0, 0, 5, 0, NaN, 0, 0, 1, 1, 0);
    const lines = {
      points,
      indices: Uint32Array.of(0, 1, 2, 3, 4, 5),
      ofPoint: Uint16Array.of(0, 0, 1, 1, 1, 1),
      colors: Uint32Array.of(7, 9),
    };
    drawLines(raster, view, lines, 1);
    const at = (x: number, y: number) => raster.pixels[y * 21 + x];
    assert.deepEqual([at(0, 10), at(20, 10), at(10, 10)], [7, 7, 9], 'a line far longer than the picture');
    assert.deepEqual([at(10, 7), at(10, 13), at(10, 2), at(3, 3)], [9, 9, 1, 1]);
  });

  it('puts signs on errors and warnings that have a place', () => {
    const problem = { message: 'wrong', code: 'morph/x' as const };
    const problems = [
      { ...problem, level: 'error' as const, place: { point: 4 } },
      { ...problem, level: 'warning' as const, place: { section: 2 } },
      { ...problem, level: 'hint' as const, place: { section: 2 } },
      { ...problem, level: 'error' as const, place: { line: 3 } },
      { ...problem, level: 'error' as const, place: { section: 99 } },
      { ...problem, code: 'morph/off' as const, level: 'error' as const, place: { section: 1 } },
    ];
    const glyphs = problemGlyphs({ problems, settings: { colors: {}, levels: { 'morph/off': 'off' } } }, forked());
    assert.deepEqual(
      glyphs.map(({ level: each, selection, position }) => ({ level: each, selection, position })),
      [
        { level: 'error', selection: { section: 1, point: 4 }, position: [-10, 10, 0] },
        { level: 'warning', selection: { section: 2 }, position: [20, 10, 0] },
      ],
    );
  });
});

describe('Scene: from section to section', () => {
  const { sections } = forked();
  const visible = Uint8Array.of(1, 0, 1, 1);

  it('goes on and back, past hidden ones', () => {
    assert.equal(stepFrom(sections, visible, null, 'next'), 0);
    assert.equal(stepFrom(sections, visible, 0, 'next'), 2);
    assert.equal(stepFrom(sections, visible, 2, 'previous'), 0);
    assert.equal(stepFrom(sections, visible, 3, 'next'), 3);
    assert.equal(stepFrom(sections, new Uint8Array(4), null, 'next'), null);
  });

  it('goes to the parent and to the first child that is shown', () => {
    assert.equal(stepFrom(sections, visible, 2, 'parent'), 0);
    assert.equal(stepFrom(sections, visible, 0, 'child'), 2);
    assert.equal(stepFrom(sections, visible, 3, 'child'), 3);
    assert.equal(topologyOf(sections).roots.length, 2);
  });
});
