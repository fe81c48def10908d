import type { Category } from '../../server/src/diagnostics/rule';
import type { Range, Severity } from '../../server/src/service/results';

/** A problem as `bbp check --format json` prints it: a public contract. Positions are 0-based. */
export interface ReportedProblem {
  /** Relative to the current folder, with `/`. */
  readonly file: string;
  readonly range: Range;
  readonly severity: Severity;
  readonly category: Category;
  readonly code: string;
  readonly message: string;
  readonly related?: readonly { readonly file: string; readonly range: Range; readonly message: string }[];
}

export interface FileReport {
  readonly file: string;
  readonly problems: readonly ReportedProblem[];
  /** Text of the lines on which a problem begins. */
  readonly lines: Readonly<Record<number, string>>;
}

/** Writes the reports of all files as one text. */
export type Writer = (reports: readonly FileReport[]) => string;
