/** A grid of numbers without end, down and across: only what is in sight is in the page, and only that is asked for. */
import { element } from './dom';
import { ScaledScroll } from './scaledScroll';

/** Half-open. */
export interface GridWindow {
  readonly rows: readonly [start: number, end: number];
  readonly columns: readonly [start: number, end: number];
}

interface WindowGridOptions {
  readonly label: string;
  readonly rows: number;
  readonly columns: number;
  readonly columnTitle: (column: number) => string;
  readonly rowTitle: (row: number) => string;
  /** px. */
  readonly columnWidth: number;
  readonly align: 'start' | 'end';
  /** undefined: it is not read yet. */
  readonly cell: (row: number, column: number) => string | undefined;
  /** Told what is in sight after each drawing. */
  readonly wanted: (window: GridWindow) => void;
}

const ROW_HEIGHT = 22;
const HEAD_WIDTH = 96;

let grids = 0;

export class WindowGrid {
  readonly element: HTMLElement;
  readonly #options: WindowGridOptions;
  readonly #head = element('div', { class: 'grid-head', role: 'row', 'aria-rowindex': 1 });
  readonly #body = element('div', { class: 'grid-body', role: 'rowgroup' });
  readonly #scroll: ScaledScroll;
  readonly #observer: ResizeObserver;
  readonly #id = `grid-${++grids}`;
  #active = { row: 0, column: 0 };
  #frame: number | undefined;

  constructor(options: WindowGridOptions) {
    this.#options = options;
    this.element = element(
      'div',
      {
        class: 'grid',
        role: 'grid',
        tabindex: 0,
        'aria-label': options.label,
        'aria-rowcount': options.rows + 1,
        'aria-colcount': options.columns + 1,
        on: {
          keydown: (event) => {
            this.#key(event);
          },
          click: ({ target }) => {
            const cell = target instanceof Element ? target.closest('.grid-cell') : null;
            if (cell) this.#activate(Number(cell.getAttribute('data-row')), Number(cell.getAttribute('data-column')));
          },
        },
      },
      element('div', { class: 'grid-head-group', role: 'rowgroup' }, this.#head),
      this.#body,
    );
    this.#body.style.width = `${HEAD_WIDTH + options.columns * options.columnWidth}px`;
    this.#scroll = new ScaledScroll(this.element, () => {
      this.refresh();
    });
    this.#observer = new ResizeObserver(() => {
      this.refresh();
    });
    this.#observer.observe(this.element);
  }

  /** The row at the top. */
  get firstRow(): number {
    return Math.floor(this.#scroll.top / ROW_HEIGHT);
  }

  showRow(row: number): void {
    this.#measure();
    this.#scroll.moveTo(row * ROW_HEIGHT);
    this.#active = { ...this.#active, row };
    this.refresh();
  }

  /** Draws with the next frame. */
  refresh(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#render();
    });
  }

  dispose(): void {
    this.#observer.disconnect();
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
  }

  #measure(): number {
    const room = Math.max(0, this.element.clientHeight - ROW_HEIGHT);
    this.#scroll.measure(this.#options.rows, ROW_HEIGHT, room);
    this.#body.style.height = `${this.#scroll.height}px`;
    return room;
  }

  #render(): void {
    const room = this.#measure();
    if (room === 0) return;
    const { rows, columns, columnWidth } = this.#options;
    const { scrollLeft, clientWidth } = this.element;
    const firstRow = this.firstRow;
    const endRow = Math.min(rows, Math.ceil((this.#scroll.top + room) / ROW_HEIGHT) + 1);
    const firstColumn = Math.min(columns - 1, Math.floor(scrollLeft / columnWidth));
    const endColumn = Math.min(columns, Math.ceil((scrollLeft + clientWidth - HEAD_WIDTH) / columnWidth) + 1);
    const window: GridWindow = {
      rows: [firstRow, endRow],
      columns: [firstColumn, Math.max(firstColumn + 1, endColumn)],
    };
    this.#head.replaceChildren(...this.#headCells(window));
    this.#head.style.width = this.#body.style.width;
    const made: HTMLElement[] = [];
    for (let row = firstRow; row < endRow; row++) made.push(this.#makeRow(row, window));
    this.#body.replaceChildren(...made);
    const active = this.element.querySelector(`#${this.#id}-active`);
    if (active) this.element.setAttribute('aria-activedescendant', active.id);
    else this.element.removeAttribute('aria-activedescendant');
    this.#options.wanted(window);
  }

  #headCells({ columns: [start, end] }: GridWindow): readonly HTMLElement[] {
    const cells = [element('div', { class: 'grid-corner', role: 'columnheader', 'aria-colindex': 1 }, 'row')];
    for (let column = start; column < end; column++) {
      const title = this.#options.columnTitle(column);
      const cell = element(
        'div',
        { class: `grid-title ${this.#options.align}`, role: 'columnheader', 'aria-colindex': column + 2, title },
        title,
      );
      this.#place(cell, column);
      cells.push(cell);
    }
    return cells;
  }

  #makeRow(row: number, { columns: [start, end] }: GridWindow): HTMLElement {
    const made = element(
      'div',
      { class: 'grid-row', role: 'row', 'aria-rowindex': row + 2 },
      element('div', { class: 'grid-row-title', role: 'rowheader', 'aria-colindex': 1 }, this.#options.rowTitle(row)),
    );
    made.style.transform = `translateY(${this.#scroll.placeOf(row * ROW_HEIGHT)}px)`;
    for (let column = start; column < end; column++) {
      const text = this.#options.cell(row, column);
      const isActive = row === this.#active.row && column === this.#active.column;
      const cell = element(
        'div',
        {
          id: isActive ? `${this.#id}-active` : undefined,
          class: `grid-cell ${this.#options.align}${isActive ? ' active' : ''}${text === undefined ? ' unread' : ''}`,
          role: 'gridcell',
          'aria-colindex': column + 2,
          'data-row': row,
          'data-column': column,
          title: text,
        },
        text ?? '…',
      );
      this.#place(cell, column);
      made.append(cell);
    }
    return made;
  }

  #place(cell: HTMLElement, column: number): void {
    cell.style.left = `${HEAD_WIDTH + column * this.#options.columnWidth}px`;
    cell.style.width = `${this.#options.columnWidth}px`;
  }

  #activate(row: number, column: number): void {
    const { rows, columns, columnWidth } = this.#options;
    this.#active = { row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) };
    const room = this.#measure();
    const top = this.#active.row * ROW_HEIGHT;
    if (top < this.#scroll.top) this.#scroll.moveTo(top);
    else if (top + ROW_HEIGHT > this.#scroll.top + room) this.#scroll.moveTo(top + ROW_HEIGHT - room);
    const left = this.#active.column * columnWidth;
    const across = this.element.clientWidth - HEAD_WIDTH;
    if (left < this.element.scrollLeft) this.element.scrollLeft = left;
    else if (left + columnWidth > this.element.scrollLeft + across)
      this.element.scrollLeft = left + columnWidth - across;
    this.refresh();
  }

  #key(event: KeyboardEvent): void {
    const { row, column } = this.#active;
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW_HEIGHT) - 2);
    const moves: Readonly<Record<string, readonly [row: number, column: number]>> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      PageDown: [row + page, column],
      PageUp: [row - page, column],
      Home: [0, column],
      End: [this.#options.rows - 1, column],
    };
    const target = moves[event.key];
    if (!target || event.target !== this.element) return;
    event.preventDefault();
    this.#activate(target[0], target[1]);
  }
}
