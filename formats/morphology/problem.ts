/**
 * What can be wrong with a morphology: one file a kind in `problems/` and `checks/`, with its code, its level and
 * examples. Settings, documentation, the language server's rules and their tests are made from these.
 */
import type { Morphology, MorphologyFormat } from './model';

export type ProblemLevel = 'error' | 'warning' | 'information' | 'hint';

/** An example; in text a line of blanks and `^^^` marks what is found in the line above. */
export interface ProblemExample {
  readonly format: 'swc' | 'asc';
  readonly text: string;
}

export interface ProblemKind {
  /** `morph/<name>`. */
  readonly code: `morph/${string}`;
  /** Two or three words, for lists: "repeated sample id". */
  readonly title: string;
  readonly level: ProblemLevel;
  readonly category: 'syntax' | 'reference' | 'value' | 'file' | 'style';
  /** Files in which it occurs. */
  readonly formats: readonly MorphologyFormat[];
  /** Why it matters and what MorphIO does (its exception or warning by name); Markdown. */
  readonly documentation: string;
  /** Empty for what occurs in H5 files only. */
  readonly examples: { readonly good: readonly ProblemExample[]; readonly bad: readonly ProblemExample[] };
}

/** Where it is. As much of it is given as is known. */
export interface ProblemPlace {
  /** Bytes of a text file, from `start` to before `end`. */
  readonly span?: { readonly start: number; readonly end: number };
  /** 0-based line of a text file. */
  readonly line?: number;
  /** Index of a section in `Morphology.sections`. */
  readonly section?: number;
  /** Index of a point in `Morphology.points`. */
  readonly point?: number;
  /** Path of an HDF5 object. */
  readonly path?: string;
  /** Row of that dataset. */
  readonly row?: number;
}

export interface MorphologyProblem {
  readonly code: ProblemKind['code'];
  readonly level: ProblemLevel;
  /** Names the value, what was expected, where the other end is, and what to do. */
  readonly message: string;
  readonly place: ProblemPlace;
  readonly related?: readonly { readonly message: string; readonly place: ProblemPlace }[];
}

/** What a reader gives for any bytes. */
export interface MorphologyReading {
  /** What could be read, also of a file that is refused; undefined where there is nothing to show. */
  readonly morphology: Morphology | undefined;
  /** One of the problems is an error: MorphIO refuses the file. */
  readonly refused: boolean;
  /** In the order of the file; at most {@link PROBLEM_LIMIT} of a kind, of which the last says how many more there are. */
  readonly problems: readonly MorphologyProblem[];
}

/** So many problems of one kind are listed in a file. */
export const PROBLEM_LIMIT = 50;

/** Gives a kind its type; every one goes through here. */
export function defineProblem(kind: ProblemKind): ProblemKind {
  return kind;
}

/** Gathers problems while a file is read: those of a kind beyond {@link PROBLEM_LIMIT} are counted only. */
export class ProblemList {
  readonly #problems: MorphologyProblem[] = [];
  readonly #counts = new Map<ProblemKind, number>();
  readonly #last = new Map<ProblemKind, number>();
  refused = false;

  /** @param message made only where it is shown */
  add(kind: ProblemKind, place: ProblemPlace, message: () => string, related?: MorphologyProblem['related']): void {
    if (kind.level === 'error') this.refused = true;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    if (count > PROBLEM_LIMIT) return;
    this.#last.set(kind, this.#problems.length);
    this.#problems.push({ code: kind.code, level: kind.level, message: message(), place, ...(related && { related }) });
  }

  /** Problems by line, then as they were found. */
  list(): readonly MorphologyProblem[] {
    const problems = [...this.#problems];
    for (const [kind, count] of this.#counts) {
      const index = this.#last.get(kind);
      const last = index === undefined ? undefined : problems[index];
      if (count > PROBLEM_LIMIT && index !== undefined && last) {
        problems[index] = { ...last, message: `${last.message} (${count - PROBLEM_LIMIT} more)` };
      }
    }
    return problems.sort(
      (a, b) => (a.place.span?.start ?? a.place.line ?? 0) - (b.place.span?.start ?? b.place.line ?? 0),
    );
  }
}
