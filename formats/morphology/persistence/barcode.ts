import type { Morphology } from '../model';
import { sectionTypeName } from '../sectionTypes';
import { childCount, topologyOf, type Topology } from '../topology';
import { neuriteType } from './neuriteType';

/**
 * Bars of a neurite, one a tip, in ascending order. A bar begins at the tip with the greatest value of its part of the
 * tree and ends at the fork where a greater one goes on; the last ends at 0.
 */
export interface Bars {
  /** [n, 2]: value at the tip, value at the fork. */
  readonly values: Float64Array;
  /** [n]: the section that ends in the tip. */
  readonly tips: Uint32Array;
}

/** By TMD's names of what is measured. */
interface NeuriteBarcode {
  /** Index of the root section. */
  readonly root: number;
  /** µm, straight from the neurite's first point. */
  readonly radial_distances: Bars;
  /** µm, along the neurite from its first point. */
  readonly path_distances: Bars;
  /** Forks between the root and the tip; a section and its only child count as one. */
  readonly section_branch_orders: Bars;
}

/** Neurites in the order of the file by type: `axon`, `basal_dendrite`, `apical_dendrite`, `undefined` for all others. */
export type Barcode = Readonly<Record<string, readonly NeuriteBarcode[]>>;

/**
 * Persistence barcodes of all neurites. A neurite of mixed types is of that of TMD: the median of its points' types.
 * A neurite of a single point has the bar from 0 to 0, where TMD fails. Source: TMD 2.4.3,
 * `tmd/Topology/methods.py` (`get_persistence_diagram`); Kanari et al. 2018, doi:10.1007/s12021-017-9341-1.
 */
export function persistenceBarcode(morphology: Morphology): Barcode {
  const { sections } = morphology;
  const topology = topologyOf(sections);
  const { radialDistances, pathDistances, branchOrders } = endValues(morphology, topology);
  const radial = barsOf(sections.parents, topology, radialDistances);
  const path = barsOf(sections.parents, topology, pathDistances);
  const order = barsOf(sections.parents, topology, branchOrders);
  const barcode: Record<string, NeuriteBarcode[]> = {};
  const types = neuriteType(sections, topology);
  for (const [neurite, root] of topology.roots.entries()) {
    const type = types[neurite] ?? 0;
    const name = sectionTypeName(type >= 1 && type <= 4 ? type : 0);
    (barcode[name] ??= []).push({
      root,
      radial_distances: radial[neurite] ?? NO_BARS,
      path_distances: path[neurite] ?? NO_BARS,
      section_branch_orders: order[neurite] ?? NO_BARS,
    });
  }
  return barcode;
}

const NO_BARS: Bars = { values: new Float64Array(0), tips: new Uint32Array(0) };

/** Bars as pairs, for JSON. */
export function barPairs({ values, tips }: Bars): readonly (readonly [number, number])[] {
  return Array.from(tips, (_, bar) => [values[2 * bar] ?? 0, values[2 * bar + 1] ?? 0] as const);
}

interface EndValues {
  readonly radialDistances: Float64Array;
  readonly pathDistances: Float64Array;
  readonly branchOrders: Float64Array;
}

/** Values at the sections' ends: distances from the first points of their neurites in µm; all are [sections]. */
function endValues({ points, sections: { count, offsets, parents } }: Morphology, topology: Topology): EndValues {
  const radialDistances = new Float64Array(count);
  const pathDistances = new Float64Array(count);
  const branchOrders = new Float64Array(count);
  for (let section = 0; section < count; section++) {
    const parent = parents[section] ?? -1;
    const start = 3 * (offsets[section] ?? 0);
    const end = 3 * (offsets[section + 1] ?? 0);
    let along = parent < 0 ? 0 : (pathDistances[parent] ?? 0);
    // The first point of a child stands for its parent's last, also in an H5 file that has it elsewhere.
    let before = parent < 0 ? start : Math.max(0, 3 * ((offsets[parent + 1] ?? 0) - 1));
    for (let at = start + 3; at < end; at += 3) {
      along += singleDistance(points, at, before);
      before = at;
    }
    pathDistances[section] = along;
    const first = 3 * (offsets[topology.rootOf[section] ?? 0] ?? 0);
    radialDistances[section] = singleDistance(points, Math.max(first, end - 3), first);
    // Forks, not ancestors: a section and its only child are one to TMD.
    if (parent >= 0) branchOrders[section] = (branchOrders[parent] ?? 0) + (childCount(topology, parent) > 1 ? 1 : 0);
  }
  return { radialDistances, pathDistances, branchOrders };
}

