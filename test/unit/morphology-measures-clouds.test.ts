import assert from 'node:assert/strict';
import { convexHullVolume } from '../../formats/morphology/measures/convexHull';
import { distinctPoints } from '../../formats/morphology/measures/distinctPoints';
import { principalExtents } from '../../formats/morphology/measures/extents';
import { randomNumbers } from '../support/syntheticMorphology';

/** Whole numbers from 0 to below `side` in each direction. */
function grid(side: number, offset = 0): Float32Array {
  return Float32Array.from({ length: 3 * side ** 3 }, (_, i) => {
    const point = Math.floor(i / 3);
    return offset + (Math.floor(point / side ** (i % 3)) % side);
  });
}

function volume(...points: readonly (readonly [number, number, number])[]): number | undefined {
  return convexHullVolume(Float32Array.from(points.flat()));
}

describe('volume of a convex hull', () => {
  it('is that of a tetrahedron', () => {
    assert.equal(volume([0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]), 1 / 6);
  });

  it('is that of a cube, whatever lies in it, in its faces and edges', () => {
    for (const side of [2, 3, 5, 10]) {
      assert.ok(Math.abs(convexHullVolume(grid(side))! - (side - 1) ** 3) < 1e-9, String(side));
    }
  });

  it('does not depend on where the points are', () => {
    assert.ok(Math.abs(convexHullVolume(grid(4, 4096))! - 27) < 1e-6);
  });

  it('is undefined in a plane, on a line, in a point, and of fewer than four points', () => {
    assert.equal(volume([0, 0, 0], [1, 0, 0], [0, 1, 0]), undefined);
    assert.equal(volume([0, 0, 5], [1, 0, 5], [0, 1, 5], [1, 1, 5], [3, 2, 5]), undefined);
    assert.equal(volume([0, 0, 0], [1, 1, 1], [2, 2, 2], [3, 3, 3]), undefined);
    assert.equal(volume([1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3]), undefined);
    assert.equal(convexHullVolume(new Float32Array(0)), undefined);
  });

  it('is undefined where a coordinate is no finite number', () => {
    for (const value of [NaN, Infinity]) {
      assert.equal(volume([0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [value, 0, 0]), undefined);
    }
  });

  it('comes near to that of a sphere', () => {
    const random = randomNumbers(7);
    const points: number[] = [];
    while (points.length < 3 * 5000) {
      const [x, y, z] = [2 * random() - 1, 2 * random() - 1, 2 * random() - 1];
      const length = Math.hypot(x, y, z);
      if (length > 0.1 && length < 1) points.push(x / length, y / length, z / length);
    }
    const found = convexHullVolume(Float32Array.from(points))!;
    assert.ok(found < (4 / 3) * Math.PI && found > 0.995 * (4 / 3) * Math.PI, String(found));
  });

  it('is the same in any order of the points, also where many lie nearly in a plane', () => {
    const random = randomNumbers(11);
    const points = Array.from({ length: 400 }, () => [random() * 100, random() * 100, random() * 1e-5] as const);
    const first = volume(...points, [50, 50, 30])!;
    const shuffled = points.map((point) => ({ point, key: random() })).sort((a, b) => a.key - b.key);
    const second = volume([50, 50, 30], ...shuffled.map(({ point }) => point))!;
    assert.ok(Math.abs(first - second) <= 1e-9 * first, `${first} ${second}`);
  });
});

describe('principal extents', () => {
  it('are the sides of a box, the greatest first', () => {
    const box = [0, 2].flatMap((x) => [0, 4].flatMap((y) => [0, 7].flatMap((z) => [x, y, z])));
    assert.deepEqual(principalExtents(Float32Array.from(box)), [7, 4, 2]);
  });

  it('follow a line that runs askew', () => {
    const [first, second, third] = principalExtents(Float32Array.of(0, 0, 0, 1, 2, 2, 2, 4, 4));
    assert.ok(Math.abs(first - 6) < 1e-9 && Math.abs(second) < 1e-9 && Math.abs(third) < 1e-9);
  });

  it('count a point once that stands twice', () => {
    const points = [0, 0, 0, 10, 0, 0, 0, 3, 0, 5, 1, 1];
    assert.deepEqual(
      principalExtents(Float32Array.from([...points, ...points.slice(3, 6), ...points.slice(3, 6)])),
      principalExtents(Float32Array.from(points)),
    );
  });

  it('are NaN for a single point and for none', () => {
    assert.deepEqual(principalExtents(Float32Array.of(1, 2, 3, 1, 2, 3)), [NaN, NaN, NaN]);
    assert.deepEqual(principalExtents(new Float32Array(0)), [NaN, NaN, NaN]);
  });
});

describe('distinct points', () => {
  it('are kept in order, 0 and −0 being the same', () => {
    assert.deepEqual(
      [...distinctPoints(Float32Array.of(0, 1, 2, 3, 4, 5, -0, 1, 2, 3, 4, 5, 6, 7, 8))],
      [0, 1, 2, 3, 4, 5, 6, 7, 8],
    );
  });
});
