import assert from 'node:assert/strict';
import { measure } from '../../formats/morphology/measures/measure';
import { measureNeurites } from '../../formats/morphology/measures/neurites';
import { FEATURES } from '../../formats/morphology/measures/schema';
import type { Morphology } from '../../formats/morphology/model';
import type { Sample } from '../support/minimalMorphology';
import { minimalMorphology, yShaped } from '../support/minimalMorphology';
import { syntheticMorphology } from '../support/syntheticMorphology';

function near(ours: number | null | undefined, expected: number, tolerance = 1e-6): void {
  assert.ok(
    typeof ours === 'number' && Math.abs(ours - expected) <= tolerance,
    `${ours ?? 'nothing'}, not ${expected}`,
  );
}

describe('measures of a Y-shaped dendrite', () => {
  const { all, basal_dendrite: basal, axon } = measure(yShaped());

  it('counts', () => {
    assert.equal(all.number_of_neurites, 1);
    assert.equal(all.number_of_sections, 3);
    assert.equal(all.number_of_segments, 4);
    assert.equal(all.number_of_bifurcations, 1);
    assert.equal(all.number_of_forking_points, 1);
    assert.equal(all.number_of_leaves, 2);
    assert.deepEqual(all.number_of_sections_per_neurite, [3]);
    assert.equal(all['section_branch_orders:max'], 1);
    assert.equal(all['section_strahler_orders:max'], 2);
  });

  it('measures lengths and distances', () => {
    near(all.total_length, 26);
    near(all['section_lengths:mean'], 26 / 3);
    near(all['section_term_lengths:mean'], 8);
    near(all['section_bif_lengths:mean'], 10);
    near(all['section_path_distances:max'], 21);
    near(all['terminal_path_lengths:max'], 21);
    near(all.max_radial_distance, Math.hypot(3, 20));
    near(all['section_radial_distances:mean'], (10 + Math.hypot(3, 14) + Math.hypot(3, 20)) / 3);
    near(all['section_tortuosity:mean'], (1 + 1 + 11 / Math.hypot(3, 10)) / 3);
    assert.deepEqual([all.total_width, all.total_height, all.total_depth], [6, 20, 0]);
    assert.deepEqual(all.trunk_section_lengths, [10]);
  });

  it('measures cylinders', () => {
    near(all.total_area, 2 * Math.PI * 26);
    near(all.total_volume, Math.PI * 26);
    near(all['segment_radii:mean'], 1);
    near(all['section_taper_rates:mean'], 0);
    assert.deepEqual(all.trunk_origin_radii, [1]);
  });

  it('measures the bifurcation', () => {
    near(all['local_bifurcation_angles:mean'], 2 * Math.atan(3 / 4));
    near(all['remote_bifurcation_angles:mean'], Math.atan(3 / 4) + Math.atan(3 / 10));
    near(all['segment_meander_angles:mean'], Math.PI - Math.atan(3 / 4));
    near(all['partition_asymmetry:mean'], 0);
    near(all['partition_asymmetry_length:mean'], 6 / 26);
    near(all['sibling_ratios:mean'], 1);
    near(all['diameter_power_relations:mean'], 2);
  });

  it('has no hull in a plane, and an extent along the stem', () => {
    assert.deepEqual(all.neurite_volume_density, [NaN]);
    assert.ok(all.principal_direction_extents[0]! > 20 && all.principal_direction_extents[0]! < Math.hypot(6, 20));
  });

  it('counts crossings at 10, 20 and 30 µm', () => {
    assert.equal(all.sholl_radii_10um, 4);
    // The fork lies on the first sphere, and counts in each of its segments.
    assert.deepEqual(all.sholl_crossings, [3, 1, 0, 0]);
  });

  it('gives the same by type, and nothing for types that are not there', () => {
    assert.deepEqual(basal, all);
    assert.equal(axon.number_of_neurites, 0);
    assert.equal(axon.total_length, 0);
    assert.equal(axon.max_radial_distance, 0);
    assert.equal(axon['section_lengths:mean'], null);
    assert.deepEqual(axon.total_length_per_neurite, []);
  });
});

