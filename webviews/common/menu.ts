/** A button that opens a short menu, after the ARIA pattern. */
import { element, icon } from './dom';

export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
}

export function menuButton(label: string, iconName: string, items: () => readonly MenuItem[]): HTMLElement {
  const list = element('div', { class: 'menu', role: 'menu', 'aria-label': label, hidden: true });
  const opener = element(
    'button',
    { class: 'icon-button', type: 'button', 'aria-haspopup': 'menu', 'aria-expanded': 'false', title: label },
    icon(iconName),
    element('span', { class: 'button-label' }, label),
  );
  const close = (): void => {
    list.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
  };
  const open = (): void => {
    list.replaceChildren(
      ...items().map(({ label: title, run }) => {
        const click = (): void => {
          close();
          opener.focus();
          run();
        };
        return element(
          'button',
          { class: 'menu-item', role: 'menuitem', type: 'button', tabindex: -1, on: { click } },
          title,
        );
      }),
    );
    list.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    focusItem(list, 0);
  };
  opener.addEventListener('click', () => {
    if (list.hidden) open();
    else close();
  });
  const holder = element('div', { class: 'menu-holder' }, opener, list);
  list.addEventListener('keydown', (event) => {
    const items = [...list.children];
    const at = items.indexOf(document.activeElement ?? list);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) focusItem(list, target);
    else if (event.key === 'Escape') {
      close();
      opener.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  holder.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && holder.contains(relatedTarget))) close();
  });
  return holder;
}

function focusItem(list: HTMLElement, index: number): void {
  const item = list.children[index];
  if (item instanceof HTMLElement) item.focus();
}
