import type { ProblemKind } from '../../problem';
import { binaryFile } from './binaryFile';
import { byteOrderMark } from './byteOrderMark';
import { carriageReturns } from './carriageReturns';
import { duplicatePoint } from './duplicatePoint';
import { emptyFile } from './emptyFile';
import { noSomaFound } from './noSomaFound';
import { notDownloaded } from './notDownloaded';
import { notFinite } from './notFinite';
import { singlePointContour } from './singlePointContour';
import { tooLarge } from './tooLarge';
import { unsupportedSectionType } from './unsupportedSectionType';
import { wrongEncoding } from './wrongEncoding';

export const commonProblems: readonly ProblemKind[] = [
  binaryFile,
  byteOrderMark,
  carriageReturns,
  duplicatePoint,
  emptyFile,
  noSomaFound,
  notDownloaded,
  notFinite,
  singlePointContour,
  tooLarge,
  unsupportedSectionType,
  wrongEncoding,
];
