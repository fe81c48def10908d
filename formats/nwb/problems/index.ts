/** Every kind of problem of a NWB file. */
import type { NwbProblemKind } from '../problem';
import { brokenLink } from './brokenLink';
import { columnLength } from './columnLength';
import { danglingReference } from './danglingReference';
import { emptyData } from './emptyData';
import { externalLink } from './externalLink';
import { invalidConversion } from './invalidConversion';
import { invalidRate } from './invalidRate';
import { lengthMismatch } from './lengthMismatch';
import { missingConversion } from './missingConversion';
import { missingField } from './missingField';
import { missingTime } from './missingTime';
import { missingUnit } from './missingUnit';
import { notAList } from './notAList';
import { prefixedUnit } from './prefixedUnit';
import { responseWithoutStimulus } from './responseWithoutStimulus';
import { startingFrames } from './startingFrames';
import { stimulusWithoutResponse } from './stimulusWithoutResponse';
import { swappedUnits } from './swappedUnits';
import { timestampsLength } from './timestampsLength';
import { tooManySeries } from './tooManySeries';
import { unknownUnit } from './unknownUnit';
import { unknownVersion } from './unknownVersion';
import { unreadableObject } from './unreadableObject';

export const nwbProblems: readonly NwbProblemKind[] = [
  missingField,
  unknownVersion,
  notAList,
  missingUnit,
  unknownUnit,
  prefixedUnit,
  swappedUnits,
  invalidConversion,
  missingConversion,
  missingTime,
  invalidRate,
  timestampsLength,
  emptyData,
  lengthMismatch,
  responseWithoutStimulus,
  stimulusWithoutResponse,
  danglingReference,
  brokenLink,
  externalLink,
  columnLength,
  startingFrames,
  unreadableObject,
  tooManySeries,
];
