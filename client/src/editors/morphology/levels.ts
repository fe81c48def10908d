/** Levels of problems as the user set them, after the language server's way: what is off is not shown. */
import type { MorphologyProblem } from '../../../../formats/morphology/problem';
import type { MorphologyViewSettings } from '../../../../protocol/morphologyView';

export function atLevels(
  problems: readonly MorphologyProblem[],
  levels: MorphologyViewSettings['levels'],
): readonly MorphologyProblem[] {
  return problems.flatMap((problem) => {
    const level = levels[problem.code] ?? problem.level;
    return level === 'off' ? [] : [{ ...problem, level }];
  });
}
