/** A morphology file of this machine, whatever its format. */
import { readFile, stat } from 'node:fs/promises';
import type { Hdf5Opener } from '../hdf5/api';
import { openH5Morphology, type H5Reading } from './h5/read';
import { cannotOpen } from './problems/h5/cannotOpen';
import { tooLarge } from './problems/common/tooLarge';
import { ProblemList, type ProblemKind } from './problem';
import { readTextMorphology, textFormatOf, TEXT_SIZE_LIMIT } from './read';

/** Whether a file's name has one of the endings by which MorphIO chooses a reader. */
export function isMorphologyName(name: string): boolean {
  return textFormatOf(name) !== undefined || isH5Name(name);
}

export function isH5Name(name: string): boolean {
  return /\.h5$/i.test(name);
}

/**
 * @param file absolute path
 * @param hdf5 opens H5 files; asked only for them
 * @returns what {@link openH5Morphology} says, for text formats always of the kind `morphology`; never rejects
 */
export async function readMorphologyFile(file: string, hdf5: () => Hdf5Opener): Promise<H5Reading> {
  const format = textFormatOf(file);
  try {
    if (format === undefined) return await openH5Morphology(hdf5(), file);
    const { size } = await stat(file);
    if (size > TEXT_SIZE_LIMIT) {
      const limit = TEXT_SIZE_LIMIT / 2 ** 20;
      return refusedFor(
        tooLarge,
        `The file has ${(size / 2 ** 20).toFixed(0)} MB; text morphologies are read up to ${limit} MB: write it as H5.`,
      );
    }
    return { kind: 'morphology', reading: readTextMorphology(format, await readFile(file)) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return refusedFor(cannotOpen, `The file cannot be read: ${code}.`);
  }
}

function refusedFor(kind: ProblemKind, message: string): H5Reading {
  const problems = new ProblemList();
  problems.add(kind, {}, () => message);
  return { kind: 'morphology', reading: { morphology: undefined, refused: true, problems: problems.list() } };
}