describe('measures', () => {
  it('have exactly the keys of the schema, in its order', () => {
    assert.deepEqual(
      Object.keys(measure(yShaped()).all),
      FEATURES.map(({ key }) => key),
    );
  });

  it('take a cone for a cone', () => {
    const cone = minimalMorphology([
      {
        parent: -1,
        points: [
          [0, 0, 0, 6],
          [4, 0, 0, 0],
        ],
      },
    ]);
    near(measure(cone).all.total_area, Math.PI * 3 * 5);
    near(measure(cone).all.total_volume, (Math.PI * 9 * 4) / 3);
    near(measure(cone).all['section_taper_rates:mean'], -6 / 4);
  });

  it('fit the taper rate by least squares', () => {
    const bumpy = minimalMorphology([
      {
        parent: -1,
        points: [
          [0, 0, 0, 1],
          [1, 0, 0, 3],
          [2, 0, 0, 2],
        ],
      },
    ]);
    near(measure(bumpy).all['section_taper_rates:mean'], 0.5);
  });

  it('compare siblings at their second points', () => {
    const fork = minimalMorphology([
      {
        parent: -1,
        points: [
          [0, 0, 0, 4],
          [0, 10, 0, 4],
        ],
      },
      {
        parent: 0,
        points: [
          [0, 10, 0, 4],
          [5, 15, 0, 1],
        ],
      },
      {
        parent: 0,
        points: [
          [0, 10, 0, 4],
          [-5, 15, 0, 2],
        ],
      },
    ]);
    near(measure(fork).all['sibling_ratios:mean'], 0.5);
    near(measure(fork).all['diameter_power_relations:mean'], 8 + 2 ** 1.5);
  });

  it('compare subtrees by their sections', () => {
    const comb = minimalMorphology([
      {
        parent: -1,
        points: [
          [0, 0, 0, 1],
          [0, 1, 0, 1],
        ],
      },
      {
        parent: 0,
        points: [
          [0, 1, 0, 1],
          [1, 1, 0, 1],
        ],
      },
      {
        parent: 0,
        points: [
          [0, 1, 0, 1],
          [0, 2, 0, 1],
        ],
      },
      {
        parent: 2,
        points: [
          [0, 2, 0, 1],
          [1, 2, 0, 1],
        ],
      },
      {
        parent: 2,
        points: [
          [0, 2, 0, 1],
          [0, 3, 0, 1],
        ],
      },
    ]);
    // 1 and 3 sections, then 1 and 1; lengths 1 and 3 of 5, then 1 and 1.
    near(measure(comb).all['partition_asymmetry:mean'], (2 / 4 + 0) / 2);
    near(measure(comb).all['partition_asymmetry_length:mean'], 2 / 5 / 2);
  });

  it('skip segments without length for the local angle', () => {
    const fork = minimalMorphology([
      {
        parent: -1,
        points: [
          [0, 0, 0, 1],
          [0, 1, 0, 1],
        ],
      },
      {
        parent: 0,
        points: [
          [0, 1, 0, 1],
          [0, 1, 0, 2],
          [1, 1, 0, 1],
        ],
      },
      {
        parent: 0,
        points: [
          [0, 1, 0, 1],
          [0, 2, 0, 1],
        ],
      },
    ]);
    near(measure(fork).all['local_bifurcation_angles:mean'], Math.PI / 2);
    // Between a segment without length and the next the angle is 0.
    near(measure(fork).all['segment_meander_angles:mean'], 0);
  });

  it('do not take three children for a bifurcation', () => {
    const three = minimalMorphology([
      {
        parent: -1,
        points: [
          [0, 0, 0, 1],
          [0, 1, 0, 1],
        ],
      },
      {
        parent: 0,
        points: [
          [0, 1, 0, 1],
          [1, 1, 0, 1],
        ],
      },
      {
        parent: 0,
        points: [
          [0, 1, 0, 1],
          [0, 2, 0, 1],
        ],
      },
      {
        parent: 0,
        points: [
          [0, 1, 0, 1],
          [0, 1, 1, 1],
        ],
      },
    ]);
    assert.equal(measure(three).all.number_of_bifurcations, 0);
    assert.equal(measure(three).all.number_of_forking_points, 1);
    assert.equal(measure(three).all['partition_asymmetry:mean'], null);
    // Corners of a tetrahedron with edges of 1, and the origin: a stem of 1 below it.
    near(measure(three).all.neurite_volume_density[0], (4 * Math.PI * 0.25) / (1 / 3));
  });

  it('measure from the first point of each neurite where there is no soma', () => {
    const { soma, ...rest } = yShaped();
    const far = { ...rest, soma: minimalMorphology([]).soma, points: rest.points.map((value) => value + 100) };
    assert.equal(soma.type, 'SOMA_SINGLE_POINT');
    near(measure(far).all.max_radial_distance, Math.hypot(3, 20), 1e-4);
    assert.equal(measure(far).soma.center, null);
  });

  it('put a neurite of mixed types to the type of its root section', () => {
    const mixed = yShaped(4);
    mixed.sections.types[2] = 2;
    assert.equal(measure(mixed).axon.number_of_sections, 0);
    assert.equal(measure(mixed).apical_dendrite.number_of_sections, 3);
  });

  it('have custom types under their own names', () => {
    const { custom7, all } = measure(yShaped(7));
    assert.deepEqual(custom7, all);
    assert.ok(!('custom7' in measure(yShaped())));
  });

  it('list neurites whose sections stand apart', () => {
    const morphology = minimalMorphology([
      {
        parent: -1,
        type: 3,
        points: [
          [0, 0, 0, 1],
          [0, 1, 0, 1],
        ],
      },
      {
        parent: -1,
        type: 2,
        points: [
          [0, 0, 0, 1],
          [0, -3, 0, 1],
        ],
      },
      {
        parent: 0,
        type: 3,
        points: [
          [0, 1, 0, 1],
          [0, 3, 0, 1],
        ],
      },
    ]);
    const rows = measureNeurites(morphology);
    assert.deepEqual(
      rows.map(({ root, type, total_length, number_of_sections }) => [root, type, total_length, number_of_sections]),
      [
        [0, 'basal_dendrite', 3, 2],
        [1, 'axon', 3, 1],
      ],
    );
    assert.deepEqual(measure(morphology).all.principal_direction_extents, [3, 3]);
  });
});

