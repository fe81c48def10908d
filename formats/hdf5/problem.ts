/** What can be wrong with any HDF5 file, and with a data file that cannot be opened at all. */
import type { Hdf5ErrorCode } from './api';

export interface Hdf5ProblemKind {
  readonly code: `hdf5/${string}`;
  /** Two or three words, for lists. */
  readonly title: string;
  readonly level: 'error' | 'warning' | 'information';
  readonly category: 'file' | 'reference';
  /** Markdown. */
  readonly documentation: string;
}

export interface Hdf5Problem {
  readonly code: Hdf5ProblemKind['code'];
  readonly level: Hdf5ProblemKind['level'];
  readonly message: string;
  readonly path?: string;
}

function kind(
  name: string,
  level: Hdf5ProblemKind['level'],
  category: Hdf5ProblemKind['category'],
  title: string,
  documentation: string,
): Hdf5ProblemKind {
  return { code: `hdf5/${name}`, title, level, category, documentation };
}

const unreadable = kind(
  'unreadable',
  'error',
  'file',
  'file cannot be read',
  'The file is not there, may not be read, or no reader of ours takes it. The message says which.',
);
const notHdf5 = kind(
  'not-hdf5',
  'error',
  'file',
  'no HDF5 file',
  'The file does not begin as an HDF5 file does: its name promises something else than it holds.',
);
const truncated = kind(
  'truncated',
  'error',
  'file',
  'file is cut off',
  'The file ends before its own table of contents says: a copy was interrupted, or it is still being written.',
);
const notDownloaded = kind(
  'not-downloaded',
  'error',
  'file',
  'file is not downloaded',
  'A pointer of Git LFS stands in place of the file. `git lfs pull` fetches it.',
);
export const unknownFilter = kind(
  'unknown-filter',
  'warning',
  'file',
  'compression without a reader',
  'A dataset is compressed by a filter that is not shipped: its values cannot be read here.',
);
export const brokenLink = kind(
  'broken-link',
  'warning',
  'reference',
  'link leads nowhere',
  'A soft or external link of the file leads to nothing. Links into other folders are not followed and not judged.',
);
export const missingSource = kind(
  'missing-source',
  'warning',
  'reference',
  'source of a virtual dataset is missing',
  'A virtual dataset takes its values from files of which one is not there: HDF5 gives fill values without a word.',
);

export const hdf5Problems: readonly Hdf5ProblemKind[] = [
  unreadable,
  notHdf5,
  truncated,
  notDownloaded,
  unknownFilter,
  brokenLink,
  missingSource,
];

const BY_ERROR: Partial<Readonly<Record<Hdf5ErrorCode, Hdf5ProblemKind>>> = {
  'not-hdf5': notHdf5,
  truncated,
  'not-downloaded': notDownloaded,
};

/** Why a file could not be opened, as a problem. */
export function openingProblem(code: Hdf5ErrorCode, message: string): Hdf5Problem {
  return hdf5Problem(BY_ERROR[code] ?? unreadable, message);
}

export function hdf5Problem({ code, level }: Hdf5ProblemKind, message: string, path?: string): Hdf5Problem {
  return { code, level, message, ...(path !== undefined && { path }) };
}
