/** Every kind of problem of an ABF file. */
import type { AbfProblemKind } from '../problem';
import { invalidDate } from './invalidDate';
import { missingSynchArray } from './missingSynchArray';
import { noData } from './noData';
import { notAbf } from './notAbf';
import { samplingSequence } from './samplingSequence';
import { stimulusFromFile } from './stimulusFromFile';
import { tooManySweeps } from './tooManySweeps';
import { truncated } from './truncated';
import { unreadableFile } from './unreadableFile';
import { unreasonableHeader } from './unreasonableHeader';
import { unsupportedMode } from './unsupportedMode';
import { userList } from './userList';
import { zeroRate } from './zeroRate';

export const abfProblems: readonly AbfProblemKind[] = [
  notAbf,
  unreadableFile,
  truncated,
  unreasonableHeader,
  noData,
  zeroRate,
  samplingSequence,
  stimulusFromFile,
  userList,
  invalidDate,
  unsupportedMode,
  missingSynchArray,
  tooManySweeps,
];
