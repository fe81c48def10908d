/** Writes a morphology in one of the formats; what a format cannot hold is said, as MorphIO's writers say it. */
import type { Hdf5Description } from '../../hdf5/description';
import type { Morphology, MorphologyFormat } from '../model';
import { ProblemList, type MorphologyProblem } from '../problem';
import { ascText } from './asc';
import { h5Description } from './h5';
import { reportLosses } from './losses';
import { swcText } from './swc';

export interface WrittenMorphology {
  /** Of SWC and ASC. */
  readonly text?: string;
  /** Of H5, to be made into a file by the HDF5 engine. */
  readonly hdf5?: Hdf5Description;
  /** One of the problems is an error: the file would be wrong, and there is none. */
  readonly refused: boolean;
  readonly problems: readonly MorphologyProblem[];
}

/** @param creator who writes, for the file's remark: "BBP Formats 0.1.0" */
export function writeMorphology(morphology: Morphology, format: MorphologyFormat, creator: string): WrittenMorphology {
  const problems = new ProblemList();
  reportLosses(morphology, format, problems);
  const written =
    format === 'h5'
      ? { hdf5: h5Description(morphology, creator, problems) }
      : { text: (format === 'swc' ? swcText : ascText)(morphology, creator, problems) };
  return { ...(problems.refused ? {} : written), refused: problems.refused, problems: problems.list() };
}
