/** One read of a file that several views may wait for: it is given up when the last of them no longer does. */

/** What is at work, and how much of it is done, 0 to 1; null where that is not known. */
export type Progress = (phase: string, fraction: number | null) => void;

/** The reason of an abort after which nobody needs the value. */
export class Cancelled extends Error {}

export class Loading<Value> {
  readonly #controller = new AbortController();
  readonly #watchers = new Set<Progress>();
  readonly promise: Promise<Value>;
  /** The last words of progress, for a view that comes later. */
  #last: Parameters<Progress> | undefined;

  constructor(work: (signal: AbortSignal, progress: Progress) => Promise<Value>) {
    this.promise = work(this.#controller.signal, (...progress) => {
      this.#last = progress;
      for (const watcher of this.#watchers) watcher(...progress);
    });
    // Whoever waits hears of a failure; that nobody waits is none.
    this.promise.catch(() => undefined);
  }

  get isCancelled(): boolean {
    return this.#controller.signal.aborted;
  }

  /** Calls back with every step; the answer ends it. */
  watch(progress: Progress): () => void {
    this.#watchers.add(progress);
    if (this.#last) progress(...this.#last);
    return () => this.#watchers.delete(progress);
  }

  cancel(): void {
    this.#controller.abort(new Cancelled());
  }
}
