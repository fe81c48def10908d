/** Which lines of its text a section stands on. */
import type { Morphology } from '../../../../formats/morphology/model';
import { firstOwnPoint, lineOfSection } from '../../../../formats/morphology/places';

/** Lines from `start` to `end`, both 0-based and included. */
export interface LineRun {
  readonly start: number;
  readonly end: number;
}

/** More runs than this are not selected: a section that is strewn over its file is shown by its first lines. */
const RUN_LIMIT = 200;

/** The lines of a section's own points, those that follow one another as one; the section's first comes first. */
export function linesOfSection(morphology: Morphology, section: number): readonly LineRun[] {
  const { lines, sections } = morphology;
  const first = lineOfSection(morphology, section);
  if (first === undefined) return [];
  const own = lines.slice(firstOwnPoint(morphology, section), sections.offsets[section + 1]).sort();
  const runs: { start: number; end: number }[] = [];
  for (const line of own) {
    const last = runs.at(-1);
    if (last && line <= last.end + 1) last.end = line;
    else if (runs.length < RUN_LIMIT) runs.push({ start: line, end: line });
  }
  // The primary selection is the one that is revealed.
  const primary = runs.findIndex(({ start, end }) => start <= first && first <= end);
  return primary > 0 ? [...runs.slice(primary), ...runs.slice(0, primary)] : runs;
}

/** The line of a point; undefined for H5. */
export function lineOfPoint({ lines }: Morphology, point: number): LineRun | undefined {
  const line = lines[point];
  return line === undefined ? undefined : { start: line, end: line };
}
