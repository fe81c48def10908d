import { PROBLEM_LIMIT } from '../problem';
import { SOMA_TYPE } from '../sectionTypes';
import { missingParent } from '../problems/swc/missingParent';
import { parentAfterChild } from '../problems/swc/parentAfterChild';
import { repeatedId } from '../problems/swc/repeatedId';
import { selfParent } from '../problems/swc/selfParent';
import { ID, PARENT, type SampleReport } from './report';
import { HAS_PARENT, REPEATED, type Samples } from './samples';
import type { Scan } from './scan';

/** How samples hang together; all arrays are [n], of indices of samples, −1 for none. */
export interface Links {
  readonly parents: Int32Array;
  /** The first child that is no soma, in the order of the file. */
  readonly firstChildren: Int32Array;
  /** The next child of the same parent that is no soma. */
  readonly nextSiblings: Int32Array;
  /** At most so many samples begin a section that is no root; where types change at forks it may be fewer. */
  readonly forkCount: number;
  /** At most so many samples begin a root section. */
  readonly rootCount: number;
  /** The first sample whose parent comes later in the file; −1 for none. */
  readonly firstAfter: number;
  /** Indices of lost samples, in {@link Scan.lostSamples}, that a missing parent has told of. */
  readonly toldLost: ReadonlySet<number>;
}

/** Up to this range of ids for a sample, a table is smaller than a map. */
const TABLE_FACTOR = 8;

export function linkSamples(scan: Scan, report: SampleReport): Links {
  const { samples } = scan;
  const { count, flags, parents: parentIds, types } = samples;
  const find = finder(scan, report);
  const parents = new Int32Array(count).fill(-1);
  const missing = new MissingParents(scan, report);
  let firstAfter = -1;
  for (let sample = 0; sample < count; sample++) {
    if (!((flags[sample] ?? 0) & HAS_PARENT)) continue;
    const id = parentIds[sample] ?? 0;
    const parent = find(id);
    if (parent === sample || id === samples.ids[sample]) {
      report.refuse(
        selfParent,
        sample,
        PARENT,
        () => `Sample ${id} names itself as its parent. Give the id of the sample before it, or -1 for none.`,
      );
    } else if (parent < 0) missing.add(sample, id);
    else {
      parents[sample] = parent;
      if (parent > sample && firstAfter < 0) firstAfter = sample;
    }
  }
  const firstChildren = new Int32Array(count).fill(-1);
  const nextSiblings = new Int32Array(count).fill(-1);
  let forkCount = 0;
  let rootCount = 0;
  // From the last to the first, so that each list begins with its first.
  for (let sample = count - 1; sample >= 0; sample--) {
    const parent = parents[sample] ?? -1;
    const type = types[sample];
    if (type === SOMA_TYPE) continue;
    if (parent < 0) {
      rootCount++;
      continue;
    }
    const sibling = firstChildren[parent] ?? -1;
    nextSiblings[sample] = sibling;
    firstChildren[parent] = sample;
    const parentType = types[parent];
    if (parentType === SOMA_TYPE) rootCount++;
    else if (sibling >= 0) forkCount += (nextSiblings[sibling] ?? -1) < 0 ? 2 : 1;
    else if (parentType !== type) forkCount++;
  }
  return { parents, firstChildren, nextSiblings, forkCount, rootCount, firstAfter, toldLost: missing.toldLost };
}

/** From an id to the first sample that has it; −1 for none. */
function finder(scan: Scan, report: SampleReport): (id: number) => number {
  const { samples, isSequential } = scan;
  const { count, ids } = samples;
  const first = ids[0] ?? 0;
  if (isSequential) return (id) => (id >= first && id < first + count ? id - first : -1);
  let lowest = Infinity;
  let highest = 0;
  for (let sample = 0; sample < count; sample++) {
    const id = ids[sample] ?? 0;
    if (id < lowest) lowest = id;
    if (id > highest) highest = id;
  }
  if (highest - lowest >= count * TABLE_FACTOR + 1024) return mapped(samples, report);
  const table = new Int32Array(highest - lowest + 1).fill(-1);
  for (let sample = 0; sample < count; sample++) {
    const at = (ids[sample] ?? 0) - lowest;
    const known = table[at] ?? -1;
    if (known < 0) table[at] = sample;
    else tellRepeated(sample, known, report);
  }
  return (id) => table[id - lowest] ?? -1;
}

