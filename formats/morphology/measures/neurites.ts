import { childCount, topologyOf } from '../topology';
import type { Morphology } from '../model';
import { sectionTypeName } from '../sectionTypes';
import { measureBifurcations } from './bifurcations';
import { measureSections } from './segments';
import { somaGeometry } from './soma';

/** What is summed up over sections. */
export const SUMS = [
  'sections',
  'segments',
  'bifurcations',
  'forks',
  'leaves',
  'lengths',
  'areas',
  'volumes',
  'leafLengths',
  'bifurcationLengths',
  'radialDistances',
  'segmentRadii',
  'meanderAngles',
  /** Number of inner points, at which there is such an angle. */
  'innerPoints',
  'taperRates',
  'tortuosities',
  'partitionAsymmetries',
  'lengthAsymmetries',
  'localAngles',
  'remoteAngles',
  'siblingRatios',
  'diameterPowers',
] as const;

/** Of what the greatest counts. */
export const MAXIMA = [
  'pathDistance',
  'leafRadialDistance',
  'branchOrder',
  'strahlerOrder',
  /** Greatest coordinates, and the least of them with the sign turned. */
  'x',
  'y',
  'z',
  'minusX',
  'minusY',
  'minusZ',
] as const;

export type Sum = (typeof SUMS)[number];
export type Maximum = (typeof MAXIMA)[number];

/** Sums and maxima over the sections of each neurite; columns are [neurites]. */
export interface NeuriteTable {
  /** [neurites]: root sections. */
  readonly roots: Uint32Array;
  readonly sums: Readonly<Record<Sum, Float64Array>>;
  readonly maxima: Readonly<Record<Maximum, Float64Array>>;
  /** [neurites], µm. */
  readonly trunkLengths: Float64Array;
}

const known = new WeakMap<Morphology, NeuriteTable>();

/** Made once a morphology and kept with it. */
export function neuriteTable(morphology: Morphology): NeuriteTable {
  let table = known.get(morphology);
  if (!table) {
    table = makeTable(morphology);
    known.set(morphology, table);
  }
  return table;
}

function makeTable(morphology: Morphology): NeuriteTable {
  const { points, sections, soma } = morphology;
  const topology = topologyOf(sections);
  const { roots, rootOf, branchOrders, strahlerOrders } = topology;
  const geometry = measureSections(morphology);
  const bifurcations = measureBifurcations(morphology, topology, geometry.lengths);
  const { center } = somaGeometry(soma);
  const column = (fill = 0): Float64Array => new Float64Array(roots.length).fill(fill);
  const sums = Object.fromEntries(SUMS.map((key) => [key, column()])) as unknown as NeuriteTable['sums'];
  const maxima = Object.fromEntries(MAXIMA.map((key) => [key, column(-Infinity)])) as unknown as NeuriteTable['maxima'];
  const neuriteOf = new Uint32Array(sections.count);
  for (const [neurite, root] of roots.entries()) neuriteOf[root] = neurite;
  const pathDistances = new Float64Array(sections.count);
  for (let section = 0; section < sections.count; section++) {
    const neurite = neuriteOf[rootOf[section] ?? 0] ?? 0;
    const parent = sections.parents[section] ?? -1;
    const length = geometry.lengths[section] ?? 0;
    const path = (parent < 0 ? 0 : (pathDistances[parent] ?? 0)) + length;
    pathDistances[section] = path;
    const start = sections.offsets[section] ?? 0;
    const end = sections.offsets[section + 1] ?? 0;
    const children = childCount(topology, section);
    const first = 3 * (sections.offsets[roots[neurite] ?? 0] ?? 0);
    const last = 3 * (end - 1);
    const radialDistance = Math.hypot(
      (points[last] ?? NaN) - (center ? center[0] : (points[first] ?? 0)),
      (points[last + 1] ?? NaN) - (center ? center[1] : (points[first + 1] ?? 0)),
      (points[last + 2] ?? NaN) - (center ? center[2] : (points[first + 2] ?? 0)),
    );
    add(sums.sections, neurite, 1);
    add(sums.segments, neurite, Math.max(0, end - start - 1));
    add(sums.innerPoints, neurite, Math.max(0, end - start - 2));
    add(sums.lengths, neurite, length);
    add(sums.areas, neurite, geometry.areas[section]);
    add(sums.volumes, neurite, geometry.volumes[section]);
    add(sums.radialDistances, neurite, radialDistance);
    add(sums.segmentRadii, neurite, geometry.radiusSums[section]);
    add(sums.meanderAngles, neurite, geometry.meanderSums[section]);
    add(sums.taperRates, neurite, geometry.taperRates[section]);
    add(sums.tortuosities, neurite, geometry.tortuosities[section]);
    raise(maxima.pathDistance, neurite, path);
    raise(maxima.branchOrder, neurite, branchOrders[section] ?? 0);
    raise(maxima.strahlerOrder, neurite, strahlerOrders[section] ?? 0);
    if (children === 0) {
      add(sums.leaves, neurite, 1);
      add(sums.leafLengths, neurite, length);
      raise(maxima.leafRadialDistance, neurite, radialDistance);
    } else if (children > 1) add(sums.forks, neurite, 1);
    if (children === 2) {
      add(sums.bifurcations, neurite, 1);
      add(sums.bifurcationLengths, neurite, length);
      add(sums.partitionAsymmetries, neurite, bifurcations.partitionAsymmetries[section]);
      add(sums.lengthAsymmetries, neurite, bifurcations.lengthDifferences[section]);
      add(sums.localAngles, neurite, bifurcations.localAngles[section]);
      add(sums.remoteAngles, neurite, bifurcations.remoteAngles[section]);
      add(sums.siblingRatios, neurite, bifurcations.siblingRatios[section]);
      add(sums.diameterPowers, neurite, bifurcations.diameterPowers[section]);
    }
    raiseBounds(maxima, neurite, points, start, end);
  }
  for (let neurite = 0; neurite < roots.length; neurite++) {
    if ((sums.bifurcations[neurite] ?? 0) === 0) continue;
    sums.lengthAsymmetries[neurite] = (sums.lengthAsymmetries[neurite] ?? 0) / (sums.lengths[neurite] ?? 0);
  }
  return { roots, sums, maxima, trunkLengths: Float64Array.from(roots, (root) => geometry.lengths[root] ?? 0) };
}

