import type { ProblemKind } from '../../problem';
import { disconnectedNeurite } from './disconnectedNeurite';
import { earlyEndOfFile } from './earlyEndOfFile';
import { idTooLarge } from './idTooLarge';
import { lineNonParsable } from './lineNonParsable';
import { lostText } from './lostText';
import { missingParent } from './missingParent';
import { multipleSomata } from './multipleSomata';
import { negativeId } from './negativeId';
import { parentAfterChild } from './parentAfterChild';
import { repeatedId } from './repeatedId';
import { sectionTypeChanged } from './sectionTypeChanged';
import { selfParent } from './selfParent';
import { somaBifurcation } from './somaBifurcation';
import { somaNonConform } from './somaNonConform';
import { somaWithNeuriteParent } from './somaWithNeuriteParent';
import { splitNumber } from './splitNumber';
import { unreachableSamples } from './unreachableSamples';
import { wrongRootPoint } from './wrongRootPoint';
import { zeroDiameter } from './zeroDiameter';

export const swcProblems: readonly ProblemKind[] = [
  disconnectedNeurite,
  earlyEndOfFile,
  idTooLarge,
  lineNonParsable,
  lostText,
  missingParent,
  multipleSomata,
  negativeId,
  parentAfterChild,
  repeatedId,
  sectionTypeChanged,
  selfParent,
  somaBifurcation,
  somaNonConform,
  somaWithNeuriteParent,
  splitNumber,
  unreachableSamples,
  wrongRootPoint,
  zeroDiameter,
];
