import type { ProblemKind } from '../../problem';
import { classicAsc } from './classicAsc';
import { endOfFile } from './endOfFile';
import { incompleteNotLast } from './incompleteNotLast';
import { noBlock } from './noBlock';
import { notNeurolucida } from './notNeurolucida';
import { onlyChild } from './onlyChild';
import { parsingPoint } from './parsingPoint';
import { pointsAfterBranches } from './pointsAfterBranches';
import { somaAlreadyDefined } from './somaAlreadyDefined';
import { trailingText } from './trailingText';
import { unexpectedToken } from './unexpectedToken';
import { unknownToken } from './unknownToken';
import { unsupportedNeuriteName } from './unsupportedNeuriteName';

export const ascProblems: readonly ProblemKind[] = [
  classicAsc,
  endOfFile,
  incompleteNotLast,
  noBlock,
  notNeurolucida,
  onlyChild,
  parsingPoint,
  pointsAfterBranches,
  somaAlreadyDefined,
  trailingText,
  unexpectedToken,
  unknownToken,
  unsupportedNeuriteName,
];
