import type { Sections } from '../model';
import type { Topology } from '../topology';

/**
 * The type of each neurite as TMD has it: the median of the types of its points, rounded down, where the first point of
 * a child section, which repeats its parent's last, is left out. Source: TMD 2.4.3, `tmd/Tree/methods.py` (`get_type`).
 *
 * @returns [neurites]
 */
export function neuriteType(sections: Sections, { roots, rootOf }: Topology): Uint8Array {
  const neuriteOf = new Uint32Array(sections.count);
  for (const [neurite, root] of roots.entries()) neuriteOf[root] = neurite;
  const types = Uint8Array.from(roots, (root) => sections.types[root] ?? 0);
  // Points by type, only for neurites that are of several.
  const mixed = new Map<number, Uint32Array>();
  for (let section = 0; section < sections.count; section++) {
    const neurite = neuriteOf[rootOf[section] ?? 0] ?? 0;
    if (sections.types[section] !== types[neurite]) mixed.set(neurite, new Uint32Array(256));
  }
  for (let section = 0; mixed.size > 0 && section < sections.count; section++) {
    const counts = mixed.get(neuriteOf[rootOf[section] ?? 0] ?? 0);
    if (!counts) continue;
    const type = sections.types[section] ?? 0;
    const own = (sections.offsets[section + 1] ?? 0) - (sections.offsets[section] ?? 0);
    counts[type] = (counts[type] ?? 0) + Math.max(0, (sections.parents[section] ?? -1) < 0 ? own : own - 1);
  }
  for (const [neurite, counts] of mixed) types[neurite] = median(counts);
  return types;
}

/** Of values 0 … 255 that occur so often. */
function median(counts: Uint32Array): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const at = (rank: number): number => {
    let seen = 0;
    return counts.findIndex((count) => (seen += count) > rank);
  };
  return Math.floor((at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2);
}
