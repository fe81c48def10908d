import type { Levels } from '../diagnostics/check';
import type { Level } from '../diagnostics/rule';

const LEVELS: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off'] satisfies readonly Level[];

/** Levels by rule code out of the setting `bbp.rules`, as somebody wrote it; what is no level is passed over. */
export function levelsFrom(setting: unknown): Levels {
  if (typeof setting !== 'object' || setting === null) return {};
  return Object.fromEntries(Object.entries(setting).filter(([, level]) => LEVELS.includes(level)));
}
