/** One cell of an H5 file: a neuron, a glial cell or a spine, as MorphIO reads it. */
import { NO_SOMA, type Morphology, type Soma } from '../model';
import { noSomaFound } from '../problems/common/noSomaFound';
import { notFinite } from '../problems/common/notFinite';
import { singlePointContour } from '../problems/common/singlePointContour';
import { gliaWithoutPerimeters } from '../problems/h5/gliaWithoutPerimeters';
import { missingDatasets } from '../problems/h5/missingDatasets';
import { perimetersSize } from '../problems/h5/perimetersSize';
import { wrongRank } from '../problems/h5/wrongRank';
import type { MorphologyProblem, MorphologyReading, ProblemList } from '../problem';
import { arranged, type SectionPoints } from './arrange';
import { readMetadata, type H5Metadata } from './metadata';
import { readOrganelles } from './organelles';
import { orderOf } from './parents';
import { structureOf, type Structure } from './structure';
import {
  datasetAt,
  numbersAt,
  pathIn,
  shown,
  tableShape,
  toFloats,
  toIntegers,
  type Dataset,
  type Numbers,
  type Origin,
} from './tables';

const POINT_COLUMNS = 4;
const STRUCTURE_COLUMNS = 3;

/** Reads the cell in a group that has `points` and `structure`. */
export async function readCell(origin: Origin): Promise<MorphologyReading> {
  const { problems } = origin;
  const metadata = await readMetadata(origin);
  const structurePath = pathIn(origin.group, 'structure');
  const structureTable = await tableAt(origin, 'structure', STRUCTURE_COLUMNS, 'first point, type, parent row');
  const pointTable = await tableAt(origin, 'points', POINT_COLUMNS, 'x, y, z, diameter');
  if (!structureTable || !pointTable) return readingOf(undefined, problems.list(), problems);
  const pointCount = Math.floor(pointTable.length / POINT_COLUMNS);
  const structure = structureOf(toIntegers(structureTable), pointCount, structurePath, problems);
  checkFinite(pointTable, pathIn(origin.group, 'points'), problems);
  const soma = somaOf(pointTable, structure.somaPoints, problems);
  const perimeters = await readPerimeters(origin, metadata, structure, pointCount);
  const values = valuesOf(pointTable, structure.somaPoints, perimeters);
  const order = orderOf(structure, structure.somaRows, structurePath, problems);
  const inOrder = order ? arranged(structure, values, order) : { sections: sectionsOf(structure), values };
  const { points, diameters, perimeters: own } = inOrder.values;
  const morphology: Morphology = {
    format: 'h5',
    ...metadata,
    points,
    diameters,
    ...(own && { perimeters: own }),
    sections: inOrder.sections,
    soma,
    markers: [],
    organelles: await readOrganelles(origin, metadata),
    lines: NO_SOMA.lines,
  };
  return readingOf(morphology, placed(problems.list(), structurePath, structure, order), problems);
}

function readingOf(
  morphology: Morphology | undefined,
  list: readonly MorphologyProblem[],
  { refused }: ProblemList,
): MorphologyReading {
  return { morphology, refused, problems: list };
}

function sectionsOf({ count, offsets, types, parents }: Structure): Morphology['sections'] {
  return { count, offsets, types, parents };
}

async function tableAt(origin: Origin, name: string, columns: number, meaning: string): Promise<Numbers | undefined> {
  const path = pathIn(origin.group, name);
  const dataset = await datasetAt(origin.file, path);
  if (!dataset) {
    origin.problems.add(missingDatasets, { path }, () => `${path} is no dataset: a table of ${meaning} is expected.`);
    return undefined;
  }
  return tableShape(origin, dataset, columns, meaning) ? numbersAt(origin, dataset) : undefined;
}

function checkFinite(table: Numbers, path: string, problems: ProblemList): void {
  if (!(table instanceof Float32Array) && !(table instanceof Float64Array)) return;
  for (let i = 0; i < table.length; i++) {
    const value = table[i] ?? 0;
    // NaN and the infinities alone have a difference from themselves that is not 0.
    if (value - value === 0) continue;
    const row = Math.floor(i / POINT_COLUMNS);
    const column = ['x', 'y', 'z', 'diameter'][i % POINT_COLUMNS] ?? '';
    problems.add(
      notFinite,
      { path, row },
      () => `Row ${row} of ${path} has the ${column} ${value}: a number is expected.`,
    );
  }
}