describe('measures of what is hardly a neuron', () => {
  it('are zeros and nulls without neurites', () => {
    const { all, soma } = measure(minimalMorphology([]));
    assert.equal(all.number_of_sections, 0);
    assert.equal(all['section_path_distances:max'], null);
    assert.equal(soma.radius, 0);
    assert.deepEqual(all.sholl_crossings, [0, 0]);
  });

  it('are NeuroM’s for a single point', () => {
    const { all } = measure(minimalMorphology([{ parent: -1, points: [[1, 2, 3, 4]] }]));
    assert.equal(all.number_of_segments, 0);
    assert.equal(all['segment_radii:mean'], null);
    assert.equal(all['section_tortuosity:mean'], 1);
    assert.equal(all['section_taper_rates:mean'], 0);
    assert.deepEqual(all.neurite_volume_density, [NaN]);
    assert.deepEqual(all.principal_direction_extents, [NaN]);
  });

  it('are NeuroM’s for a section without length', () => {
    const twice: Sample = [1, 2, 3, 4];
    const { all } = measure(minimalMorphology([{ parent: -1, points: [twice, twice] }]));
    assert.equal(all.total_length, 0);
    assert.equal(all['section_tortuosity:mean'], NaN);
    assert.equal(all['section_taper_rates:mean'], 0);
  });

  it('are NaN or infinite for radii of 0 at a fork', () => {
    const thin = (stem: number): Morphology => {
      const morphology = yShaped();
      morphology.diameters.fill(0);
      morphology.diameters[1] = stem;
      return morphology;
    };
    assert.equal(measure(thin(0)).all['sibling_ratios:mean'], NaN);
    assert.equal(measure(thin(0)).all['diameter_power_relations:mean'], NaN);
    assert.equal(measure(thin(1)).all['diameter_power_relations:mean'], Infinity);
  });

  it('never throw over NaN, infinities and empty sections', () => {
    for (const value of [NaN, Infinity, -Infinity, 3.4e38]) {
      const broken = yShaped();
      broken.points[7] = value;
      assert.equal(measure(broken).all.number_of_sections, 3);
      const nowhere = yShaped();
      nowhere.points.fill(value);
      assert.equal(measure(nowhere).all.number_of_sections, 3);
    }
    const empty = minimalMorphology([
      { parent: -1, points: [] },
      { parent: 0, points: [] },
      { parent: 0, points: [] },
    ]);
    assert.equal(measure(empty).all.total_length, 0);
  });

  it('do not recurse in a chain of 100 000 sections', () => {
    const chain = minimalMorphology(
      Array.from({ length: 100_000 }, (_, i) => ({
        parent: i - 1,
        points: [
          [i, 0, 0, 1],
          [i + 1, 0, 0, 1],
        ] as const,
      })),
    );
    assert.equal(measure(chain).all['section_path_distances:max'], 100_000);
    assert.equal(measure(chain).all['section_branch_orders:max'], 99_999);
  });

  it('are finite for a synthetic tree, of which all neurites together have all lengths', () => {
    const morphology = syntheticMorphology(4000);
    const { all, axon, basal_dendrite: basal, apical_dendrite: apical } = measure(morphology);
    near(axon.total_length + basal.total_length + apical.total_length, all.total_length, 1e-6 * all.total_length);
    const lengths = measureNeurites(morphology).map(({ total_length }) => total_length);
    near(
      lengths.reduce((sum, length) => sum + length, 0),
      all.total_length,
      1e-6 * all.total_length,
    );
    assert.ok(all.neurite_volume_density.every((density) => density > 0));
  });
});
