/** How far we are, on standard error, and only where a person looks at it. */
export class Progress {
  readonly #total: number;
  readonly #shown: boolean;
  #done = 0;

  constructor(total: number) {
    this.#total = total;
    this.#shown = process.stderr.isTTY && total > 20;
  }

  step(): void {
    this.#done++;
    if (!this.#shown) return;
    const width = 30;
    const filled = Math.round((this.#done / this.#total) * width);
    process.stderr.write(`\r[${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${this.#done}/${this.#total} files`);
  }

  end(): void {
    if (this.#shown) process.stderr.write('\r\x1b[K');
  }
}
