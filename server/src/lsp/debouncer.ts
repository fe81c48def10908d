/** Does once, a moment after the last of many causes, what each of them asks for. */
export class Debouncer {
  readonly #delay: number;
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param delay in ms */
  constructor(delay: number, run: () => void) {
    this.#delay = delay;
    this.#run = run;
  }

  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#run, this.#delay);
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}
