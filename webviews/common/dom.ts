/** Elements made in one expression. Children that are strings become text, never HTML. */

type Listeners = { readonly [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void };

interface Attributes {
  /** Listeners by event. */
  readonly on?: Listeners;
  readonly [attribute: string]: string | number | boolean | undefined | Listeners;
}

type Child = Node | string | undefined;

/** `false` and undefined leave an attribute out; `true` sets it empty. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { on = {}, ...attributes }: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  for (const [name, listener] of Object.entries(on)) made.addEventListener(name, listener as EventListener);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

export function svgElement<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS(SVG, tag);
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

function setAttributes(made: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false || typeof value === 'object') continue;
    made.setAttribute(name, value === true ? '' : String(value));
  }
}

/** An icon of VS Code; `label` only where nothing beside it says the same. */
export function icon(name: string, label?: string): HTMLElement {
  const hidden = label === undefined;
  return element('span', {
    class: `codicon codicon-${name}`,
    'aria-hidden': hidden && 'true',
    role: hidden ? undefined : 'img',
    'aria-label': label,
  });
}

/** A flat button with an icon, as in VS Code's toolbars. */
export function iconButton(name: string, label: string, click: () => void): HTMLButtonElement {
  return element(
    'button',
    { class: 'icon-button', type: 'button', title: label, 'aria-label': label, on: { click } },
    icon(name),
  );
}

export function button(label: string, click: () => void, kind: 'primary' | 'secondary' = 'secondary'): HTMLElement {
  return element('button', { class: `button ${kind}`, type: 'button', on: { click } }, label);
}

/** Text that is pressed like a link. */
export function linkButton(label: string, click: () => void, title?: string): HTMLButtonElement {
  return element('button', { class: 'link', type: 'button', title, on: { click } }, label);
}

/** A choice of a few, with its label before it. */
export function choice<Value extends string>(
  label: string,
  options: readonly { readonly value: Value; readonly title: string }[],
  chosen: Value,
  change: (value: Value) => void,
): HTMLElement {
  const list = element(
    'select',
    { class: 'choice', 'aria-label': label },
    ...options.map(({ value, title }) => element('option', { value, selected: value === chosen }, title)),
  );
  list.addEventListener('change', () => {
    const option = options.find(({ value }) => value === list.value);
    if (option) change(option.value);
  });
  return element('label', { class: 'labelled' }, label, list);
}
