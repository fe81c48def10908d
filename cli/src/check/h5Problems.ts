/** The problems of an H5 morphology as `bbp check` reports them: a binary file has no lines. */
import { checkProblems } from '../../../formats/morphology/checks/run';
import { checks } from '../../../formats/morphology/checks';
import type { H5Reading } from '../../../formats/morphology/h5/read';
import type { MorphologyProblem } from '../../../formats/morphology/problem';
import { fileProblems } from '../../../formats/morphology/problems';
import type { Level } from '../../../server/src/diagnostics/rule';
import type { ReportedProblem } from '../report';

const categories = new Map([...fileProblems, ...checks].map(({ code, category }) => [code, category]));

const START = { line: 0, character: 0 };

export function h5Problems(
  file: string,
  reading: H5Reading,
  levels: Readonly<Record<string, Level>>,
): readonly ReportedProblem[] {
  return problemsOf(reading, levels).flatMap(({ code, level: own, message }) => {
    const level = levels[code] ?? own;
    if (level === 'off') return [];
    const category = categories.get(code) ?? 'value';
    return [{ file, range: { start: START, end: START }, severity: level, category, code, message }];
  });
}

function problemsOf(found: H5Reading, levels: Readonly<Record<string, Level>>): readonly MorphologyProblem[] {
  if (found.kind !== 'morphology') return found.problems;
  const { morphology, problems } = found.reading;
  if (!morphology || found.reading.refused) return problems;
  return [...problems, ...checkProblems(morphology, problems, (check) => levels[check.code] ?? check.level)];
}
