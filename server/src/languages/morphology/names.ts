/** How morphologies are spoken of, in outlines and hovers. */
import { segmentLength } from '../../../../formats/morphology/geometry';
import type { Morphology } from '../../../../formats/morphology/model';
import { firstOwnPoint } from '../../../../formats/morphology/places';
import { sectionTypeTitle } from '../../../../formats/morphology/sectionTypes';
import { topologyOf } from '../../../../formats/morphology/topology';
import { grouped } from '../../../../formats/text/counts';

/** `1 section`, `12 sections`. */
export function counted(count: number, what: string): string {
  return `${grouped(count)} ${what}${count === 1 ? '' : 's'}`;
}

/** A length with one decimal. */
export function length(value: number): string {
  const [whole = '', decimal = ''] = value.toFixed(1).split('.');
  return Number.isFinite(value) ? `${grouped(Number(whole))}.${decimal} µm` : `${value} µm`;
}

/** Radii and diameters, of which the second decimal matters. */
export function width(value: number): string {
  return `${value.toFixed(2)} µm`;
}

/** What is under one root section. */
export interface Neurite {
  readonly root: number;
  readonly type: number;
  readonly sections: number;
  /** Points that the file gives. */
  readonly points: number;
  /** µm. */
  readonly length: number;
  /** 0-based, of its points. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Neurites in the order of the file. */
export function neuritesOf(morphology: Morphology): readonly Neurite[] {
  const { sections, lines } = morphology;
  const { roots } = topologyOf(sections);
  return Array.from(roots, (root, index): Neurite => {
    // Sections stand depth-first: a neurite ends where the next begins.
    const end = roots[index + 1] ?? sections.count;
    let points = 0;
    let total = 0;
    let firstLine = Infinity;
    let lastLine = 0;
    for (let section = root; section < end; section++) {
      const last = sections.offsets[section + 1] ?? 0;
      const first = firstOwnPoint(morphology, section);
      points += last - first;
      for (let point = sections.offsets[section] ?? 0; point + 1 < last; point++) {
        total += segmentLength(morphology, point);
      }
      for (let point = first; point < last; point++) {
        firstLine = Math.min(firstLine, lines[point] ?? 0);
        lastLine = Math.max(lastLine, lines[point] ?? 0);
      }
    }
    return {
      root,
      type: sections.types[root] ?? 0,
      sections: end - root,
      points,
      length: total,
      firstLine: Math.min(firstLine, lastLine),
      lastLine,
    };
  });
}

/** Along the neurite from its first point, in µm. */
function pathDistance(morphology: Morphology, section: number, point: number): number {
  const { offsets, parents } = morphology.sections;
  let total = 0;
  let end = point;
  for (let at = section; at >= 0; at = parents[at] ?? -1) {
    for (let i = offsets[at] ?? 0; i < end; i++) total += segmentLength(morphology, i);
    const parent = parents[at] ?? -1;
    end = (offsets[parent + 1] ?? 0) - 1;
  }
  return total;
}

/** `basal dendrite · section 7 · order 3 · path distance 123.4 µm`, of a point in a section. */
export function placeText(morphology: Morphology, section: number, point: number): string {
  const { branchOrders } = topologyOf(morphology.sections);
  return [
    sectionTypeTitle(morphology.sections.types[section] ?? 0, morphology.family),
    `section ${section}`,
    `order ${branchOrders[section] ?? 0}`,
    `path distance ${length(pathDistance(morphology, section, point))}`,
  ].join(' · ');
}
