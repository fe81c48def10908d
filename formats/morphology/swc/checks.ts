import { notFinite } from '../problems/common/notFinite';
import { unsupportedSectionType } from '../problems/common/unsupportedSectionType';
import { disconnectedNeurite } from '../problems/swc/disconnectedNeurite';
import { idTooLarge } from '../problems/swc/idTooLarge';
import { negativeId } from '../problems/swc/negativeId';
import { zeroDiameter } from '../problems/swc/zeroDiameter';
import { FIRST_TYPE, LAST_TYPE, SOMA_TYPE } from '../sectionTypes';
import { PARENT, RADIUS, TYPE, X, type SampleReport } from './report';
import { BROKEN_PARENT, HAS_PARENT, isOdd, isZeroDiameter, NOT_FINITE, TOLD, UNSUPPORTED } from './samples';
import { LARGEST_ID, type Scan } from './scan';

/** What is wrong with samples by themselves. */
export function checkSamples({ samples, oddCount }: Scan, report: SampleReport): void {
  const { flags, types, numbers } = samples;
  for (let sample = 0, left = oddCount; left > 0; sample++) {
    const flag = flags[sample] ?? 0;
    const type = types[sample] ?? 0;
    const radius = numbers[sample * 4 + 3] ?? 0;
    if (type !== UNSUPPORTED && !isOdd(flag, radius)) continue;
    left--;
    if (type === UNSUPPORTED) tellType(sample, report);
    // Numbers that were read in the wrong columns have been told of.
    const isTold = ((flags[sample] ?? 0) & TOLD) !== 0;
    if (isZeroDiameter(radius) && !isTold) tellDiameter(sample, report);
    if (flag & NOT_FINITE) tellNotFinite(sample, report);
    if (flag & BROKEN_PARENT) tellParent(sample, report);
    else if (!(flag & HAS_PARENT) && type !== SOMA_TYPE && type !== UNSUPPORTED) tellDisconnected(sample, report);
  }
}

function tellType(sample: number, report: SampleReport): void {
  report.refuse(
    unsupportedSectionType,
    sample,
    TYPE,
    () =>
      `The type ${report.word(sample, TYPE)} is none that MorphIO reads: it must be ${FIRST_TYPE} (soma), 2 (axon), ` +
      `3 (basal dendrite), 4 (apical dendrite) or 5 to ${LAST_TYPE} (custom).`,
  );
}

function tellDiameter(sample: number, report: SampleReport): void {
  report.add(
    zeroDiameter,
    sample,
    RADIUS,
    () =>
      `The radius of sample ${report.id(sample)} is ${report.word(sample, RADIUS)}: it should be greater than zero. ` +
      `MorphIO keeps it.`,
  );
}

function tellParent(sample: number, report: SampleReport): void {
  const word = report.word(sample, PARENT);
  if (word.includes('-')) {
    report.refuse(
      negativeId,
      sample,
      PARENT,
      () => `The parent ${word} is negative: it must be the id of a sample, or -1 for none.`,
    );
  } else {
    report.refuse(
      idTooLarge,
      sample,
      PARENT,
      () => `The parent ${word} is larger than ${LARGEST_ID}, the largest id that MorphIO reads.`,
    );
  }
}

function tellDisconnected(sample: number, report: SampleReport): void {
  report.add(
    disconnectedNeurite,
    sample,
    PARENT,
    () =>
      `Sample ${report.id(sample)} begins a neurite that is joined to no soma: its parent is -1. Give the id of a sample ` +
      `of the soma, if there is one. A sample that has no children either is left out.`,
  );
}

function tellNotFinite(sample: number, report: SampleReport): void {
  for (let column = X; column <= RADIUS; column++) {
    const value = report.samples.numbers[sample * 4 + column - X] ?? 0;
    if (Number.isFinite(value)) continue;
    report.add(
      notFinite,
      sample,
      column,
      () =>
        `${report.word(sample, column)} is read as ${Number.isNaN(value) ? 'NaN' : 'infinity'}: no place and no size. ` +
        `Write a number below 3.4e38.`,
    );
  }
}
