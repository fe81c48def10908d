import assert from 'node:assert/strict';
import { barPairs, persistenceBarcode } from '../../formats/morphology/persistence/barcode';
import { minimalMorphology, yShaped } from '../support/minimalMorphology';
import { syntheticMorphology } from '../support/syntheticMorphology';

function bars(morphology: Parameters<typeof persistenceBarcode>[0], type = 'basal_dendrite') {
  const [neurite] = persistenceBarcode(morphology)[type] ?? [];
  assert.ok(neurite);
  return {
    radial: barPairs(neurite.radial_distances),
    path: barPairs(neurite.path_distances),
    orders: barPairs(neurite.section_branch_orders),
    tips: [...neurite.path_distances.tips],
  };
}

describe('persistence barcode', () => {
  it('has the shorter branch of a Y end at the fork and the longer one at the root', () => {
    const { radial, path, orders, tips } = bars(yShaped());
    assert.deepEqual(path, [
      [15, 10],
      [21, 0],
    ]);
    assert.deepEqual(radial, [
      [Math.fround(Math.hypot(3, 14)), 10],
      [Math.fround(Math.hypot(3, 20)), 0],
    ]);
    assert.deepEqual(orders, [
      [1, 0],
      [1, 0],
    ]);
    assert.deepEqual(tips, [1, 2]);
  });

  it('lets one of three children go on', () => {
    const { path } = bars(
      minimalMorphology([
        {
          parent: -1,
          points: [
            [0, 0, 0, 1],
            [0, 2, 0, 1],
          ],
        },
        {
          parent: 0,
          points: [
            [0, 2, 0, 1],
            [0, 5, 0, 1],
          ],
        },
        {
          parent: 0,
          points: [
            [0, 2, 0, 1],
            [9, 2, 0, 1],
          ],
        },
        {
          parent: 0,
          points: [
            [0, 2, 0, 1],
            [0, 2, 4, 1],
          ],
        },
      ]),
    );
    assert.deepEqual(path, [
      [5, 2],
      [6, 2],
      [11, 0],
    ]);
  });

  it('takes a section and its only child for one', () => {
    const { path, orders } = bars(
      minimalMorphology([
        {
          parent: -1,
          points: [
            [0, 0, 0, 1],
            [0, 2, 0, 1],
          ],
        },
        {
          parent: 0,
          points: [
            [0, 2, 0, 1],
            [0, 5, 0, 1],
          ],
        },
      ]),
    );
    assert.deepEqual(path, [[5, 0]]);
    assert.deepEqual(orders, [[0, 0]]);
  });

  it('has as many bars as tips, each tip once', () => {
    const morphology = syntheticMorphology(4000);
    for (const neurite of Object.values(persistenceBarcode(morphology)).flat()) {
      const { tips, values } = neurite.radial_distances;
      assert.equal(values.length, 2 * tips.length);
      assert.equal(new Set(tips).size, tips.length);
      assert.deepEqual([...tips].sort(), [...neurite.path_distances.tips].sort());
    }
  });

  it('puts neurites to the median of their points’ types, as TMD does', () => {
    const mixed = yShaped(3);
    // 2 of 5 points are of the left branch, which repeats the fork.
    mixed.sections.types[2] = 4;
    assert.deepEqual(Object.keys(persistenceBarcode(mixed)), ['basal_dendrite']);
    mixed.sections.types[1] = 4;
    assert.deepEqual(Object.keys(persistenceBarcode(mixed)), ['apical_dendrite']);
    assert.deepEqual(Object.keys(persistenceBarcode(yShaped(6))), ['undefined']);
  });

  it('has a bar without length for a single point', () => {
    assert.deepEqual(bars(minimalMorphology([{ parent: -1, points: [[1, 2, 3, 4]] }])).radial, [[0, 0]]);
  });

  it('never throws over NaN, nothing and a chain of 100 000 sections', () => {
    const broken = yShaped();
    broken.points.fill(NaN);
    assert.equal(bars(broken).path.length, 2);
    assert.deepEqual(persistenceBarcode(minimalMorphology([])), {});
    assert.deepEqual(persistenceBarcode(minimalMorphology([{ parent: -1, points: [] }]))['basal_dendrite']?.length, 1);
    const chain = minimalMorphology(
      Array.from({ length: 100_000 }, (_, i) => ({
        parent: i - 1,
        points: [
          [i, 0, 0, 1],
          [i + 1, 0, 0, 1],
        ] as const,
      })),
    );
    assert.deepEqual(bars(chain).path, [[100_000, 0]]);
  });
});
