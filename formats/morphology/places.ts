/** From a line of a text file to the section that it holds, and back. */
import type { Morphology } from './model';

/** The 0-based line on which a section begins: that of its first own point. undefined for H5 and for empty sections. */
export function lineOfSection(morphology: Morphology, section: number): number | undefined {
  const { lines, sections } = morphology;
  const start = firstOwnPoint(morphology, section);
  return start < (sections.offsets[section + 1] ?? 0) ? lines[start] : undefined;
}

/** The point and its section on a line, or on the nearest line before it that has one; undefined before the first. */
export function pointAtLine(
  morphology: Morphology,
  line: number,
): { readonly section: number; readonly point: number } | undefined {
  const { lines, sections } = morphology;
  let found: { section: number; point: number } | undefined;
  let nearest = -1;
  for (let section = 0; section < sections.count; section++) {
    const end = sections.offsets[section + 1] ?? 0;
    for (let point = firstOwnPoint(morphology, section); point < end; point++) {
      const at = lines[point] ?? 0;
      if (at <= line && at > nearest) {
        nearest = at;
        found = { section, point };
      }
    }
  }
  return found;
}

/** Whether a section's first point was put there by the reader: it stands on the line of the parent's last. */
export function firstOwnPoint({ lines, sections }: Morphology, section: number): number {
  const start = sections.offsets[section] ?? 0;
  const parent = sections.parents[section] ?? -1;
  if (parent < 0 || lines.length === 0) return start;
  const parentEnd = (sections.offsets[parent + 1] ?? 0) - 1;
  return lines[start] === lines[parentEnd] ? start + 1 : start;
}

/** A point as messages name it: "the point on line 12" (1-based) of a text, "point 9742" (0-based, of all points) of an H5. */
export function pointName({ lines }: Morphology, point: number): string {
  const line = lines[point];
  return line === undefined ? `point ${point}` : `the point on line ${line + 1}`;
}
