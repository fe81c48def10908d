/** Problems that have a place in space, as small signs on the picture. */
import type { Morphology } from '../../../formats/morphology/model';
import type { MorphologyContent } from '../../../protocol/morphologyView';
import { sectionOfPoint } from '../derived';
import type { Selection } from '../state';
import type { Vector } from './bounds';

export interface Glyph {
  readonly level: 'error' | 'warning';
  readonly message: string;
  /** µm. */
  readonly position: Vector;
  readonly selection: Selection;
}

/** Errors and warnings at a point or in a section, as the user's levels have them. */
export function problemGlyphs(
  { problems, settings }: Pick<MorphologyContent, 'problems' | 'settings'>,
  morphology: Morphology,
): readonly Glyph[] {
  const { points, diameters, sections } = morphology;
  return problems.flatMap(({ code, level: ownLevel, message, place }): Glyph[] => {
    const level = settings.levels[code] ?? ownLevel;
    if (level !== 'error' && level !== 'warning') return [];
    const section = place.section ?? (place.point === undefined ? undefined : sectionOfPoint(morphology, place.point));
    if (section === undefined || section < 0 || section >= sections.count) return [];
    const start = sections.offsets[section] ?? 0;
    const end = sections.offsets[section + 1] ?? 0;
    const point = place.point ?? (start + end) >> 1;
    if (point < 0 || point >= diameters.length || end <= start) return [];
    const position = [points[point * 3] ?? 0, points[point * 3 + 1] ?? 0, points[point * 3 + 2] ?? 0] as const;
    if (!position.every((each) => Number.isFinite(each))) return [];
    const selection = place.point === undefined ? { section } : { section, point };
    return [{ level, message, position, selection }];
  });
}