/** MorphIO takes every soma of these files for a contour; with two points it is of no type. */
function somaOf(table: Numbers, count: number, problems: ProblemList): Soma {
  if (count === 0) {
    problems.add(
      noSomaFound,
      {},
      () => 'The file has no soma: neither a first row of type 1 nor points before the first section.',
    );
    return NO_SOMA;
  }
  const { points, diameters } = columnsOf(table, 0, count);
  if (count === 1) {
    problems.add(
      singlePointContour,
      {},
      () => 'The soma has 1 point: a contour of 3 points or more is expected. Keep a sphere in an SWC file instead.',
    );
  }
  const type = count === 1 ? 'SOMA_SINGLE_POINT' : count === 2 ? 'SOMA_UNDEFINED' : 'SOMA_SIMPLE_CONTOUR';
  return { type, points, diameters, lines: NO_SOMA.lines };
}

function valuesOf(table: Numbers, somaPoints: number, perimeters: Float32Array | undefined): SectionPoints {
  return { ...columnsOf(table, somaPoints, Math.floor(table.length / POINT_COLUMNS)), perimeters };
}

/** Coordinates [n, 3] and diameters [n] of some rows. */
function columnsOf(table: Numbers, start: number, end: number): { points: Float32Array; diameters: Float32Array } {
  const points = new Float32Array((end - start) * 3);
  const diameters = new Float32Array(end - start);
  for (let i = 0, at = start * POINT_COLUMNS; i < diameters.length; i++, at += POINT_COLUMNS) {
    points[3 * i] = table[at] ?? 0;
    points[3 * i + 1] = table[at + 1] ?? 0;
    points[3 * i + 2] = table[at + 2] ?? 0;
    diameters[i] = table[at + 3] ?? 0;
  }
  return { points, diameters };
}

/** Perimeters of the points of sections: from version 1.1 on, not where there is a soma only. */
async function readPerimeters(
  origin: Origin,
  { version: [, , minor], family }: H5Metadata,
  { count, somaPoints }: Structure,
  pointCount: number,
): Promise<Float32Array | undefined> {
  if (minor < 1 || count === 0) return undefined;
  const { problems } = origin;
  const path = pathIn(origin.group, 'perimeters');
  const dataset = await datasetAt(origin.file, path);
  if (!dataset) {
    if (family === 'glia') {
      problems.add(
        gliaWithoutPerimeters,
        { path },
        () => `${path} is missing: a glial cell with sections has a perimeter for each point.`,
      );
    }
    return undefined;
  }
  const { shape } = dataset;
  if (shape?.length === 1) return perimetersOf(origin, dataset, somaPoints, pointCount);
  problems.add(wrongRank, { path }, () => `${path} has the shape ${shown(shape)}: a list, [n], is expected.`);
  return undefined;
}

async function perimetersOf(
  origin: Origin,
  dataset: Dataset,
  somaPoints: number,
  pointCount: number,
): Promise<Float32Array | undefined> {
  const numbers = await numbersAt(origin, dataset);
  if (!numbers) return undefined;
  const { path } = dataset;
  if (numbers.length !== pointCount) {
    origin.problems.add(
      perimetersSize,
      { path },
      () =>
        `${path} has ${numbers.length} values: ${pointCount} are expected, one for each row of points. They are left out.`,
    );
    return undefined;
  }
  return toFloats(numbers.subarray(somaPoints));
}

/** Rows of `structure` as the sections that they have become. */
function placed(
  problems: readonly MorphologyProblem[],
  path: string,
  { somaRows }: Structure,
  order: Uint32Array | undefined,
): readonly MorphologyProblem[] {
  const placeOf = order && new Map(Array.from(order, (section, place) => [section, place]));
  return problems.map((problem) => {
    const { row } = problem.place;
    if (problem.place.path !== path || row === undefined || row < somaRows) return problem;
    const section = placeOf ? placeOf.get(row - somaRows) : row - somaRows;
    return section === undefined ? problem : { ...problem, place: { ...problem.place, section } };
  });
}