/**
 * Distance of two points in single precision, rounded where TMD's is: far from the soma that is more than 0.0001 µm,
 * and decides which of two tips is the farther one.
 */
function singleDistance(points: Float32Array, one: number, two: number): number {
  const x = Math.fround((points[one] ?? 0) - (points[two] ?? 0));
  const y = Math.fround((points[one + 1] ?? 0) - (points[two + 1] ?? 0));
  const z = Math.fround((points[one + 2] ?? 0) - (points[two + 2] ?? 0));
  return Math.fround(Math.sqrt(Math.fround(Math.fround(x * x) + Math.fround(y * y) + Math.fround(z * z))));
}

/**
 * From the tips to the roots: children stand behind their parents. Of the children of a fork the greatest value goes
 * on, the first of equals; the others end there.
 *
 * @param ends [sections]: values at the ends of sections
 * @returns [neurites]
 */
function barsOf(parents: Int32Array, { children, childOffsets, roots, rootOf }: Topology, ends: Float64Array): Bars[] {
  const count = parents.length;
  const survivors = new Uint32Array(count);
  // A bar is kept under its tip: where it ends, NaN for a section that is no tip.
  const deaths = new Float64Array(count).fill(NaN);
  const barCounts = new Map<number, number>();
  for (let section = count - 1; section >= 0; section--) {
    const from = childOffsets[section] ?? 0;
    const to = childOffsets[section + 1] ?? 0;
    let survivor = from < to ? (survivors[children[from] ?? 0] ?? 0) : section;
    for (let i = from + 1; i < to; i++) {
      const other = survivors[children[i] ?? 0] ?? 0;
      const isGreater = Math.abs(ends[other] ?? 0) > Math.abs(ends[survivor] ?? 0);
      deaths[isGreater ? survivor : other] = ends[section] ?? 0;
      if (isGreater) survivor = other;
    }
    survivors[section] = survivor;
    if ((parents[section] ?? -1) < 0) deaths[survivor] = 0;
    if (from === to) {
      const root = rootOf[section] ?? 0;
      barCounts.set(root, (barCounts.get(root) ?? 0) + 1);
    }
  }
  const tipsOf = new Map<number, { readonly tips: Uint32Array; length: number }>();
  for (const root of roots) tipsOf.set(root, { tips: new Uint32Array(barCounts.get(root) ?? 0), length: 0 });
  for (let section = 0; section < count; section++) {
    if (childOffsets[section] !== childOffsets[section + 1]) continue;
    const list = tipsOf.get(rootOf[section] ?? 0);
    if (list) list.tips[list.length++] = section;
  }
  return Array.from(roots, (root) => {
    const tips = tipsOf.get(root)?.tips ?? new Uint32Array(0);
    tips.sort((a, b) => (ends[a] ?? 0) - (ends[b] ?? 0) || (deaths[a] ?? 0) - (deaths[b] ?? 0) || a - b);
    const values = new Float64Array(2 * tips.length);
    for (const [bar, tip] of tips.entries()) {
      values[2 * bar] = ends[tip] ?? 0;
      values[2 * bar + 1] = deaths[tip] ?? 0;
    }
    return { values, tips };
  });
}
