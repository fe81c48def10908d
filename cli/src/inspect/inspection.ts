/** What `bbp inspect --json` prints, one object a line: a public contract, described in docs/cli.md. */

export interface InspectedProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  /** 1-based line of a text file. */
  readonly line?: number;
  /** Section and point (index in all points) of a morphology. */
  readonly section?: number;
  readonly point?: number;
}

export interface Inspection {
  /** Relative to the current folder, with `/`. */
  readonly file: string;
  /** Absent where the file could not be read. */
  readonly kind?: string;
  readonly problems: readonly InspectedProblem[];
  readonly [field: string]: unknown;
}
