import type { ProblemKind } from '../../problem';
import { cannotOpen } from './cannotOpen';
import { cellFamilyMissing } from './cellFamilyMissing';
import { cyclicParents } from './cyclicParents';
import { emptyStructure } from './emptyStructure';
import { gliaWithoutPerimeters } from './gliaWithoutPerimeters';
import { h5v2Unsupported } from './h5v2Unsupported';
import { metadataWithoutVersion } from './metadataWithoutVersion';
import { missingDatasets } from './missingDatasets';
import { notAMorphology } from './notAMorphology';
import { offsetsNotIncreasing } from './offsetsNotIncreasing';
import { organelleLayout } from './organelleLayout';
import { organelleLengths } from './organelleLengths';
import { parentAfterChild } from './parentAfterChild';
import { parentOutOfRange } from './parentOutOfRange';
import { perimetersSize } from './perimetersSize';
import { severalSomaRows } from './severalSomaRows';
import { somaNotFirst } from './somaNotFirst';
import { unknownCellFamily } from './unknownCellFamily';
import { unreadableDataset } from './unreadableDataset';
import { unsupportedVersion } from './unsupportedVersion';
import { wrongColumns } from './wrongColumns';
import { wrongRank } from './wrongRank';

export const h5Problems: readonly ProblemKind[] = [
  cannotOpen,
  unreadableDataset,
  missingDatasets,
  notAMorphology,
  h5v2Unsupported,
  metadataWithoutVersion,
  unsupportedVersion,
  cellFamilyMissing,
  unknownCellFamily,
  wrongRank,
  wrongColumns,
  emptyStructure,
  somaNotFirst,
  severalSomaRows,
  parentOutOfRange,
  parentAfterChild,
  cyclicParents,
  offsetsNotIncreasing,
  gliaWithoutPerimeters,
  perimetersSize,
  organelleLayout,
  organelleLengths,
];
