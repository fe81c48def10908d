/** A tree of any length as rows: only those in sight are in the page. After the ARIA pattern of a tree. */
import { element, icon } from './dom';
import { ScaledScroll } from './scaledScroll';

export interface TreeListRow {
  /** Names the row for as long as it is the same. */
  readonly key: string;
  /** From 1. */
  readonly level: number;
  /** undefined: it has nothing beneath it. */
  readonly expanded?: boolean | undefined;
  readonly checked?: boolean | 'mixed';
  readonly position: number;
  readonly siblings: number;
  readonly title?: string;
  readonly content: readonly (Node | string)[];
  readonly class?: string;
}

interface TreeListOptions {
  readonly label: string;
  /** undefined: it is not known yet. */
  readonly row: (index: number) => TreeListRow | undefined;
  readonly toggle: (index: number) => void;
  /** The row of what the row lies in; undefined at the top. */
  readonly parent: (index: number) => number | undefined;
  readonly pick: (index: number) => void;
  /** By space or a click on the box; `extend`: with shift, from the last row that was checked. */
  readonly check?: (index: number, extend: boolean) => void;
  /** The next row from one whose name begins with a text. */
  readonly find: (text: string, from: number) => number | undefined;
  /** Told which rows are in sight after each drawing. */
  readonly inSight?: (first: number, end: number) => void;
}

const ROW_HEIGHT = 22;
const OVERSCAN = 6;
/** ms after which typed letters begin a new word. */
const WORD_PAUSE = 700;

let trees = 0;

export class TreeList {
  readonly element: HTMLElement;
  readonly #options: TreeListOptions;
  readonly #body = element('div', { class: 'tree-body', role: 'presentation' });
  readonly #scroll: ScaledScroll;
  readonly #observer: ResizeObserver;
  readonly #id = `tree-${++trees}`;
  #count = 0;
  #active = 0;
  #selected: string | undefined;
  #word = { text: '', at: 0 };

