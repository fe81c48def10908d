/** The numbers of a morphology that tell what it is, as `bbp inspect` prints them. */
import { sectionLength } from './geometry';
import type { Morphology, SomaType } from './model';
import { pointCount } from './model';
import { sectionTypeName } from './sectionTypes';
import { topologyOf } from './topology';

export interface MorphologySummary {
  readonly sections: number;
  readonly points: number;
  readonly somaType: SomaType;
  readonly somaPoints: number;
  readonly rootSections: number;
  /** Number of sections by the type's name. */
  readonly sectionTypes: Readonly<Record<string, number>>;
  /** Length in µm by the type's name. */
  readonly lengths: Readonly<Record<string, number>>;
  /** Least and greatest x, y, z of the sections' points in µm; null where there are none. */
  readonly boundingBox: readonly [readonly number[], readonly number[]] | null;
}

export function summarise(morphology: Morphology): MorphologySummary {
  const { sections, soma } = morphology;
  const sectionTypes: Record<string, number> = {};
  const lengths: Record<string, number> = {};
  for (let section = 0; section < sections.count; section++) {
    const name = sectionTypeName(sections.types[section] ?? 0);
    sectionTypes[name] = (sectionTypes[name] ?? 0) + 1;
    lengths[name] = (lengths[name] ?? 0) + sectionLength(morphology, section);
  }
  return {
    sections: sections.count,
    points: pointCount(morphology),
    somaType: soma.type,
    somaPoints: soma.diameters.length,
    rootSections: topologyOf(sections).roots.length,
    sectionTypes,
    lengths,
    boundingBox: boundingBox(morphology.points),
  };
}

/** Of the values [n, 3] that are finite numbers. */
function boundingBox(points: Float32Array): MorphologySummary['boundingBox'] {
  const least = [Infinity, Infinity, Infinity];
  const greatest = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i++) {
    const value = points[i] ?? 0;
    if (!Number.isFinite(value)) continue;
    const axis = i % 3;
    if (value < (least[axis] ?? 0)) least[axis] = value;
    if (value > (greatest[axis] ?? 0)) greatest[axis] = value;
  }
  return least.every(Number.isFinite) ? [least, greatest] : null;
}
