/** Rows without end in a page that ends: beyond some height the scroll bar is scaled. */

/** Browsers stop near 2^25 pixels, and place what they draw by single floats: from 2^23 on rows would no longer be even. */
const LARGEST_HEIGHT = 8_000_000;

export interface ScrollScale {
  /** Height of the page in which is scrolled, px. */
  readonly height: number;
  /** px of rows that one px of the scroll bar moves. */
  readonly factor: number;
  /** The last place at which rows can begin, px of rows. */
  readonly lastTop: number;
}

/** @param room height of what is in sight, px */
export function scrollScale(rows: number, rowHeight: number, room: number): ScrollScale {
  const full = rows * rowHeight;
  const lastTop = Math.max(0, full - room);
  if (full <= LARGEST_HEIGHT) return { height: full, factor: 1, lastTop };
  return { height: LARGEST_HEIGHT, factor: lastTop / Math.max(1, LARGEST_HEIGHT - room), lastTop };
}

/** Keeps the place of an element that scrolls so: exact by wheel and keys, scaled by the bar. */
export class ScaledScroll {
  /** px of rows above what is in sight. */
  top = 0;
  #expected = 0;
  #scale: ScrollScale = { height: 0, factor: 1, lastTop: 0 };
  readonly #element: HTMLElement;

  constructor(element: HTMLElement, changed: () => void) {
    this.#element = element;
    element.addEventListener('scroll', () => {
      const { scrollTop } = element;
      // Our own move comes back as an event, rounded to a pixel of the screen.
      if (Math.abs(scrollTop - this.#expected) > 1.5) {
        this.#expected = scrollTop;
        this.top = Math.min(this.#scale.lastTop, scrollTop * this.#scale.factor);
      }
      changed();
    });
    element.addEventListener(
      'wheel',
      (event) => {
        if (this.#scale.factor === 1 || event.deltaY === 0 || event.ctrlKey) return;
        event.preventDefault();
        this.moveTo(this.top + event.deltaY * (event.deltaMode === 1 ? 22 : 1));
        changed();
      },
      { passive: false },
    );
  }

  get height(): number {
    return this.#scale.height;
  }

  measure(rows: number, rowHeight: number, room: number): void {
    this.#scale = scrollScale(rows, rowHeight, room);
    if (this.top > this.#scale.lastTop) this.moveTo(this.#scale.lastTop);
  }

  moveTo(top: number): void {
    this.top = Math.max(0, Math.min(this.#scale.lastTop, top));
    this.#expected = this.top / this.#scale.factor;
    this.#element.scrollTop = this.#expected;
    this.#expected = this.#element.scrollTop;
  }

  /** Where a row stands in the scrolled page, px. */
  placeOf(rowTop: number): number {
    return Math.round(this.#element.scrollTop + rowTop - this.top);
  }
}
