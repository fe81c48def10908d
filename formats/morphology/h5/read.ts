/** Morphologies in HDF5 files: whatever the file is, it is said what it is. */
import { Hdf5Error, type CancelSignal, type Hdf5File, type Hdf5Opener } from '../../hdf5/api';
import { ProblemList } from '../problem';
import { notDownloaded } from '../problems/common/notDownloaded';
import { cannotOpen } from '../problems/h5/cannotOpen';
import { h5v2Unsupported } from '../problems/h5/h5v2Unsupported';
import { missingDatasets } from '../problems/h5/missingDatasets';
import { readCell } from './cell';
import { containerIn, otherIn, spinesIn } from './others';
import type { H5Reading } from './reading';
import { datasetAt, pathIn, type Origin } from './tables';
import { readVasculature } from './vasculature';

export type { H5Reading };

/** Names at the top that are looked at for those of a morphology. */
const NAME_LIMIT = 100_000;

export interface H5ReadOptions {
  /** Path of one morphology of a container; the whole file if left out. */
  readonly group?: string;
  readonly signal?: CancelSignal;
}

/** Opens a file, reads it and closes it. What is wrong with the file is a problem. @throws {@link Hdf5Error} `cancelled` */
export async function openH5Morphology(
  opener: Hdf5Opener,
  path: string,
  options: H5ReadOptions = {},
): Promise<H5Reading> {
  let file: Hdf5File;
  try {
    file = await opener.open(path);
  } catch (error) {
    return failed(error, new ProblemList(), '/');
  }
  try {
    return await readH5Morphology(file, options);
  } finally {
    await file.close().catch(() => undefined);
  }
}

/** @throws {@link Hdf5Error} `cancelled` */
export async function readH5Morphology(
  file: Hdf5File,
  { group = '/', signal }: H5ReadOptions = {},
): Promise<H5Reading> {
  const problems = new ProblemList();
  try {
    return await readGroup({ file, group, problems, signal });
  } catch (error) {
    return failed(error, problems, group);
  }
}

function failed(error: unknown, problems: ProblemList, path: string): H5Reading {
  if (!(error instanceof Hdf5Error) || error.code === 'cancelled') throw error;
  problems.add(error.code === 'not-downloaded' ? notDownloaded : cannotOpen, { path }, () => error.message);
  return refused(problems);
}

function refused(problems: ProblemList): H5Reading {
  return { kind: 'morphology', reading: { morphology: undefined, refused: true, problems: problems.list() } };
}

async function readGroup(origin: Origin): Promise<H5Reading> {
  const { file, group, problems } = origin;
  const children = await file.children(group, { start: 0, end: NAME_LIMIT });
  const names = new Set(children.map(({ name }) => name));
  if (names.has('points') && names.has('structure')) {
    if (await isVasculature(origin, names)) return readVasculature(origin);
    return { kind: 'morphology', reading: await readCell(origin) };
  }
  if (names.has('neuron1')) {
    problems.add(
      h5v2Unsupported,
      { path: pathIn(group, 'neuron1') },
      () =>
        'The morphology is of the old format h5v2 (group “neuron1”), which MorphIO has not read since 2.6. Convert it to H5 v1, SWC or ASC with MorphIO 2.5 or a morph-tool of that time.',
    );
    return refused(problems);
  }
  if (names.has('points') || names.has('structure')) {
    const [missing, found] = names.has('points') ? ['structure', 'points'] : ['points', 'structure'];
    problems.add(
      missingDatasets,
      { path: group },
      () => `${pathIn(group, missing)} is missing: a morphology has it beside “${found}”.`,
    );
    return refused(problems);
  }
  return (await spinesIn(origin, names)) ?? (await containerIn(origin)) ?? otherIn(origin);
}

async function isVasculature({ file, group }: Origin, names: ReadonlySet<string>): Promise<boolean> {
  if (!names.has('connectivity')) return false;
  return (await datasetAt(file, pathIn(group, 'structure')))?.shape?.[1] === 2;
}
