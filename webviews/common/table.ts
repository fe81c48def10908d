/** A table of any length: only the rows in sight are in the page. After the ARIA pattern of a grid. */
import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from '@tanstack/virtual-core';
import { compareCells, csvText, type Cell } from './cells';
import { element } from './dom';

export interface Column {
  readonly title: string;
  /** Behind the title: "µm". */
  readonly unit?: string;
  readonly align?: 'start' | 'end';
  /** em; the table scrolls aside where there is less room. */
  readonly width: number;
  /** Share of the room that is left; 1 where it is left out. */
  readonly grow?: number;
  readonly value: (row: number) => Cell;
  /** What is shown; the value where it is left out. */
  readonly text?: (row: number) => string;
  /** Before the text, such as a swatch. */
  readonly mark?: (row: number) => Node;
}

interface TableOptions {
  readonly label: string;
  readonly columns: readonly Column[];
  /** The row was chosen by pointer or keys; `open`: by Enter or a double click. */
  readonly onPick?: (row: number, open: boolean) => void;
}

const ROW_HEIGHT = 22;
/** Browsers stop near 2^25 pixels. */
const LARGEST_ROW_COUNT = 1_500_000;

let tables = 0;

export class Table {
  readonly element: HTMLElement;
  readonly #columns: readonly Column[];
  readonly #onPick: TableOptions['onPick'];
  readonly #head: HTMLElement;
  readonly #body: HTMLElement;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  readonly #unmount: () => void;
  readonly #id = `table-${++tables}`;
  /** The rows in the page, by their place. */
  #made = new Map<number, HTMLElement>();
  #count = 0;
  /** Rows in the order in which they are shown; undefined: their own. */
  #order: Uint32Array | undefined;
  #sorted: { readonly column: number; readonly descending: boolean } | undefined;
  /** The active cell, by its place in sight. */
  #active = { place: 0, column: 0 };
  #selected: number | undefined;
  /** The selected row is still to be scrolled to: the table was not in sight, or has fewer rows as yet. */
  #mustReveal = false;

  constructor({ label, columns, onPick }: TableOptions) {
    this.#columns = columns;
    this.#onPick = onPick;
    this.#head = element('div', { class: 'table-row table-head', role: 'row', 'aria-rowindex': 1 });
    this.#body = element('div', { class: 'table-body', role: 'rowgroup' });
    this.element = element(
      'div',
      {
        class: 'table',
        role: 'grid',
        tabindex: 0,
        'aria-label': label,
        'aria-colcount': columns.length,
        on: {
          keydown: (event) => {
            this.#key(event);
          },
        },
      },
      element('div', { role: 'rowgroup', class: 'table-head-group' }, this.#head),
      this.#body,
    );
    // Rows stand on their own: only a width of their own keeps all their columns in line.
    const width = columns.reduce((sum, column) => sum + widthOf(column), 0);
    this.element.style.setProperty('--table-width', `${width}em`);
    this.#virtualizer = new Virtualizer<HTMLElement, HTMLElement>(this.#options());
    this.#unmount = this.#virtualizer._didMount();
    this.#renderHead();
  }

  /** How many rows there are now; what they hold is asked for anew. */
  setRows(count: number): void {
    this.#count = Math.min(count, LARGEST_ROW_COUNT);
    this.#active = { ...this.#active, place: Math.max(0, Math.min(this.#active.place, this.#count - 1)) };
    this.element.setAttribute('aria-rowcount', String(this.#count + 1));
    this.#sort();
    this.refresh();
  }

  /** The rows hold something else, or the table has come in sight. */
  refresh(): void {
    this.#virtualizer.setOptions(this.#options());
    this.#virtualizer._willUpdate();
    this.#virtualizer.measure();
    this.#renew();
    this.#reveal();
  }

  select(row: number | undefined, scroll = true): void {
    if (row === this.#selected) return;
    this.#selected = row;
    this.#mustReveal = scroll && row !== undefined;
    this.#reveal();
    this.#render();
  }

  #reveal(): void {
    const row = this.#selected;
    const { clientHeight, scrollTop } = this.element;
    if (!this.#mustReveal || row === undefined || row >= this.#count || clientHeight === 0) return;
    this.#mustReveal = false;
    const place = this.#order ? this.#order.indexOf(row) : row;
    this.#active = { ...this.#active, place };
    const start = place * ROW_HEIGHT;
    // The head stays on top and covers a row's height.
    const height = clientHeight - ROW_HEIGHT;
    if (start < scrollTop || start + ROW_HEIGHT > scrollTop + height) {
      this.element.scrollTop = Math.max(0, start - (height - ROW_HEIGHT) / 2);
    }
    this.#render();
  }

  /** The whole table, in the order in which it is shown. */
  csv(separator = ','): string {
    const { columns, rows } = this.#cells();
    return csvText(columns, rows(), separator);
  }

  dispose(): void {
    this.#unmount();
  }

  #cells(): { columns: readonly string[]; rows: () => Generator<readonly Cell[]> } {
    const columns = this.#columns.map(({ title, unit }) => (unit ? `${title} (${unit})` : title));
    const rows = function* (this: Table): Generator<readonly Cell[]> {
      for (let place = 0; place < this.#count; place++) {
        const row = this.#rowAt(place);
        yield this.#columns.map(({ value }) => value(row));
      }
    };
    return { columns, rows: rows.bind(this) };
  }

  #options(): ConstructorParameters<typeof Virtualizer<HTMLElement, HTMLElement>>[0] {
    return {
      count: this.#count,
      getScrollElement: () => this.element,
      estimateSize: () => ROW_HEIGHT,
      overscan: 8,
      // The head stays on top and covers a row's height.
      scrollPaddingStart: ROW_HEIGHT,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => {
        this.#render();
      },
    };
  }

  #rowAt(place: number): number {
    return this.#order?.[place] ?? place;
  }

  #template(): string {
    return this.#columns.map((column) => `minmax(${widthOf(column)}em, ${column.grow ?? 1}fr)`).join(' ');
  }

