/** Slow work in the place of what it will show: progress that can be cancelled, then the content or what went wrong. */
import { element } from './dom';
import { messageNotice, progressNotice } from './notices';

/** ms until work is called slow: what is faster would only flicker. */
const PATIENCE = 250;

export class Loader {
  /** Lies over the content; hidden while there is nothing to say. */
  readonly element = element('div', { class: 'loader', hidden: true });
  #abort: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Ends what runs and begins anew. */
  run<Result>(title: string, work: (signal: AbortSignal) => Promise<Result>, show: (result: Result) => void): void {
    this.cancel();
    const abort = new AbortController();
    this.#abort = abort;
    const again = (): void => {
      this.run(title, work, show);
    };
    this.#timer = setTimeout(() => {
      const notice = progressNotice(title, () => {
        this.cancel();
        this.#show(
          messageNotice('info', 'Cancelled', ['Nothing more is read.'], [{ label: 'Read again', run: again }]),
        );
      });
      notice.update('Reading', null);
      this.#show(notice.element);
    }, PATIENCE);
    void this.#wait(work, abort, show, again);
  }

  cancel(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    clearTimeout(this.#timer);
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  async #wait<Result>(
    work: (signal: AbortSignal) => Promise<Result>,
    abort: AbortController,
    show: (result: Result) => void,
    again: () => void,
  ): Promise<void> {
    try {
      const result = await work(abort.signal);
      if (this.#abort !== abort) return;
      this.cancel();
      show(result);
    } catch (error) {
      if (this.#abort !== abort) return;
      this.cancel();
      const message = error instanceof Error ? error.message : String(error);
      this.#show(messageNotice('error', 'This could not be read', [message], [{ label: 'Retry', run: again }]));
    }
  }

  #show(notice: HTMLElement): void {
    this.element.replaceChildren(notice);
    this.element.hidden = false;
  }
}
