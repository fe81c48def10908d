/** SWC as MorphIO writes it: soma first, then the sections depth-first; radii, not diameters. */
import type { Morphology } from '../model';
import type { ProblemList } from '../problem';
import { writeOnlyChild, writeSectionTypeChange, writeSomaAsCylinders } from '../problems/write';
import { SOMA_TYPE, sectionTypeTitle } from '../sectionTypes';
import { childCount, topologyOf } from '../topology';
import { floatText } from './numbers';

/** Diameters that differ less are the same, in µm; MorphIO's epsilon. */
const EPSILON = 1e-6;

export function swcText(morphology: Morphology, creator: string, problems: ProblemList): string {
  const rows = [`# Created by ${creator}`, '# index type X Y Z radius parent'];
  const { soma, sections, points, diameters } = morphology;
  const row = (id: number, type: number, from: Float32Array, at: number, diameter: number, parent: number): void => {
    const [x, y, z] = [0, 1, 2].map((axis) => floatText(from[3 * at + axis] ?? 0));
    rows.push(`${id} ${type} ${x ?? ''} ${y ?? ''} ${z ?? ''} ${floatText(diameter / 2)} ${parent}`);
  };
  if (soma.type === 'SOMA_SIMPLE_CONTOUR' || (soma.type === 'SOMA_UNDEFINED' && soma.diameters.length > 1)) {
    problems.add(
      writeSomaAsCylinders,
      {},
      () =>
        `The ${soma.diameters.length} points of the soma's contour are written as a chain: they will be read as cylinders.`,
    );
  }
  soma.diameters.forEach((diameter, i) => {
    const isThreePoints = soma.type === 'SOMA_NEUROMORPHO_THREE_POINT_CYLINDERS';
    row(i + 1, SOMA_TYPE, soma.points, i, diameter, i === 0 ? -1 : isThreePoints ? 1 : i);
  });
  let next = soma.diameters.length + 1;
  const lastIds = new Uint32Array(sections.count);
  const topology = topologyOf(sections);
  for (let section = 0; section < sections.count; section++) {
    const parent = sections.parents[section] ?? -1;
    const type = sections.types[section] ?? 0;
    if (parent >= 0 && childCount(topology, parent) === 1) reportOnlyChild(morphology, section, problems);
    let before = parent >= 0 ? (lastIds[parent] ?? -1) : soma.diameters.length > 0 ? 1 : -1;
    const start = sections.offsets[section] ?? 0;
    const end = sections.offsets[section + 1] ?? 0;
    for (let point = start; point < end; point++) {
      if (point === start && parent >= 0 && end - start > 1 && repeatsParent(morphology, section)) continue;
      row(next, type, points, point, diameters[point] ?? 0, before);
      before = next++;
    }
    lastIds[section] = before < 0 ? 0 : before;
  }
  rows.push('');
  return rows.join('\n');
}

/** A first point with another diameter than the parent's last is written, so that its diameter survives. */
function repeatsParent({ sections, points, diameters }: Morphology, section: number): boolean {
  const start = sections.offsets[section] ?? 0;
  const last = (sections.offsets[(sections.parents[section] ?? 0) + 1] ?? 0) - 1;
  for (let axis = 0; axis < 3; axis++) if (points[3 * start + axis] !== points[3 * last + axis]) return false;
  return Math.abs((diameters[start] ?? 0) - (diameters[last] ?? 0)) < EPSILON;
}

function reportOnlyChild({ sections, family }: Morphology, section: number, problems: ProblemList): void {
  const parent = sections.parents[section] ?? -1;
  const type = sections.types[section] ?? 0;
  const parentType = sections.types[parent] ?? 0;
  if (type === parentType) {
    problems.add(
      writeOnlyChild,
      { section },
      () => `Section ${section} is the only child of section ${parent}: SWC joins them into one section.`,
    );
    return;
  }
  problems.add(
    writeSectionTypeChange,
    { section },
    () =>
      `Section ${section} (${sectionTypeTitle(type, family)}) is the only child of section ${parent} ` +
      `(${sectionTypeTitle(parentType, family)}): SWC readers refuse a change of type without a fork.`,
  );
}