/** A JavaScript map holds about 2^24 entries: samples with ids far apart are spread over several. */
const MAPS = 16;

function mapped({ count, ids }: Samples, report: SampleReport): (id: number) => number {
  const maps = Array.from({ length: MAPS }, () => new Map<number, number>());
  const mapOf = (id: number): Map<number, number> | undefined => maps[id % MAPS];
  for (let sample = 0; sample < count; sample++) {
    const id = ids[sample] ?? 0;
    const map = mapOf(id);
    const known = map?.get(id);
    if (known === undefined) map?.set(id, sample);
    else tellRepeated(sample, known, report);
  }
  return (id) => mapOf(id)?.get(id) ?? -1;
}

function tellRepeated(sample: number, known: number, report: SampleReport): void {
  const id = report.id(sample);
  const { flags } = report.samples;
  flags[sample] = (flags[sample] ?? 0) | REPEATED;
  report.refuse(
    repeatedId,
    sample,
    ID,
    () =>
      `The id ${id} is that of the sample on line ${report.line(known)} already. Give each sample an id of its own.`,
    () => [report.related(known, ID, `sample ${id} for the first time`)],
  );
}

/** Not where samples stand in a circle: there one of them always has its parent behind it. */
export function tellParentAfterChild({ firstAfter: sample, parents }: Links, report: SampleReport): void {
  if (sample < 0) return;
  const parent = parents[sample] ?? 0;
  report.add(
    parentAfterChild,
    sample,
    PARENT,
    () =>
      `The parent ${report.id(parent)} of this sample comes later, on line ${report.line(parent)}. MorphIO reads that; ` +
      `other readers want parents before their children.`,
    () => [report.related(parent, ID, `sample ${report.id(parent)}`)],
  );
}

/** Parents that are not there. Those that stand on broken lines have been told of. */
class MissingParents {
  readonly toldLost = new Set<number>();
  readonly #scan: Scan;
  readonly #report: SampleReport;
  readonly #excused = new Set<number>();

  constructor(scan: Scan, report: SampleReport) {
    this.#scan = scan;
    this.#report = report;
  }

  add(sample: number, id: number): void {
    if (this.#isExcused(id)) return;
    const report = this.#report;
    const lost = this.#scan.lostSamples.findIndex((each) => each.id === id);
    const place = this.#scan.lostSamples[lost];
    if (!place) {
      report.refuse(
        missingParent,
        sample,
        PARENT,
        () =>
          `No sample has the id ${id}, the parent of sample ${report.id(sample)}. Give the id of a sample of this file, or -1 for none.`,
      );
      return;
    }
    this.toldLost.add(lost);
    report.refuse(
      missingParent,
      sample,
      PARENT,
      () =>
        `Sample ${id}, the parent of sample ${report.id(sample)}, stands on line ${place.line + 1} behind another one, where ` +
        `MorphIO skips it. Give it a line of its own.`,
      () => [
        {
          message: `sample ${id}, which is skipped`,
          place: { line: place.line, span: { start: place.start, end: place.end } },
        },
      ],
    );
  }

  /** A broken line whose id cannot be read may be any of those that are missing. */
  #isExcused(id: number): boolean {
    if (this.#scan.brokenIds.has(id) || this.#excused.has(id)) return true;
    if (this.#excused.size >= Math.min(this.#scan.unknownIds, PROBLEM_LIMIT * 1000)) return false;
    this.#excused.add(id);
    return true;
  }
}
