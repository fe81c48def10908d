/** A data file with its problems, for `bbp inspect` and `bbp check`. */
import path from 'node:path';
import { openFileAccess } from '../../../formats/bytes/file.node';
import { createDataOpener, type DataOpener } from '../../../formats/dataFile/open.node';
import type { DataSource } from '../../../formats/dataFile/source';
import { Hdf5Error } from '../../../formats/hdf5/api';
import { checkHdf5 } from '../../../formats/hdf5/check';
import { hdf5Problems, openingProblem } from '../../../formats/hdf5/problem';
import { nwbProblems } from '../../../formats/nwb/problems';
import { HDF5_WORKER } from './hdf5';
import type { Category } from '../../../server/src/diagnostics/rule';

export interface DataProblem {
  readonly code: string;
  readonly level: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
}

/** Endings of files that are data, whatever is in them; `.h5` may be a morphology and is asked for that first. */
const DATA_NAME = /\.(nwb|abf|hdf5|sonata)$/i;

export function isDataName(name: string): boolean {
  return DATA_NAME.test(name);
}

/** By its first bytes: HDF5, or one of the two versions of ABF. */
export async function isData(file: string): Promise<boolean> {
  const access = await openFileAccess(file);
  try {
    return /^(\u0089HDF|ABF[ 2])/.test(Buffer.from(await access.read(0, 4)).toString('latin1'));
  } finally {
    await access.close();
  }
}

export function dataOpener(): DataOpener {
  return createDataOpener(HDF5_WORKER);
}

/** Opens a file, hands it over, and closes it; what is wrong with it comes along. */
export async function withDataFile<Result>(
  opener: DataOpener,
  file: string,
  use: (source: DataSource | undefined, problems: readonly DataProblem[]) => Promise<Result> | Result,
): Promise<Result> {
  let source: DataSource;
  try {
    source = await opener.open(path.resolve(file), [path.dirname(path.resolve(file))]);
  } catch (error) {
    if (error instanceof Hdf5Error) return use(undefined, [openingProblem(error.code, error.message)]);
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return use(undefined, [openingProblem('unreadable', `The file cannot be read: ${code}.`)]);
  }
  try {
    return await use(source, await problemsOf(source));
  } finally {
    await source.close();
  }
}

async function problemsOf({ recording, hdf5 }: DataSource): Promise<readonly DataProblem[]> {
  const found: readonly DataProblem[] = recording?.recording.problems ?? [];
  const codes = new Set(found.map(({ code }) => code));
  // The NWB reader says of its links itself.
  const more = hdf5 && !codes.has('nwb/broken-link') ? await checkHdf5(hdf5) : [];
  return [...found, ...more];
}

const CATEGORIES = new Map<string, Category>(
  [...hdf5Problems, ...nwbProblems].map(({ code, category }) => [code, category]),
);

export function categoryOf(code: string): Category {
  return CATEGORIES.get(code) ?? 'file';
}