  #renderHead(): void {
    this.#head.style.gridTemplateColumns = this.#template();
    this.#head.replaceChildren(
      ...this.#columns.map(({ title, unit, align }, index) => {
        const sorted = this.#sorted?.column === index ? this.#sorted : undefined;
        const arrow = sorted ? (sorted.descending ? ' ↓' : ' ↑') : '';
        return element(
          'div',
          {
            class: `table-cell ${align ?? 'start'}`,
            role: 'columnheader',
            'aria-colindex': index + 1,
            'aria-sort': sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none',
          },
          element(
            'button',
            {
              class: 'table-sort',
              type: 'button',
              title: unit ? `${title} (${unit})` : title,
              on: {
                click: () => {
                  this.#sortBy(index);
                },
              },
            },
            title,
            unit === undefined ? undefined : element('span', { class: 'unit' }, ` ${unit}`),
            arrow,
          ),
        );
      }),
    );
  }

  /** Rows in sight are kept: a row that is replaced between two clicks would hear of no double click. */
  #render(): void {
    this.#body.style.height = `${this.#virtualizer.getTotalSize()}px`;
    const made = new Map<number, HTMLElement>();
    for (const { index: place, start } of this.#virtualizer.getVirtualItems()) {
      const row = this.#made.get(place) ?? this.#makeRow(place);
      row.style.transform = `translateY(${start}px)`;
      const isActive = place === this.#active.place;
      row.classList.toggle('active', isActive);
      row.setAttribute('aria-selected', String(this.#rowAt(place) === this.#selected));
      for (const [column, cell] of [...row.children].entries()) {
        if (isActive && column === this.#active.column) cell.id = `${this.#id}-active`;
        else cell.removeAttribute('id');
      }
      made.set(place, row);
    }
    for (const [place, row] of this.#made) if (made.get(place) !== row) row.remove();
    for (const row of made.values()) if (!row.isConnected || row.parentNode !== this.#body) this.#body.append(row);
    this.#made = made;
    if (made.has(this.#active.place)) this.element.setAttribute('aria-activedescendant', `${this.#id}-active`);
    else this.element.removeAttribute('aria-activedescendant');
  }

  /** Rows hold something else, or stand in another order. */
  #renew(): void {
    for (const row of this.#made.values()) row.remove();
    this.#made = new Map();
    this.#render();
  }

  #makeRow(place: number): HTMLElement {
    const row = this.#rowAt(place);
    const made = element(
      'div',
      {
        class: 'table-row',
        role: 'row',
        'aria-rowindex': place + 2,
        on: {
          click: () => {
            this.#choose(place, false);
          },
          dblclick: () => {
            this.#choose(place, true);
          },
        },
      },
      ...this.#columns.map((column, index) => cellElement(column, row, index)),
    );
    made.style.gridTemplateColumns = this.#template();
    return made;
  }

  #choose(place: number, open: boolean): void {
    this.#active = { ...this.#active, place };
    const row = this.#rowAt(place);
    this.#selected = row;
    this.#render();
    this.#onPick?.(row, open);
  }

  #key(event: KeyboardEvent): void {
    if (event.target !== this.element || this.#count === 0) return;
    const { place, column } = this.#active;
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW_HEIGHT) - 2);
    const last = this.#count - 1;
    const places: Readonly<Record<string, number>> = {
      ArrowDown: place + 1,
      ArrowUp: place - 1,
      PageDown: place + page,
      PageUp: place - page,
      Home: 0,
      End: last,
    };
    const target = places[event.key];
    if (target !== undefined) {
      const next = Math.max(0, Math.min(last, target));
      this.#choose(next, false);
      this.#virtualizer.scrollToIndex(next);
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const next = column + (event.key === 'ArrowRight' ? 1 : -1);
      this.#active = { place, column: Math.max(0, Math.min(this.#columns.length - 1, next)) };
      this.#render();
    } else if (event.key === 'Enter') {
      this.#choose(place, true);
    } else return;
    event.preventDefault();
  }

  #sortBy(column: number): void {
    const sorted = this.#sorted;
    if (sorted?.column !== column) this.#sorted = { column, descending: false };
    else this.#sorted = sorted.descending ? undefined : { column, descending: true };
    this.#sort();
    this.#renderHead();
    this.#renew();
  }

  #sort(): void {
    const { column = -1, descending = false } = this.#sorted ?? {};
    const value = this.#columns[column]?.value;
    if (!value) {
      this.#order = undefined;
      return;
    }
    const values = Array.from({ length: this.#count }, (_, row) => value(row));
    this.#order = Uint32Array.from(values.keys()).sort((a, b) => {
      const order = compareCells(values[a] ?? null, values[b] ?? null, descending);
      return order === 0 ? a - b : order;
    });
  }
}

/** em: its title is to be read, with room for the arrow. */
function widthOf({ width, title, unit }: Column): number {
  const letters = title.length + (unit === undefined ? 0 : unit.length + 1);
  return Math.max(width, letters * 0.62 + 2.4);
}

function cellElement(column: Column, row: number, index: number): HTMLElement {
  const text = column.text ? column.text(row) : String(column.value(row) ?? '');
  return element(
    'div',
    { class: `table-cell ${column.align ?? 'start'}`, role: 'gridcell', 'aria-colindex': index + 1, title: text },
    column.mark?.(row),
    text,
  );
}
