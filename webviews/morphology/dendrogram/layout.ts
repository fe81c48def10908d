/**
 * Where each section of a dendrogram stands: upwards by its length, as wide as its greatest diameter; siblings side by
 * side. After NeuroM's view/dendrogram.py, but children are centred on their parent. Linear in the number of sections.
 */
import type { Morphology } from '../../../formats/morphology/model';
import { childrenOf, topologyOf } from '../../../formats/morphology/topology';
import { sectionMeasures } from '../derived';

export interface DendrogramLayout {
  /** [count], µm: the middle of each section. */
  readonly x: Float64Array;
  /** [count], µm: path distance at which each section begins; at its end it is `y + length`. */
  readonly y: Float64Array;
  /** [count], µm. */
  readonly lengths: Float64Array;
  readonly width: number;
  readonly height: number;
}

/** µm between siblings. */
const SIBLING_GAP = 2;
/** µm between neurites. */
const NEURITE_GAP = 8;

export function layoutDendrogram(morphology: Morphology, isShown: (root: number) => boolean): DendrogramLayout {
  const { sections } = morphology;
  const { count, parents } = sections;
  const topology = topologyOf(sections);
  const { lengths } = sectionMeasures(morphology);
  const totals = totalWidths(morphology);
  const x = new Float64Array(count).fill(NaN);
  const y = new Float64Array(count);
  let width = 0;
  let height = 0;
  for (const root of topology.roots) {
    if (!isShown(root)) continue;
    if (width > 0) width += NEURITE_GAP;
    x[root] = width + (totals[root] ?? 0) / 2;
    width += totals[root] ?? 0;
  }
  for (let section = 0; section < count; section++) {
    const middle = x[section] ?? NaN;
    if (Number.isNaN(middle)) continue;
    const length = finite(lengths[section]);
    const parent = parents[section] ?? -1;
    y[section] = parent < 0 ? 0 : (y[parent] ?? 0) + finite(lengths[parent]);
    height = Math.max(height, (y[section] ?? 0) + length, 0);
    const children = childrenOf(topology, section);
    let left = middle - childrenWidth(children, totals) / 2;
    for (const child of children) {
      const total = totals[child] ?? 0;
      x[child] = left + total / 2;
      left += total + SIBLING_GAP;
    }
  }
  return { x, y, lengths, width, height };
}

/** [count]: what each section with all that grows from it takes. Children stand behind their parents. */
function totalWidths({ sections, diameters }: Morphology): Float64Array {
  const { count, offsets, parents } = sections;
  const totals = new Float64Array(count);
  const below = new Float64Array(count);
  for (let section = count - 1; section >= 0; section--) {
    let widest = 0;
    const end = offsets[section + 1] ?? 0;
    for (let i = offsets[section] ?? 0; i < end; i++) widest = Math.max(widest, finite(diameters[i]));
    const total = Math.max(widest, below[section] ?? 0);
    totals[section] = total;
    const parent = parents[section] ?? -1;
    if (parent < 0) continue;
    const before = below[parent] ?? 0;
    below[parent] = before + total + (before > 0 ? SIBLING_GAP : 0);
  }
  return totals;
}

function childrenWidth(children: Uint32Array, totals: Float64Array): number {
  let width = Math.max(0, children.length - 1) * SIBLING_GAP;
  for (const child of children) width += totals[child] ?? 0;
  return width;
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}
