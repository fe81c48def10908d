/** How long frames take until they are drawn, not only until they are asked for. */
export class FrameClock {
  readonly #context: WebGL2RenderingContext;
  #isBusy = false;
  #isDisposed = false;

  constructor(context: WebGL2RenderingContext) {
    this.#context = context;
  }

  /** Resolves to the milliseconds that a frame took. */
  async time(render: () => void): Promise<number> {
    const begin = performance.now();
    render();
    await this.#drawn();
    return performance.now() - begin;
  }

  /**
   * The same for one of many frames: begins now, ends after the function that it gives was called. undefined while an
   * earlier frame is still drawn.
   */
  measure(report: (time: number) => void): (() => void) | undefined {
    if (this.#isBusy) return undefined;
    this.#isBusy = true;
    const begin = performance.now();
    return () => {
      void this.#drawn().then(() => {
        this.#isBusy = false;
        if (!this.#isDisposed) report(performance.now() - begin);
      });
    };
  }

  dispose(): void {
    this.#isDisposed = true;
  }

  async #drawn(): Promise<void> {
    const gl = this.#context;
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (!fence) return;
    gl.flush();
    // A fence tells nothing new before the page has been left for a moment.
    do await new Promise((resolve) => setTimeout(resolve, 1));
    while (!this.#isDisposed && !gl.isContextLost() && gl.clientWaitSync(fence, 0, 0) === gl.TIMEOUT_EXPIRED);
    gl.deleteSync(fence);
  }
}
