/** How many problems there are, and how bad. */
import type { MorphologyProblem } from '../../../formats/morphology/problem';

export interface LevelCounts {
  readonly errors: number;
  readonly warnings: number;
  /** Informations and hints: no mistakes by themselves. */
  readonly notes: number;
}

export function countLevels(problems: readonly MorphologyProblem[]): LevelCounts {
  const errors = problems.filter(({ level }) => level === 'error').length;
  const warnings = problems.filter(({ level }) => level === 'warning').length;
  return { errors, warnings, notes: problems.length - errors - warnings };
}
