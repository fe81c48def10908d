/** Parents of the sections of an H5 morphology, and an order in which they stand before their children. */
import type { Sections } from '../model';
import type { ProblemList } from '../problem';
import { cyclicParents } from '../problems/h5/cyclicParents';
import { parentAfterChild } from '../problems/h5/parentAfterChild';
import { parentOutOfRange } from '../problems/h5/parentOutOfRange';

const COLUMNS = 3;
const ROOT = -1;

/** [count]: indices of sections; −1 for a root, and for a section whose parent does not exist. */
export function checkedParents(table: Int32Array, somaRows: number, path: string, problems: ProblemList): Int32Array {
  const count = table.length / COLUMNS - somaRows;
  const parents = new Int32Array(count);
  for (let section = 0; section < count; section++) {
    const row = section + somaRows;
    const parentRow = table[row * COLUMNS + 2] ?? 0;
    const parent = parentRow - somaRows;
    const exists = parent >= ROOT && parent < count;
    parents[section] = exists ? parent : ROOT;
    if (exists) continue;
    problems.add(parentOutOfRange, { path, row }, () =>
      parentRow === -1
        ? `Row ${row} of ${path} has the parent −1: a root section of a file with a soma has the parent 0, the row of the soma. MorphIO does not count it as a root.`
        : `Row ${row} of ${path} has the parent ${parentRow}: there are the rows 0 to ${count + somaRows - 1}. It is shown as a root.`,
    );
  }
  return parents;
}

/**
 * Indices of the sections in an order with parents first, depth-first from the roots; undefined where they already stand
 * so. Circles are cut at their first section, whose parent becomes −1.
 */
export function orderOf(
  { count, parents }: Sections,
  somaRows: number,
  path: string,
  problems: ProblemList,
): Uint32Array | undefined {
  let isOrdered = true;
  for (let section = 0; section < count; section++) {
    if ((parents[section] ?? ROOT) >= section) {
      isOrdered = false;
      break;
    }
  }
  if (isOrdered) return undefined;
  cutCircles(parents, somaRows, path, problems);
  for (let section = 0; section < count; section++) {
    const parent = parents[section] ?? ROOT;
    if (parent <= section) continue;
    const row = section + somaRows;
    problems.add(
      parentAfterChild,
      { path, row },
      () =>
        `Row ${row} of ${path} stands before its parent, row ${parent + somaRows}. The sections are put in order here; their ids differ from those of MorphIO.`,
    );
  }
  return depthFirst(parents);
}

/** Follows every chain of parents once: a section that is met again in its own chain closes a circle. */
function cutCircles(parents: Int32Array, somaRows: number, path: string, problems: ProblemList): void {
  const seenIn = new Int32Array(parents.length).fill(ROOT);
  for (let start = 0; start < parents.length; start++) {
    let at = start;
    while (at !== ROOT && seenIn[at] === ROOT) {
      seenIn[at] = start;
      at = parents[at] ?? ROOT;
    }
    if (at === ROOT || seenIn[at] !== start) continue;
    // `start` is the least section of its chain that was not seen before, not always one of the circle.
    const first = leastOfCircle(parents, at);
    const row = first + somaRows;
    const parentRow = (parents[first] ?? 0) + somaRows;
    problems.add(cyclicParents, { path, row }, () =>
      row === parentRow
        ? `Row ${row} of ${path} is its own parent. It is shown as a root; MorphIO reaches it from none.`
        : `Row ${row} of ${path} is among the ancestors of its parent, row ${parentRow}. It is shown as a root; MorphIO reaches it from none.`,
    );
    parents[first] = ROOT;
  }
}

function leastOfCircle(parents: Int32Array, start: number): number {
  let least = start;
  for (let at = parents[start] ?? start; at !== start; at = parents[at] ?? start) least = Math.min(least, at);
  return least;
}

function depthFirst(parents: Int32Array): Uint32Array {
  const count = parents.length;
  // A list of children for each section: the first one, and the next of the same parent.
  const firstChild = new Int32Array(count + 1).fill(ROOT);
  const nextSibling = new Int32Array(count).fill(ROOT);
  for (let section = count - 1; section >= 0; section--) {
    const slot = (parents[section] ?? ROOT) + 1;
    nextSibling[section] = firstChild[slot] ?? ROOT;
    firstChild[slot] = section;
  }
  const order = new Uint32Array(count);
  let length = 0;
  let section = firstChild[0] ?? ROOT;
  while (section !== ROOT) {
    order[length++] = section;
    let next = firstChild[section + 1] ?? ROOT;
    while (next === ROOT && section !== ROOT) {
      next = nextSibling[section] ?? ROOT;
      section = parents[section] ?? ROOT;
    }
    section = next;
  }
  return order;
}
