/** What can be wrong with a NWB file: one file a kind in `problems/`. */
import type { RecordingProblem } from '../recording/model';

export interface NwbProblemKind {
  /** `nwb/<name>`. */
  readonly code: `nwb/${string}`;
  /** Two or three words, for lists. */
  readonly title: string;
  readonly level: RecordingProblem['level'];
  readonly category: 'reference' | 'value' | 'file';
  /** Why it matters, what readers do, and where the schema says so; Markdown. */
  readonly documentation: string;
}

/** So many problems of one kind are listed in a file. */
const PROBLEM_LIMIT = 20;

/** Gives a kind its type; every one goes through here. */
export function defineNwbProblem(kind: NwbProblemKind): NwbProblemKind {
  return kind;
}

/** Gathers problems while a file is read: those of a kind beyond the limit are counted only. */
export class NwbProblemList {
  readonly #found = new Map<NwbProblemKind, { readonly message: () => string; readonly path: string | undefined }[]>();

  /** @param message made only where it is shown */
  add(kind: NwbProblemKind, path: string | undefined, message: () => string): void {
    const found = this.#found.get(kind);
    if (found) found.push({ message, path });
    else this.#found.set(kind, [{ message, path }]);
  }

  list(): readonly RecordingProblem[] {
    return [...this.#found].flatMap(([{ code, level }, found]) =>
      found.slice(0, PROBLEM_LIMIT).map(({ message, path }, index) => ({
        code,
        level,
        message:
          index === PROBLEM_LIMIT - 1 && found.length > PROBLEM_LIMIT
            ? `${message()} (${String(found.length - PROBLEM_LIMIT)} more)`
            : message(),
        ...(path !== undefined && { path }),
      })),
    );
  }
}

/** "a, b, c and 4 more". */
export function listed(names: readonly string[], limit = 5): string {
  const more = names.length - limit;
  return more > 0 ? `${names.slice(0, limit).join(', ')} and ${String(more)} more` : names.join(', ');
}
