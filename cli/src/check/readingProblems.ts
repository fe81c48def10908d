/** The problems of a morphology that was read from its bytes, as `bbp check` reports them. */
import { checkProblems } from '../../../formats/morphology/checks/run';
import { checks } from '../../../formats/morphology/checks';
import type { H5Reading } from '../../../formats/morphology/h5/read';
import type { MorphologyProblem, ProblemPlace } from '../../../formats/morphology/problem';
import { fileProblems } from '../../../formats/morphology/problems';
import type { Level } from '../../../server/src/diagnostics/rule';
import type { ReportedProblem } from '../report';

const categories = new Map([...fileProblems, ...checks].map(({ code, category }) => [code, category]));

const START = { line: 0, character: 0 };

/** @param bytes of a text file; without them, as for H5, all problems stand at its start */
export function readingProblems(
  file: string,
  reading: H5Reading,
  levels: Readonly<Record<string, Level>>,
  bytes = new Uint8Array(0),
): readonly ReportedProblem[] {
  return problemsOf(reading, levels).flatMap(({ code, level: own, message, place }) => {
    const level = levels[code] ?? own;
    if (level === 'off') return [];
    const category = categories.get(code) ?? 'value';
    return [{ file, range: rangeOf(place, bytes), severity: level, category, code, message }];
  });
}

function problemsOf(found: H5Reading, levels: Readonly<Record<string, Level>>): readonly MorphologyProblem[] {
  if (found.kind !== 'morphology') return found.problems;
  const { morphology, problems } = found.reading;
  if (!morphology || found.reading.refused) return problems;
  return [...problems, ...checkProblems(morphology, problems, (check) => levels[check.code] ?? check.level)];
}

const LF = 10;

function rangeOf({ span }: ProblemPlace, bytes: Uint8Array): ReportedProblem['range'] {
  if (!span) return { start: START, end: START };
  return { start: positionOf(span.start, bytes), end: positionOf(span.end, bytes) };
}

function positionOf(byte: number, bytes: Uint8Array): typeof START {
  const before = bytes.subarray(0, byte);
  const lineStart = before.lastIndexOf(LF) + 1;
  let line = 0;
  for (let at = before.indexOf(LF); at >= 0; at = before.indexOf(LF, at + 1)) line++;
  return { line, character: new TextDecoder().decode(before.subarray(lineStart)).length };
}
