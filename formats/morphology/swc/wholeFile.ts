import { carriageReturns } from '../problems/common/carriageReturns';
import { noSomaFound } from '../problems/common/noSomaFound';
import { lostText } from '../problems/swc/lostText';
import { splitNumber } from '../problems/swc/splitNumber';
import type { Links } from './links';
import { quotedBytes, TYPE, type SampleReport } from './report';
import { SPLIT, TOLD } from './samples';
import { isBlank, type Scan } from './scan';

const CR = 13;
const LF = 10;

/** MorphIO's warning, at the type of the first sample. */
export function tellNoSoma(report: SampleReport): void {
  const { bytes, samples, problems } = report;
  if (samples.count > 0) {
    report.add(
      noSomaFound,
      0,
      TYPE,
      () => 'The file has no soma: no sample has the type 1. Distances from the soma cannot be measured.',
    );
    return;
  }
  const what = bytes.length === 0 ? 'The file is empty' : 'The file holds no samples';
  problems.add(
    noSomaFound,
    { line: 0, span: { start: 0, end: firstLineEnd(bytes) } },
    () => `${what}: it has no soma.`,
  );
}

/** Samples that MorphIO skips: the line ends of the file are wrong, or a line break was lost. */
export function tellLost(scan: Scan, { toldLost }: Links, { bytes, problems }: SampleReport): void {
  const { lostSamples, lostCount, samples } = scan;
  if (hasOnlyReturns(bytes) && (lostCount > 0 || samples.count === 0)) {
    const end = bytes.indexOf(CR);
    let start = end;
    while (start > 0 && (bytes[start - 1] ?? 0) > 32) start--;
    problems.add(
      carriageReturns,
      { line: 0, span: { start, end } },
      () =>
        `The lines of the file end with a carriage return alone. MorphIO takes them for one line and reads ` +
        `${samples.count === 0 ? 'no sample' : 'the first sample only'}. Save the file with LF line ends.`,
    );
    return;
  }
  lostSamples.forEach(({ id, start, end, line, isBehindReturn }, index) => {
    if (toldLost.has(index)) return;
    problems.add(
      lostText,
      { line, span: { start, end } },
      () =>
        `${quotedBytes(bytes, start, end)} looks like sample ${id}. MorphIO skips what follows the first seven numbers of a ` +
        `line${isBehindReturn ? ', and a carriage return alone ends none' : ''}. Begin a line of its own.`,
    );
  });
  for (let further = lostSamples.length; further < lostCount; further++) problems.add(lostText, {}, () => '');
}

/** Numbers that were read as two, where no error has told of them. */
export function tellSplit({ splitCount }: Scan, report: SampleReport): void {
  if (splitCount === 0) return;
  const { count, flags } = report.samples;
  for (let sample = 0; sample < count; sample++) {
    if (((flags[sample] ?? 0) & (SPLIT | TOLD)) !== SPLIT) continue;
    const column = report.splitColumn(sample);
    report.add(
      splitNumber,
      sample,
      column,
      () => `${report.splitMessage(sample, column)} All columns behind it move by one. Write it as MorphIO expects it.`,
    );
  }
}

/** Whether a file has carriage returns with text behind them, and no line feed. */
function hasOnlyReturns(bytes: Uint8Array): boolean {
  if (bytes.includes(LF)) return false;
  const first = bytes.indexOf(CR);
  return first >= 0 && bytes.subarray(first).some((byte) => byte > 32);
}

function firstLineEnd(bytes: Uint8Array): number {
  const end = bytes.indexOf(LF);
  return textStart(bytes, end < 0 ? bytes.length : end);
}

function textStart(bytes: Uint8Array, end: number): number {
  let at = end;
  while (at > 0 && isBlank(bytes[at - 1] ?? 0)) at--;
  return at;
}
