import type { Morphology } from '../model';
import { topologyOf } from '../topology';
import { convexHullVolume } from './convexHull';
import { principalExtents } from './extents';

/** What the points of each neurite are as a cloud; both are [neurites]. */
export interface CloudMeasures {
  /** In the cube of µm; NaN where the points lie in a plane. */
  readonly hullVolumes: Float64Array;
  /** µm: the greatest along a principal direction; NaN where all points are one. */
  readonly extents: Float64Array;
}

export function measureClouds({ points, sections }: Morphology): CloudMeasures {
  const { roots, rootOf } = topologyOf(sections);
  const neuriteOf = new Uint32Array(sections.count);
  for (const [neurite, root] of roots.entries()) neuriteOf[root] = neurite;
  const ends = new Uint32Array(roots.length + 1);
  const size = (section: number): number => (sections.offsets[section + 1] ?? 0) - (sections.offsets[section] ?? 0);
  for (let section = 0; section < sections.count; section++) {
    const neurite = neuriteOf[rootOf[section] ?? 0] ?? 0;
    ends[neurite + 1] = (ends[neurite + 1] ?? 0) + size(section);
  }
  for (let neurite = 0; neurite < roots.length; neurite++) {
    ends[neurite + 1] = (ends[neurite + 1] ?? 0) + (ends[neurite] ?? 0);
  }
  // The points neurite by neurite: sections of one need not stand together.
  const gathered = new Float32Array(points.length);
  const next = ends.slice();
  for (let section = 0; section < sections.count; section++) {
    const neurite = neuriteOf[rootOf[section] ?? 0] ?? 0;
    const start = sections.offsets[section] ?? 0;
    const at = next[neurite] ?? 0;
    gathered.set(points.subarray(3 * start, 3 * (start + size(section))), 3 * at);
    next[neurite] = at + size(section);
  }
  const hullVolumes = new Float64Array(roots.length);
  const extents = new Float64Array(roots.length);
  for (let neurite = 0; neurite < roots.length; neurite++) {
    const cloud = gathered.subarray(3 * (ends[neurite] ?? 0), 3 * (ends[neurite + 1] ?? 0));
    hullVolumes[neurite] = convexHullVolume(cloud) ?? NaN;
    extents[neurite] = principalExtents(cloud)[0];
  }
  return { hullVolumes, extents };
}
