/** Where in space a problem is. */
import type { Morphology } from '../../../formats/morphology/model';
import { pointAtLine } from '../../../formats/morphology/places';
import type { ProblemPlace } from '../../../formats/morphology/problem';
import { sectionOfPoint } from '../derived';

export interface Found {
  readonly section: number;
  readonly point: number;
  /** µm. */
  readonly position: readonly [number, number, number];
}

/** undefined where the place is in no section: a soma, a header, a line that was not read. */
export function placeOf(morphology: Morphology, place: ProblemPlace): Found | undefined {
  const { sections, points, diameters, lines } = morphology;
  const point = place.point ?? pointOfSection(morphology, place.section) ?? pointOnLine(morphology, place.line);
  if (point === undefined || point >= diameters.length || sections.count === 0) return undefined;
  if (place.point === undefined && place.section === undefined && lines[point] !== place.line) return undefined;
  const [x = NaN, y = NaN, z = NaN] = points.subarray(point * 3, point * 3 + 3);
  if (![x, y, z].every(Number.isFinite)) return undefined;
  return { section: sectionOfPoint(morphology, point), point, position: [x, y, z] };
}

/** Its middle point. */
function pointOfSection({ sections }: Morphology, section: number | undefined): number | undefined {
  if (section === undefined || section < 0 || section >= sections.count) return undefined;
  const start = sections.offsets[section] ?? 0;
  const end = sections.offsets[section + 1] ?? 0;
  return end > start ? Math.floor((start + end - 1) / 2) : undefined;
}

function pointOnLine(morphology: Morphology, line: number | undefined): number | undefined {
  return line === undefined ? undefined : pointAtLine(morphology, line)?.point;
}