function raiseBounds(
  maxima: NeuriteTable['maxima'],
  neurite: number,
  points: Float32Array,
  start: number,
  end: number,
): void {
  let [x, y, z, minusX, minusY, minusZ] = [-Infinity, -Infinity, -Infinity, -Infinity, -Infinity, -Infinity];
  for (let at = 3 * start; at < 3 * end; at += 3) {
    const px = points[at] ?? 0;
    const py = points[at + 1] ?? 0;
    const pz = points[at + 2] ?? 0;
    if (px > x) x = px;
    if (-px > minusX) minusX = -px;
    if (py > y) y = py;
    if (-py > minusY) minusY = -py;
    if (pz > z) z = pz;
    if (-pz > minusZ) minusZ = -pz;
  }
  raise(maxima.x, neurite, x);
  raise(maxima.y, neurite, y);
  raise(maxima.z, neurite, z);
  raise(maxima.minusX, neurite, minusX);
  raise(maxima.minusY, neurite, minusY);
  raise(maxima.minusZ, neurite, minusZ);
}

function add(column: Float64Array, index: number, value = 0): void {
  column[index] = (column[index] ?? 0) + value;
}

function raise(column: Float64Array, index: number, value: number): void {
  if (value > (column[index] ?? 0)) column[index] = value;
}

/** One neurite in the terms of NeuroM's features. */
export interface NeuriteMeasures {
  /** Index of the root section. */
  readonly root: number;
  /** Type of the root section, by its name. */
  readonly type: string;
  readonly number_of_sections: number;
  readonly number_of_segments: number;
  readonly number_of_bifurcations: number;
  readonly number_of_leaves: number;
  /** µm. */
  readonly total_length: number;
  /** µm². */
  readonly total_area: number;
  /** µm³. */
  readonly total_volume: number;
  readonly max_branch_order: number;
  readonly max_strahler_order: number;
  /** µm. */
  readonly max_path_distance: number;
  /** µm, of its tips from the soma’s centre; without a soma, from its first point. */
  readonly max_radial_distance: number;
}

/** One row a neurite, in the order of the file. */
export function measureNeurites(morphology: Morphology): readonly NeuriteMeasures[] {
  const { roots, sums, maxima } = neuriteTable(morphology);
  return Array.from(roots, (root, neurite) => ({
    root,
    type: sectionTypeName(morphology.sections.types[root] ?? 0),
    number_of_sections: sums.sections[neurite] ?? 0,
    number_of_segments: sums.segments[neurite] ?? 0,
    number_of_bifurcations: sums.bifurcations[neurite] ?? 0,
    number_of_leaves: sums.leaves[neurite] ?? 0,
    total_length: sums.lengths[neurite] ?? 0,
    total_area: sums.areas[neurite] ?? 0,
    total_volume: sums.volumes[neurite] ?? 0,
    max_branch_order: maxima.branchOrder[neurite] ?? 0,
    max_strahler_order: maxima.strahlerOrder[neurite] ?? 0,
    max_path_distance: finite(maxima.pathDistance[neurite]),
    max_radial_distance: finite(maxima.leafRadialDistance[neurite]),
  }));
}

/** NaN where no section had a value that can be compared. */
function finite(value = NaN): number {
  return value === -Infinity ? NaN : value;
}
