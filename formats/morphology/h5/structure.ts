/** The table `structure` of an H5 morphology: first point, type and parent row of the soma and of each section. */
import type { Sections } from '../model';
import { emptyStructure } from '../problems/h5/emptyStructure';
import { offsetsNotIncreasing } from '../problems/h5/offsetsNotIncreasing';
import { severalSomaRows } from '../problems/h5/severalSomaRows';
import { somaNotFirst } from '../problems/h5/somaNotFirst';
import { unsupportedSectionType } from '../problems/common/unsupportedSectionType';
import type { ProblemList } from '../problem';
import { FIRST_TYPE, LAST_TYPE, SOMA_TYPE } from '../sectionTypes';
import { checkedParents } from './parents';

const COLUMNS = 3;

/** Sections in the order of the file, before they are put in order. */
export interface Structure extends Sections {
  /** Number of points that belong to the soma: those before the first section. */
  readonly somaPoints: number;
  /** Rows of the soma: 0 or 1. Section `i` is row `i + somaRows`. */
  readonly somaRows: number;
}

/**
 * @param table [rows, 3] of `structure`
 * @param pointCount rows of `points`
 * @param path of the dataset, for problems
 */
export function structureOf(table: Int32Array, pointCount: number, path: string, problems: ProblemList): Structure {
  const rows = Math.floor(table.length / COLUMNS);
  if (rows === 0) {
    problems.add(
      emptyStructure,
      { path },
      () => `${path} has no rows: one for the soma and one for each section are expected.`,
    );
  }
  const somaRows = rows > 0 && table[1] === SOMA_TYPE ? 1 : 0;
  const count = rows - somaRows;
  const somaPoints = somaPointCount(table, somaRows, count, pointCount);
  const types = typesOf(table, somaRows, path, problems);
  const offsets = offsetsOf(table, somaRows, { count, somaPoints, pointCount }, path, problems);
  const parents = checkedParents(table, somaRows, path, problems);
  return { count, offsets, types, parents, somaPoints, somaRows };
}

/** MorphIO: all points before the first section; all points at all where it begins beyond them or there is none. */
function somaPointCount(table: Int32Array, somaRows: number, count: number, pointCount: number): number {
  if (count === 0) return somaRows > 0 ? pointCount : 0;
  const first = table[somaRows * COLUMNS] ?? 0;
  return first < 0 || first > pointCount ? pointCount : first;
}

function typesOf(table: Int32Array, somaRows: number, path: string, problems: ProblemList): Uint8Array {
  const count = table.length / COLUMNS - somaRows;
  const types = new Uint8Array(count);
  for (let section = 0; section < count; section++) {
    const row = section + somaRows;
    const type = table[row * COLUMNS + 1] ?? 0;
    if (type < FIRST_TYPE || type > LAST_TYPE) {
      problems.add(
        unsupportedSectionType,
        { path, row },
        () =>
          `Row ${row} of ${path} has the type ${type}: 2 (axon) to ${LAST_TYPE} are expected, and 1 (soma) in the first row.`,
      );
      continue;
    }
    types[section] = type;
    if (type !== SOMA_TYPE) continue;
    if (somaRows > 0) {
      problems.add(
        severalSomaRows,
        { path, row },
        () => `Row ${row} of ${path} is a second soma: the one in row 0 is the only one there may be.`,
      );
    } else {
      problems.add(
        somaNotFirst,
        { path, row },
        () => `Row ${row} of ${path} is the soma: it is expected in row 0, before all sections.`,
      );
    }
  }
  return types;
}

/** Offsets into the points of sections, made to grow: a section whose offset does not is left without points. */
function offsetsOf(
  table: Int32Array,
  somaRows: number,
  {
    count,
    somaPoints,
    pointCount,
  }: { readonly count: number; readonly somaPoints: number; readonly pointCount: number },
  path: string,
  problems: ProblemList,
): Uint32Array {
  const offsets = new Uint32Array(count + 1);
  let last = somaPoints;
  for (let section = 0; section < count; section++) {
    const row = section + somaRows;
    const offset = table[row * COLUMNS] ?? 0;
    const next = section + 1 < count ? (table[(row + 1) * COLUMNS] ?? 0) : pointCount;
    if (offset < 0 || offset >= pointCount || offset >= next) {
      problems.add(offsetsNotIncreasing, { path, row }, () =>
        offset < 0 || offset >= pointCount
          ? `Row ${row} of ${path} begins at point ${offset}: there are ${pointCount} points.`
          : `Row ${row} of ${path} begins at point ${offset} and ends before point ${next}: a later end is expected.`,
      );
    }
    last = Math.min(Math.max(last, offset), pointCount);
    offsets[section] = last - somaPoints;
  }
  offsets[count] = pointCount - somaPoints;
  return offsets;
}
