import type { Morphology } from '../model';
import { lineOfSection } from '../places';
import type { ProblemList } from '../problem';
import { noBlock } from '../problems/asc/noBlock';
import { onlyChild } from '../problems/asc/onlyChild';
import { duplicatePoint } from '../problems/common/duplicatePoint';
import { noSomaFound } from '../problems/common/noSomaFound';
import { singlePointContour } from '../problems/common/singlePointContour';
import { childCount, topologyOf } from '../topology';
import type { Recognised } from './otherFormats';
import { placeOf, type TokenPlace } from './report';

/** Points at the very place of the one before. */
export function addPointProblems(problems: ProblemList, { points, sections, lines }: Morphology): void {
  for (let section = 0; section < sections.count; section++) {
    const end = sections.offsets[section + 1] ?? 0;
    for (let point = (sections.offsets[section] ?? 0) + 1; point < end; point++) {
      const at = 3 * point;
      if (points[at] !== points[at - 3] || points[at + 1] !== points[at - 2] || points[at + 2] !== points[at - 1])
        continue;
      const before = (lines[point - 1] ?? 0) + 1;
      problems.add(
        duplicatePoint,
        { line: lines[point] ?? 0, section, point },
        () =>
          `The point stands at the place of the one before it, on line ${before}: a segment of length 0. Remove one of them.`,
      );
    }
  }
}

export function addNoBlock(problems: ProblemList, first: TokenPlace, other: Recognised | undefined): void {
  const place = other ? { span: { start: other.start, end: other.end }, line: first.line } : placeOf(first);
  problems.add(noBlock, place, () =>
    other
      ? `This is ${other.name}, not a Neurolucida morphology: MorphIO finds no block in it and reads an empty morphology.`
      : 'No block begins in this file: MorphIO reads an empty morphology. A Neurolucida file has blocks in parentheses.',
  );
}

export function addSomaProblems(
  problems: ProblemList,
  morphology: Morphology,
  somaPlace: TokenPlace | undefined,
): void {
  const count = morphology.soma.diameters.length;
  // In a refused file the soma may be what could not be read.
  if (count === 0 && !problems.refused) {
    problems.add(noSomaFound, {}, () => 'No soma was found: no block has the type (CellBody) and points.');
  }
  if (count === 1 && somaPlace) {
    problems.add(
      singlePointContour,
      placeOf(somaPlace),
      () => 'The soma has a single point; a contour needs three or more: MorphIO refuses the file.',
    );
  }
}

/** MorphIO's annotation SINGLE_CHILD. */
export function addOnlyChildren(problems: ProblemList, morphology: Morphology): void {
  const { sections } = morphology;
  const topology = topologyOf(sections);
  for (let section = 0; section < sections.count; section++) {
    const parent = sections.parents[section] ?? -1;
    if (parent < 0 || childCount(topology, parent) !== 1) continue;
    const line = lineOfSection(morphology, section);
    problems.add(
      onlyChild,
      { section, ...(line !== undefined && { line }) },
      () =>
        `Section ${section} is the only child of section ${parent}: the two are one process. Join them, or add the missing sibling.`,
    );
  }
}
