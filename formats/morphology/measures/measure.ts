/** The numbers of a morphology by NeuroM's names and definitions; see `schema.ts`. */
import type { Morphology } from '../model';
import { APICAL_DENDRITE, AXON, BASAL_DENDRITE, sectionTypeName } from '../sectionTypes';
import { measureClouds, type CloudMeasures } from './clouds';
import { MAXIMA, neuriteTable, SUMS, type Maximum, type NeuriteTable, type Sum } from './neurites';
import type { FeatureValues } from './schema';
import { RADIUS_LIMIT, shollCrossings } from './sholl';
import { measureSoma, type SomaMeasures } from './soma';

export interface Measures {
  readonly soma: SomaMeasures;
  /** Of all neurites. */
  readonly all: FeatureValues;
  readonly axon: FeatureValues;
  readonly basal_dendrite: FeatureValues;
  readonly apical_dendrite: FeatureValues;
  /** Of the other types that root sections have; NeuroM's own tables leave them out. */
  readonly [custom: `custom${number}`]: FeatureValues;
}

/** µm: between the spheres of `sholl_crossings`. */
const SHOLL_STEP = 10;

/** Never throws; a morphology without neurites has counts of 0 and statistics that are null. */
export function measure(morphology: Morphology): Measures {
  const table = neuriteTable(morphology);
  const clouds = measureClouds(morphology);
  const { types } = morphology.sections;
  const byType = new Map<number, number[]>();
  for (const [neurite, root] of table.roots.entries()) {
    const type = types[root] ?? 0;
    const neurites = byType.get(type) ?? [];
    byType.set(type, neurites);
    neurites.push(neurite);
  }
  const ofType = (type: number): FeatureValues => measureGroup(morphology, table, clouds, byType.get(type) ?? [], type);
  const custom = [...byType.keys()].filter((type) => type > APICAL_DENDRITE).sort((a, b) => a - b);
  return {
    soma: measureSoma(morphology.soma),
    all: measureGroup(
      morphology,
      table,
      clouds,
      Array.from(table.roots, (_, neurite) => neurite),
    ),
    axon: ofType(AXON),
    basal_dendrite: ofType(BASAL_DENDRITE),
    apical_dendrite: ofType(APICAL_DENDRITE),
    ...Object.fromEntries(custom.map((type) => [sectionTypeName(type), ofType(type)])),
  };
}

/** @param neurites rows of the table */
function measureGroup(
  morphology: Morphology,
  { roots, sums, maxima, trunkLengths }: NeuriteTable,
  { hullVolumes, extents }: CloudMeasures,
  neurites: readonly number[],
  type?: number,
): FeatureValues {
  const total = Object.fromEntries(SUMS.map((key) => [key, 0])) as Record<Sum, number>;
  for (const key of SUMS) for (const neurite of neurites) total[key] += sums[key][neurite] ?? 0;
  const greatest = Object.fromEntries(MAXIMA.map((key) => [key, -Infinity])) as Record<Maximum, number>;
  for (const key of MAXIMA) {
    for (const neurite of neurites) greatest[key] = Math.max(greatest[key], maxima[key][neurite] ?? -Infinity);
  }
  const mean = (sum: Sum, count: Sum): number | null => (total[count] === 0 ? null : total[sum] / total[count]);
  const maximum = (key: Maximum): number | null => (greatest[key] === -Infinity ? null : greatest[key]);
  const extent = (least: Maximum, most: Maximum): number =>
    greatest[most] === -Infinity ? 0 : greatest[most] + greatest[least];
  const list = (column: Float64Array): readonly number[] => neurites.map((neurite) => column[neurite] ?? NaN);
  const radialDistance = maximum('leafRadialDistance') ?? 0;
  const radii = shollRadii(radialDistance);
  const { diameters, sections } = morphology;
  return {
    number_of_neurites: neurites.length,
    number_of_sections: total.sections,
    number_of_segments: total.segments,
    number_of_sections_per_neurite: list(sums.sections),
    number_of_bifurcations: total.bifurcations,
    number_of_forking_points: total.forks,
    number_of_leaves: total.leaves,
    total_length: total.lengths,
    total_area: total.areas,
    total_volume: total.volumes,
    total_length_per_neurite: list(sums.lengths),
    total_area_per_neurite: list(sums.areas),
    total_volume_per_neurite: list(sums.volumes),
    max_radial_distance: radialDistance,
    'section_path_distances:max': maximum('pathDistance'),
    'section_branch_orders:max': maximum('branchOrder'),
    'section_strahler_orders:max': maximum('strahlerOrder'),
    'partition_asymmetry:mean': mean('partitionAsymmetries', 'bifurcations'),
    'partition_asymmetry_length:mean': mean('lengthAsymmetries', 'bifurcations'),
    'local_bifurcation_angles:mean': mean('localAngles', 'bifurcations'),
    'remote_bifurcation_angles:mean': mean('remoteAngles', 'bifurcations'),
    'section_tortuosity:mean': mean('tortuosities', 'sections'),
    'sibling_ratios:mean': mean('siblingRatios', 'bifurcations'),
    'diameter_power_relations:mean': mean('diameterPowers', 'bifurcations'),
    'section_lengths:mean': mean('lengths', 'sections'),
    'section_term_lengths:mean': mean('leafLengths', 'leaves'),
    'section_bif_lengths:mean': mean('bifurcationLengths', 'bifurcations'),
    'section_radial_distances:mean': mean('radialDistances', 'sections'),
    'segment_radii:mean': mean('segmentRadii', 'segments'),
    'segment_meander_angles:mean': mean('meanderAngles', 'innerPoints'),
    'section_taper_rates:mean': mean('taperRates', 'sections'),
    // No section ends farther along the neurite than the tips behind it.
    'terminal_path_lengths:max': maximum('pathDistance'),
    total_width: extent('minusX', 'x'),
    total_height: extent('minusY', 'y'),
    total_depth: extent('minusZ', 'z'),
    trunk_origin_radii: neurites.map((neurite) => (diameters[sections.offsets[roots[neurite] ?? 0] ?? 0] ?? NaN) / 2),
    trunk_section_lengths: list(trunkLengths),
    neurite_volume_density: neurites.map((neurite) => (sums.volumes[neurite] ?? 0) / (hullVolumes[neurite] ?? NaN)),
    principal_direction_extents: list(extents),
    sholl_radii_10um: radii.length,
    sholl_crossings: Array.from(shollCrossings(morphology, radii, { ...(type !== undefined && { type }) })),
  };
}

/** 10, 20, … µm, to one sphere beyond the greatest distance; none where that is not finite. */
function shollRadii(distance: number): Float64Array {
  const count = Number.isFinite(distance) ? Math.min(RADIUS_LIMIT, Math.floor(distance / SHOLL_STEP) + 2) : 0;
  return Float64Array.from({ length: count }, (_, i) => (i + 1) * SHOLL_STEP);
}
