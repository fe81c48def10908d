/**
 * What can be wrong with an ABF file: one file a kind in `problems/`, with its code, its level and its page of the
 * documentation.
 */
import type { RecordingProblem } from '../recording/model';

export interface AbfProblemKind {
  /** `abf/<name>`. */
  readonly code: `abf/${string}`;
  /** Two or three words, for lists: "data cut off". */
  readonly title: string;
  readonly level: RecordingProblem['level'];
  /** Why it matters and what is shown in spite of it; Markdown. */
  readonly documentation: string;
}

/** Gives a kind its type; every one goes through here. */
export function defineAbfProblem(kind: AbfProblemKind): AbfProblemKind {
  return kind;
}

export function abfProblem(kind: AbfProblemKind, message: string): RecordingProblem {
  return { code: kind.code, level: kind.level, message };
}
