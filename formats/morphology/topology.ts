/** What follows from the parents of sections: children, order, leaves. Made once a morphology and kept with it. */
import type { Sections } from './model';

export interface Topology {
  /** [count + 1] into `children`. */
  readonly childOffsets: Uint32Array;
  /** Indices of sections, those of one parent in the order of the file. */
  readonly children: Uint32Array;
  /** Indices of the root sections, in the order of the file. */
  readonly roots: Uint32Array;
  /** [count]: the root section of the neurite of each section. */
  readonly rootOf: Uint32Array;
  /** [count]: number of ancestors; 0 for a root section. */
  readonly branchOrders: Uint32Array;
  /** [count]: 1 for a leaf; else the greatest of the children, one more where two have it. */
  readonly strahlerOrders: Uint32Array;
}

const known = new WeakMap<Sections, Topology>();

export function topologyOf(sections: Sections): Topology {
  let topology = known.get(sections);
  if (!topology) {
    topology = makeTopology(sections);
    known.set(sections, topology);
  }
  return topology;
}

/** Number of children of a section. */
export function childCount({ childOffsets }: Topology, section: number): number {
  return (childOffsets[section + 1] ?? 0) - (childOffsets[section] ?? 0);
}

/** The children of a section: a view, not a copy. */
export function childrenOf({ childOffsets, children }: Topology, section: number): Uint32Array {
  return children.subarray(childOffsets[section], childOffsets[section + 1]);
}

function makeTopology({ count, parents }: Sections): Topology {
  const childOffsets = new Uint32Array(count + 1);
  let rootCount = 0;
  for (let i = 0; i < count; i++) {
    const parent = parents[i] ?? -1;
    if (parent < 0) rootCount++;
    else childOffsets[parent + 1] = (childOffsets[parent + 1] ?? 0) + 1;
  }
  for (let i = 0; i < count; i++) childOffsets[i + 1] = (childOffsets[i + 1] ?? 0) + (childOffsets[i] ?? 0);
  const children = new Uint32Array(count - rootCount);
  const roots = new Uint32Array(rootCount);
  const rootOf = new Uint32Array(count);
  const branchOrders = new Uint32Array(count);
  const next = childOffsets.slice();
  let root = 0;
  for (let i = 0; i < count; i++) {
    const parent = parents[i] ?? -1;
    if (parent < 0) {
      roots[root++] = i;
      rootOf[i] = i;
      continue;
    }
    const at = next[parent] ?? 0;
    children[at] = i;
    next[parent] = at + 1;
    rootOf[i] = rootOf[parent] ?? i;
    branchOrders[i] = (branchOrders[parent] ?? 0) + 1;
  }
  return { childOffsets, children, roots, rootOf, branchOrders, strahlerOrders: strahlerOrders(count, parents) };
}

/** From the last section to the first: children stand behind their parents. */
function strahlerOrders(count: number, parents: Int32Array): Uint32Array {
  const orders = new Uint32Array(count);
  const isShared = new Uint8Array(count);
  for (let i = count - 1; i >= 0; i--) {
    const greatest = orders[i] ?? 0;
    const own = greatest === 0 ? 1 : greatest + (isShared[i] ?? 0);
    orders[i] = own;
    const parent = parents[i] ?? -1;
    if (parent < 0) continue;
    const before = orders[parent] ?? 0;
    if (own > before) {
      orders[parent] = own;
      isShared[parent] = 0;
    } else if (own === before) isShared[parent] = 1;
  }
  return orders;
}
