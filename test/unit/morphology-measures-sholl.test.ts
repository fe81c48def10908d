import assert from 'node:assert/strict';
import { RADIUS_LIMIT, shollCrossings, shollProfile } from '../../formats/morphology/measures/sholl';
import { minimalMorphology, yShaped } from '../support/minimalMorphology';

describe('Sholl crossings', () => {
  it('count segments between the inside and the outside of a sphere, for radii in any order', () => {
    // Stem from 0 to 10, both branches from 10 to 14.3 µm, one of them on to 20.2.
    assert.deepEqual([...shollCrossings(yShaped(), [15, 5, 12, 30, 14])], [1, 1, 2, 0, 2]);
  });

  it('count a point on the sphere in each of its segments', () => {
    assert.deepEqual([...shollCrossings(yShaped(), [10])], [3]);
  });

  it('count a segment once that begins and ends on the sphere', () => {
    const chord = minimalMorphology(
      [
        {
          parent: -1,
          points: [
            [3, 4, 0, 1],
            [-3, 4, 0, 1],
          ],
        },
      ],
      {
        type: 'SOMA_SINGLE_POINT',
        points: [[0, 0, 0, 2]],
      },
    );
    assert.deepEqual([...shollCrossings(chord, [4.9, 5, 5.1])], [0, 1, 0]);
  });

  it('are of one type, and around another centre, where that is asked', () => {
    assert.deepEqual([...shollCrossings(yShaped(), [5], { type: 2 })], [0]);
    assert.deepEqual([...shollCrossings(yShaped(), [5], { type: 3 })], [1]);
    assert.deepEqual([...shollCrossings(yShaped(), [5], { center: [0, 10, 0] })], [4]);
  });

  it('do not take the end of one section and the start of the next for a segment', () => {
    const apart = minimalMorphology([
      {
        parent: -1,
        points: [
          [1, 0, 0, 1],
          [2, 0, 0, 1],
        ],
      },
      {
        parent: -1,
        points: [
          [8, 0, 0, 1],
          [9, 0, 0, 1],
        ],
      },
    ]);
    assert.deepEqual([...shollCrossings(apart, [5])], [0]);
  });
});

describe('Sholl profile', () => {
  it('goes from the soma’s radius in steps of 10 µm to below that and the farthest point', () => {
    const { radii, crossings, centerOf } = shollProfile(yShaped());
    assert.deepEqual([...radii], [4, 14, 24]);
    assert.deepEqual([...crossings], [1, 2, 0]);
    assert.equal(centerOf, 'soma');
  });

  it('is around the first point where there is no soma', () => {
    const { center, centerOf, crossings } = shollProfile(
      minimalMorphology([
        {
          parent: -1,
          points: [
            [100, 0, 0, 1],
            [125, 0, 0, 1],
          ],
        },
      ]),
      undefined,
      5,
    );
    assert.deepEqual(center, [100, 0, 0]);
    assert.equal(centerOf, 'neurite');
    assert.deepEqual([...crossings], [1, 1, 1, 1, 1]);
  });

  it('is empty without neurites, and of a size that can be had for coordinates beyond all measure', () => {
    assert.equal(shollProfile(minimalMorphology([])).radii.length, 0);
    const huge = minimalMorphology([
      {
        parent: -1,
        points: [
          [0, 0, 0, 1],
          [1e30, 0, 0, 1],
        ],
      },
    ]);
    const { radii } = shollProfile(huge);
    assert.ok(radii.length > 0 && radii.length <= RADIUS_LIMIT);
  });
});
