/** What can be wrong with an Igor binary wave: one file a kind in `problems/`. */
import type { RecordingProblem } from '../recording/model';

export interface IbwProblemKind {
  /** `ibw/<name>`. */
  readonly code: `ibw/${string}`;
  /** Two or three words, for lists. */
  readonly title: string;
  readonly level: RecordingProblem['level'];
  /** Why it matters and what is shown in spite of it; Markdown. */
  readonly documentation: string;
}

/** Gives a kind its type; every one goes through here. */
export function defineIbwProblem(kind: IbwProblemKind): IbwProblemKind {
  return kind;
}

export function ibwProblem(kind: IbwProblemKind, message: string): RecordingProblem {
  return { code: kind.code, level: kind.level, message };
}
