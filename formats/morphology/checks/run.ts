/** Runs the checks on a morphology that was read. */
import type { MorphologyProblem, ProblemLevel, ProblemPlace } from '../problem';
import { ProblemList } from '../problem';
import type { Morphology } from '../model';
import type { Check } from './check';
import { checks } from './index';

export interface CheckResult {
  readonly check: Check;
  readonly passed: boolean;
  /** Number of places at which it fails. */
  readonly failures: number;
  /** The first of them. */
  readonly problems: readonly MorphologyProblem[];
}

/** Every check; checks are about neurons, so other cells pass none and fail none. */
export function runChecks(morphology: Morphology): readonly CheckResult[] {
  return morphology.family === 'neuron' ? checks.map((check) => runCheck(check, morphology)) : [];
}

function runCheck(check: Check, morphology: Morphology): CheckResult {
  const list = new ProblemList();
  let failures = 0;
  check.run(morphology, (place, message) => {
    failures++;
    list.add(check, place, message);
  });
  return { check, passed: failures === 0, failures, problems: list.list() };
}

/**
 * What the checks add to the problems of the file, at levels that are not off: nothing at a place of which a problem
 * of the file says the same already.
 */
export function checkProblems(
  morphology: Morphology,
  fileProblems: readonly MorphologyProblem[],
  levelOf: (check: Check) => ProblemLevel | 'off' = ({ level }) => level,
): readonly MorphologyProblem[] {
  if (morphology.family !== 'neuron') return [];
  return checks.flatMap((check) => {
    const level = levelOf(check);
    if (level === 'off' || (check.needsNeurites && morphology.sections.count === 0)) return [];
    const said = fileProblems.filter(({ code }) => check.impliedBy?.includes(code));
    const list = new ProblemList();
    check.run(morphology, (place, message) => {
      if (!said.some((problem) => isSamePlace(morphology, problem.place, place))) list.add(check, place, message);
    });
    return list.list().map((problem) => ({ ...problem, level }));
  });
}

function isSamePlace(morphology: Morphology, said: ProblemPlace, place: ProblemPlace): boolean {
  if (place.point === undefined) return place.section === undefined;
  return said.point === place.point || (said.line !== undefined && said.line === morphology.lines[place.point]);
}
