import type { Morphology } from '../model';
import { duplicatePoint } from '../problems/common/duplicatePoint';
import { sectionTypeChanged } from '../problems/swc/sectionTypeChanged';
import { SOMA_TYPE } from '../sectionTypes';
import type { Links } from './links';
import { ID, TYPE, X, Z, type SampleReport } from './report';
import { BROKEN_PARENT, HAS_PARENT, NOT_FINITE, UNSUPPORTED } from './samples';

/** Sections with their points. */
export interface BuiltSections extends Pick<Morphology, 'points' | 'diameters' | 'lines' | 'sections'> {
  /** How many samples that are no soma a way leads to from a root. */
  readonly reachedCount: number;
}

/**
 * Cuts neurites into sections in MorphIO's order: depth-first, roots as they come in the file. Without recursion, in local
 * variables and typed arrays.
 */
export function buildSections(links: Links, somaCount: number, report: SampleReport): BuiltSections {
  const { parents, firstChildren, nextSiblings } = links;
  const { count: sampleCount, types, flags, numbers, lines } = report.samples;
  const sectionRoom = links.rootCount + links.forkCount;
  const pointRoom = sampleCount - somaCount + links.forkCount;
  const points = new Float32Array(pointRoom * 3);
  const diameters = new Float32Array(pointRoom);
  const pointLines = new Uint32Array(pointRoom);
  const offsets = new Uint32Array(sectionRoom + 1);
  const sectionTypes = new Uint8Array(sectionRoom);
  const sectionParents = new Int32Array(sectionRoom);
  // Samples that begin sections, still to be built, and the sections they hang on.
  const waiting = new Int32Array(2 * sectionRoom + 2);
  let aloneCount = 0;
  let repeatedCount = 0;
  let count = 0;
  let pointCount = 0;
  for (let root = 0; root < sampleCount; root++) {
    const isSoma = types[root] === SOMA_TYPE;
    let neurite = root;
    if (isSoma) neurite = firstChildren[root] ?? -1;
    else if ((parents[root] ?? -1) >= 0) continue;
    else if (isAlone(firstChildren[root] ?? -1, flags[root] ?? 0)) {
      aloneCount++;
      continue;
    }
    for (; neurite >= 0; neurite = isSoma ? (nextSiblings[neurite] ?? -1) : -1) {
      waiting[0] = neurite;
      waiting[1] = -1;
      let waitingCount = 2;
      while (waitingCount > 0) {
        const parentSection = waiting[--waitingCount] ?? -1;
        let sample = waiting[--waitingCount] ?? 0;
        const sibling = parentSection < 0 ? -1 : (nextSiblings[sample] ?? -1);
        if (sibling >= 0) {
          waiting[waitingCount++] = sibling;
          waiting[waitingCount++] = parentSection;
        }
        const type = types[sample] ?? 0;
        offsets[count] = pointCount;
        sectionTypes[count] = type;
        sectionParents[count] = parentSection;
        const before = parents[sample] ?? -1;
        if (parentSection >= 0 && !isSamePlace(numbers, sample, before)) {
          copyPoint(numbers, before, points, diameters, pointCount);
          pointLines[pointCount++] = lines[before] ?? 0;
          repeatedCount++;
        }
        let child = sample;
        for (;;) {
          copyPoint(numbers, child, points, diameters, pointCount);
          pointLines[pointCount++] = lines[child] ?? 0;
          sample = child;
          child = firstChildren[sample] ?? -1;
          if (child < 0 || (nextSiblings[child] ?? -1) >= 0) break;
          if (types[child] !== type) {
            tellTypeChanged(sample, child, report);
            break;
          }
          if (isSamePlace(numbers, child, sample)) tellRepeated(sample, child, report);
        }
        if (child >= 0) {
          waiting[waitingCount++] = child;
          waiting[waitingCount++] = count;
        }
        count++;
      }
    }
  }
  offsets[count] = pointCount;
  // In arrays just large enough: they travel as a whole.
  return {
    points: pointCount === pointRoom ? points : points.slice(0, pointCount * 3),
    diameters: pointCount === pointRoom ? diameters : diameters.slice(0, pointCount),
    lines: pointCount === pointRoom ? pointLines : pointLines.slice(0, pointCount),
    sections: {
      count,
      offsets: offsets.slice(0, count + 1),
      types: sectionTypes.slice(0, count),
      parents: sectionParents.slice(0, count),
    },
    reachedCount: pointCount - repeatedCount + aloneCount,
  };
}

/** MorphIO leaves a sample out that has neither a parent nor children. */
function isAlone(firstChild: number, flags: number): boolean {
  return firstChild < 0 && !(flags & (HAS_PARENT | BROKEN_PARENT));
}

function copyPoint(
  numbers: Float32Array,
  sample: number,
  points: Float32Array,
  diameters: Float32Array,
  index: number,
): void {
  const from = sample * 4;
  const to = index * 3;
  points[to] = numbers[from] ?? 0;
  points[to + 1] = numbers[from + 1] ?? 0;
  points[to + 2] = numbers[from + 2] ?? 0;
  diameters[index] = 2 * (numbers[from + 3] ?? 0);
}

function tellTypeChanged(sample: number, child: number, report: SampleReport): void {
  const { types } = report.samples;
  // A type that MorphIO does not know was told of.
  if (types[sample] === UNSUPPORTED || types[child] === UNSUPPORTED) return;
  report.refuse(
    sectionTypeChanged,
    child,
    TYPE,
    () =>
      `The type changes to ${types[child] ?? 0} within a section: sample ${report.id(sample)}, the parent on line ` +
      `${report.line(sample)}, has the type ${types[sample] ?? 0} and no other child. Give both one type.`,
    () => [report.related(sample, TYPE, `type ${types[sample] ?? 0} of the parent, sample ${report.id(sample)}`)],
  );
}

function tellRepeated(sample: number, child: number, report: SampleReport): void {
  // Infinity is no place.
  if ((report.samples.flags[child] ?? 0) & NOT_FINITE) return;
  report.add(
    duplicatePoint,
    child,
    X,
    () =>
      `Sample ${report.id(child)} stands at the place of its parent ${report.id(sample)} on line ${report.line(sample)}: ` +
      `the segment between them has the length zero.`,
    () => [report.related(sample, ID, `sample ${report.id(sample)}, the same place`)],
    Z,
  );
}

function isSamePlace(numbers: Float32Array, a: number, b: number): boolean {
  return (
    numbers[a * 4] === numbers[b * 4] &&
    numbers[a * 4 + 1] === numbers[b * 4 + 1] &&
    numbers[a * 4 + 2] === numbers[b * 4 + 2]
  );
}
