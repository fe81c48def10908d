/**
 * A data file that stays open while it is shown. It is opened when the first question comes, again when it has changed,
 * and again when the thread that reads it ends; questions meanwhile wait for it.
 */
import { Hdf5Error } from '../../../../formats/hdf5/api';
import type { DataSource } from '../../../../formats/dataFile/source';

/** The thread may end over one question so often; after that it is asked no more. */
const DEATH_LIMIT = 2;

export interface SessionEvents {
  /** It was opened anew: all that was answered before may be different now. */
  readonly changed: () => void;
  /** The thread that read it ended, and was started anew. */
  readonly restarted: (error: Hdf5Error) => void;
}

export class DataSession {
  readonly #open: () => Promise<DataSource>;
  readonly #events: SessionEvents;
  #current: Promise<DataSource> | undefined;
  #isDisposed = false;
  /** How often the thread ended while a question was open. */
  readonly #deaths = new Map<string, number>();
  /** The end of the last question that is asked alone. */
  #lastAlone: Promise<unknown> = Promise.resolve();

  constructor(open: () => Promise<DataSource>, events: SessionEvents) {
    this.#open = open;
    this.#events = events;
  }

  /** The open file. @throws {@link Hdf5Error} or what else speaks against it; the next question tries again */
  source(): Promise<DataSource> {
    if (this.#isDisposed) return Promise.reject(new Hdf5Error('closed', 'The file is closed.'));
    return this.#current ?? this.#begin(undefined);
  }

  /**
   * Asks the file something.
   * @param question names what is asked, so that a question which ends the thread is not asked for ever
   */
  async ask<Answer>(question: string, work: (source: DataSource) => Promise<Answer>): Promise<Answer> {
    const deaths = this.#deaths.get(question) ?? 0;
    if (deaths >= DEATH_LIMIT) {
      throw new Hdf5Error('unreadable-values', 'The HDF5 library broke down over this more than once: it is not read.');
    }
    if (deaths === 0) return this.#run(question, work);
    // Alone, so that nothing else is taken for what ends the thread.
    const answer = this.#lastAlone.then(() => this.#run(question, work));
    this.#lastAlone = answer.catch(() => undefined);
    return answer;
  }

  /** Closes all of the file, and opens it anew. @throws as {@link source} */
  async reload(): Promise<void> {
    this.#deaths.clear();
    if (this.#isDisposed) return;
    if (this.#current) await this.#begin(this.#current);
    this.#events.changed();
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true;
    const current = this.#current;
    this.#current = undefined;
    await closed(current);
  }

  #begin(before: Promise<DataSource> | undefined): Promise<DataSource> {
    const opening = closed(before).then(() => this.#open());
    this.#current = opening;
    opening.then(
      (source) => {
        // It came too late: nobody knows of it.
        if (this.#isDisposed) void closed(Promise.resolve(source));
      },
      () => {
        if (this.#current === opening) this.#current = undefined;
      },
    );
    return opening;
  }

  async #run<Answer>(question: string, work: (source: DataSource) => Promise<Answer>): Promise<Answer> {
    for (let isFirst = true; ; isFirst = false) {
      const opening = this.source();
      const source = await opening;
      try {
        const answer = await work(source);
        this.#deaths.delete(question);
        return answer;
      } catch (error) {
        if (!(error instanceof Hdf5Error) || error.code !== 'closed' || this.#isDisposed) throw error;
        const isCurrent = this.#current === opening;
        if (isCurrent) this.#restart(opening, error);
        // What it was closed for was not this question, which may then be asked again.
        if (isFirst && !isCurrent && !this.#deaths.has(question)) continue;
        this.#deaths.set(question, (this.#deaths.get(question) ?? 0) + 1);
        throw error;
      }
    }
  }

  #restart(dead: Promise<DataSource>, error: Hdf5Error): void {
    this.#begin(dead).then(
      () => {
        this.#events.restarted(error);
      },
      () => {
        this.#events.changed();
      },
    );
  }
}

/** Closes a file, if it ever came to be open: that something is wrong with it matters no more. */
async function closed(source: Promise<DataSource> | undefined): Promise<void> {
  try {
    await (await source)?.close();
  } catch {
    // Its thread has ended, or it could not be opened.
  }
}