  constructor(options: TreeListOptions) {
    this.#options = options;
    this.element = element(
      'div',
      {
        class: 'tree',
        role: 'tree',
        tabindex: 0,
        'aria-label': options.label,
        'aria-multiselectable': options.check ? 'true' : undefined,
        on: {
          keydown: (event) => {
            this.#key(event);
          },
          click: (event) => {
            this.#click(event);
          },
        },
      },
      this.#body,
    );
    this.#scroll = new ScaledScroll(this.element, () => {
      this.refresh();
    });
    this.#observer = new ResizeObserver(() => {
      this.refresh();
    });
    this.#observer.observe(this.element);
  }

  get active(): number {
    return this.#active;
  }

  setCount(count: number): void {
    this.#count = count;
    this.#active = Math.max(0, Math.min(this.#active, count - 1));
    this.refresh();
  }

  select(key: string | undefined, row?: number): void {
    this.#selected = key;
    if (row !== undefined) this.moveTo(row);
    else this.refresh();
  }

  moveTo(row: number): void {
    this.#active = Math.max(0, Math.min(this.#count - 1, row));
    const room = this.element.clientHeight;
    const top = this.#active * ROW_HEIGHT;
    this.#scroll.measure(this.#count, ROW_HEIGHT, room);
    this.#body.style.height = `${this.#scroll.height}px`;
    if (top < this.#scroll.top) this.#scroll.moveTo(top);
    else if (top + ROW_HEIGHT > this.#scroll.top + room) this.#scroll.moveTo(top + ROW_HEIGHT - room);
    this.refresh();
  }

  refresh(): void {
    const room = this.element.clientHeight;
    this.#scroll.measure(this.#count, ROW_HEIGHT, room);
    this.#body.style.height = `${this.#scroll.height}px`;
    if (room === 0) return;
    const first = Math.max(0, Math.floor(this.#scroll.top / ROW_HEIGHT) - OVERSCAN);
    const end = Math.min(this.#count, Math.ceil((this.#scroll.top + room) / ROW_HEIGHT) + OVERSCAN);
    const rows: HTMLElement[] = [];
    for (let index = first; index < end; index++) rows.push(this.#makeRow(index));
    this.#body.replaceChildren(...rows);
    const isSeen = this.#active >= first && this.#active < end;
    if (isSeen) this.element.setAttribute('aria-activedescendant', `${this.#id}-${this.#active}`);
    else this.element.removeAttribute('aria-activedescendant');
    this.#options.inSight?.(first, end);
  }

  dispose(): void {
    this.#observer.disconnect();
  }

  #makeRow(index: number): HTMLElement {
    const row = this.#options.row(index);
    const made = element(
      'div',
      {
        id: `${this.#id}-${index}`,
        class: `tree-row ${row?.class ?? ''}`,
        role: 'treeitem',
        'data-row': index,
        'aria-level': row?.level,
        'aria-posinset': row ? row.position + 1 : undefined,
        'aria-setsize': row?.siblings,
        'aria-expanded': row?.expanded === undefined ? undefined : String(row.expanded),
        'aria-checked': row?.checked === undefined ? undefined : String(row.checked),
        'aria-selected': String(row !== undefined && row.key === this.#selected),
        title: row?.title,
      },
      element('span', { class: 'tree-indent' }),
      element(
        'span',
        { class: 'tree-twistie' },
        row?.expanded === undefined ? undefined : icon(row.expanded ? 'chevron-down' : 'chevron-right'),
      ),
      row?.checked === undefined ? undefined : checkBox(row.checked),
      ...(row ? row.content : ['…']),
    );
    made.style.transform = `translateY(${this.#scroll.placeOf(index * ROW_HEIGHT)}px)`;
    made.style.setProperty('--level', String((row?.level ?? 1) - 1));
    made.classList.toggle('active', index === this.#active);
    return made;
  }

  #click(event: MouseEvent): void {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const index = Number(target.closest('.tree-row')?.getAttribute('data-row') ?? NaN);
    if (Number.isNaN(index)) return;
    this.#active = index;
    if (target.closest('.tree-twistie') && this.#options.row(index)?.expanded !== undefined)
      this.#options.toggle(index);
    else if (this.#options.check && (event.shiftKey || target.closest('.tree-check'))) {
      this.#options.check(index, event.shiftKey);
    } else this.#options.pick(index);
    this.refresh();
  }

  #key(event: KeyboardEvent): void {
    if (event.target !== this.element || this.#count === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = this.#active;
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW_HEIGHT) - 1);
    const places: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: this.#count - 1,
    };
    const target = places[event.key];
    if (target !== undefined) {
      const next = Math.max(0, Math.min(this.#count - 1, target));
      this.moveTo(next);
      if (event.shiftKey) this.#options.check?.(next, true);
    } else if (event.key === 'ArrowRight') this.#inward(at);
    else if (event.key === 'ArrowLeft') this.#outward(at);
    else if (event.key === 'Enter') this.#options.pick(at);
    else if (event.key === ' ') {
      if (this.#options.check) this.#options.check(at, event.shiftKey);
      else this.#options.pick(at);
    } else if (event.key.length === 1) this.#typeAhead(event.key);
    else return;
    event.preventDefault();
  }

  #inward(at: number): void {
    const expanded = this.#options.row(at)?.expanded;
    if (expanded === false) this.#options.toggle(at);
    else if (expanded) this.moveTo(at + 1);
  }

  #outward(at: number): void {
    if (this.#options.row(at)?.expanded) this.#options.toggle(at);
    else {
      const parent = this.#options.parent(at);
      if (parent !== undefined) this.moveTo(parent);
    }
  }

  #typeAhead(letter: string): void {
    const now = performance.now();
    const text = (now - this.#word.at < WORD_PAUSE ? this.#word.text : '') + letter.toLowerCase();
    this.#word = { text, at: now };
    // The first letter looks for the next row, further letters may stay on the one that was found.
    const found = this.#options.find(text, text.length === 1 ? this.#active + 1 : this.#active);
    if (found !== undefined) this.moveTo(found);
  }
}

function checkBox(checked: boolean | 'mixed'): HTMLElement {
  const mark = checked === 'mixed' ? 'dash' : checked ? 'check' : undefined;
  return element('span', { class: 'tree-check' }, mark ? icon(mark) : undefined);
}
