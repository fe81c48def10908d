/** Tabs after the ARIA pattern: one is in the order of focus, arrows choose among them. */
import { element } from './dom';

interface TabDefinition<Name extends string> {
  readonly name: Name;
  readonly title: string;
  readonly panel: HTMLElement;
}

export class Tabs<Name extends string> {
  readonly list: HTMLElement;
  readonly panels: HTMLElement;
  readonly #buttons = new Map<Name, HTMLButtonElement>();
  readonly #badges = new Map<Name, HTMLElement>();
  readonly #definitions: readonly TabDefinition<Name>[];

  constructor(label: string, definitions: readonly TabDefinition<Name>[], choose: (name: Name) => void) {
    this.#definitions = definitions;
    for (const { name, title, panel } of definitions) {
      const badge = element('span', { class: 'badge', hidden: true });
      const tab = element(
        'button',
        {
          class: 'tab',
          type: 'button',
          role: 'tab',
          id: `tab-${name}`,
          'aria-controls': `panel-${name}`,
          on: {
            click: () => {
              choose(name);
            },
          },
        },
        title,
        badge,
      );
      panel.id = `panel-${name}`;
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', tab.id);
      this.#buttons.set(name, tab);
      this.#badges.set(name, badge);
    }
    this.list = element(
      'div',
      {
        class: 'tabs',
        role: 'tablist',
        'aria-label': label,
        on: {
          keydown: (event) => {
            const next = this.#target(event);
            if (next === undefined) return;
            event.preventDefault();
            choose(next);
            this.#buttons.get(next)?.focus();
          },
        },
      },
      ...this.#buttons.values(),
    );
    this.panels = element('div', { class: 'tab-panels' }, ...definitions.map(({ panel }) => panel));
  }

  /** Shows one tab; undefined shows none. */
  show(shown: Name | undefined): void {
    for (const [index, { name, panel }] of this.#definitions.entries()) {
      const isShown = name === shown;
      const tab = this.#buttons.get(name);
      tab?.setAttribute('aria-selected', String(isShown));
      if (tab) tab.tabIndex = isShown || (shown === undefined && index === 0) ? 0 : -1;
      panel.hidden = !isShown;
    }
  }

  /** A number behind a tab's title; 0 takes it away. */
  setBadge(name: Name, count: number): void {
    const badge = this.#badges.get(name);
    if (!badge) return;
    badge.textContent = String(count);
    badge.hidden = count === 0;
  }

  #target(event: KeyboardEvent): Name | undefined {
    const names = this.#definitions.map(({ name }) => name);
    const at = names.findIndex((name) => this.#buttons.get(name) === document.activeElement);
    if (at < 0) return undefined;
    const last = names.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    return target === undefined ? undefined : names[target];
  }
}
