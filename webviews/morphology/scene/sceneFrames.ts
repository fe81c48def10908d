/** When the scene is drawn: at most once a frame, at once while it moves, and better some time after the last frame. */

/** What there is to do. */
export interface FrameWork {
  /** @param isPictureStale whether more than what lies over the picture has changed */
  draw(isPictureStale: boolean): void;
  /** The camera has come to rest. */
  settle(): void;
  /** Draws as well as it can; resolves when that is drawn, or was given up. */
  refine(): Promise<void>;
}

/** Milliseconds after the last movement when the picture is at rest. */
const REST_DELAY = 150;

export class SceneFrames {
  /** Pictures that were drawn. */
  count = 0;
  #work: FrameWork;
  #frame = 0;
  #isMoving = false;
  #isVisible = true;
  #isOver = false;
  #isPictureStale = true;
  /** The picture is as good as it gets. */
  #isRefined = false;
  #restTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(work: FrameWork) {
    this.#work = work;
  }

  get isMoving(): boolean {
    return this.#isMoving;
  }

  get isResting(): boolean {
    return !this.#isMoving && this.#frame === 0 && this.#isRefined;
  }

  setVisible(isVisible: boolean): void {
    this.#isVisible = isVisible;
    if (isVisible) this.redraw();
  }

  /** The camera is elsewhere. */
  move(): void {
    this.#isMoving = true;
    // The picture comes to rest some time after its last frame, not after the last movement: frames may be slow.
    clearTimeout(this.#restTimer);
    this.redraw();
    if (!this.#isVisible) this.#restLater();
  }

  /** The picture is another: drawn now, and better later. */
  renew(): void {
    this.redraw();
    this.#restLater();
  }

  redraw(): void {
    this.#isPictureStale = true;
    this.request();
  }

  /** What lies over the picture is another. */
  request(): void {
    if (!this.#isVisible || this.#isOver) return;
    this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  /** Draws before anything is seen: a canvas that changes its size is empty. */
  drawNow(): void {
    cancelAnimationFrame(this.#frame);
    this.#isPictureStale = true;
    this.#draw();
    this.#restLater();
  }

  dispose(): void {
    this.#isOver = true;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#restTimer);
  }

  #draw(): void {
    this.#frame = 0;
    const isPictureStale = this.#isPictureStale;
    this.#isPictureStale = false;
    if (isPictureStale) this.count++;
    this.#work.draw(isPictureStale);
    if (this.#isMoving) this.#restLater();
  }

  #restLater(): void {
    this.#isRefined = false;
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => this.#rest(), REST_DELAY);
  }

  #rest(): void {
    if (this.#isMoving) {
      this.#isMoving = false;
      this.#work.settle();
      // A picture that was drawn more simply while it moved is drawn anew.
      this.redraw();
    }
    if (!this.#isVisible) return;
    const timer = this.#restTimer;
    void this.#work.refine().then(() => {
      if (timer === this.#restTimer) this.#isRefined = true;
    });
  }
}
