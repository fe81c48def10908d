import type { Rule } from '../../../diagnostics/rule';
import type { BlueConfigTree } from '../tree';
import { headerWords } from './bc001-header-words';
import { braceOnHeader } from './bc002-brace-on-header';
import { braceExpected } from './bc003-brace-expected';
import { unclosedBlock } from './bc004-unclosed-block';
import { strayText } from './bc005-stray-text';
import { keyWithoutValue } from './bc006-key-without-value';
import { duplicateKey } from './bc007-duplicate-key';
import { braceInValue } from './bc008-brace-in-value';
import { lineContinuation } from './bc009-line-continuation';
import { inlineComment } from './bc010-inline-comment';
import { quotedValue } from './bc011-quoted-value';
import { headerForm } from './bc012-header-form';
import { disabledBlock } from './bc013-disabled-block';
import { remarkAboveBrace } from './bc014-remark-above-brace';
import { lineEndings } from './bc015-line-endings';
import { nonAscii } from './bc016-non-ascii';
import { unknownType } from './bc101-unknown-type';
import { typeCase } from './bc102-type-case';
import { unknownKey } from './bc103-unknown-key';
import { keyCase } from './bc104-key-case';
import { noRun } from './bc105-no-run';
import { runName } from './bc106-run-name';
import { severalRuns } from './bc107-several-runs';
import { duplicateBlock } from './bc108-duplicate-block';
import { missingKey } from './bc109-missing-key';
import { documentedKey } from './bc110-documented-key';
import { deprecated } from './bc111-deprecated';
import { deprecatedPattern } from './bc112-deprecated-pattern';
import { bookkeeping } from './bc113-bookkeeping';
import { keyWithoutEffect } from './bc114-key-without-effect';
import { convert } from './bc115-convert';
import { unknownStimulus } from './bc401-unknown-stimulus';
import { stimulusNotInjected } from './bc402-stimulus-not-injected';
import { unknownTarget } from './bc403-unknown-target';
import { unknownPopulation } from './bc404-unknown-population';
import { unknownElectrode } from './bc405-unknown-electrode';
import { unusableTarget } from './bc406-unusable-target';
import { emptyTarget } from './bc407-empty-target';
import { partialOverride } from './bc408-partial-override';
import { shadowedConnection } from './bc409-shadowed-connection';
import { partialZeroOverride } from './bc410-partial-zero-override';
import { zeroWeightForEver } from './bc411-zero-weight-for-ever';
import { delayedWithoutZero } from './bc412-delayed-without-zero';
import { ignoredWithDelay } from './bc413-ignored-with-delay';
import { missingHelper } from './bc414-missing-helper';
import { specificBeforeGeneral } from './bc415-specific-before-general';
import { replayWithoutPathway } from './bc416-replay-without-pathway';
import { coreNeuronSubtargets } from './bc417-coreneuron-subtargets';
import { fileNotFound } from './fs001-file-not-found';
import { directoryNotFound } from './fs002-directory-not-found';
import { wrongKind } from './fs003-wrong-kind';
import { outputWillBeCreated } from './fs004-output-will-be-created';
import { outOfReach } from './fs005-out-of-reach';
import { unexpectedExtension } from './fs006-unexpected-extension';
import { pathCase } from './fs007-path-case';
import { noStartTarget } from './fs008-no-start-target';

/** Every rule of the language, by code. */
export const rules: readonly Rule<BlueConfigTree>[] = [
  headerWords,
  braceOnHeader,
  braceExpected,
  unclosedBlock,
  strayText,
  keyWithoutValue,
  duplicateKey,
  braceInValue,
  lineContinuation,
  inlineComment,
  quotedValue,
  headerForm,
  disabledBlock,
  remarkAboveBrace,
  lineEndings,
  nonAscii,
  unknownType,
  typeCase,
  unknownKey,
  keyCase,
  noRun,
  runName,
  severalRuns,
  duplicateBlock,
  missingKey,
  documentedKey,
  deprecated,
  deprecatedPattern,
  bookkeeping,
  keyWithoutEffect,
  convert,
  unknownStimulus,
  stimulusNotInjected,
  unknownTarget,
  unknownPopulation,
  unknownElectrode,
  unusableTarget,
  emptyTarget,
  partialOverride,
  shadowedConnection,
  partialZeroOverride,
  zeroWeightForEver,
  delayedWithoutZero,
  ignoredWithDelay,
  missingHelper,
  specificBeforeGeneral,
  replayWithoutPathway,
  coreNeuronSubtargets,
  fileNotFound,
  directoryNotFound,
  wrongKind,
  outputWillBeCreated,
  outOfReach,
  unexpectedExtension,
  pathCase,
  noStartTarget,
];
