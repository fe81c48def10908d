import { element } from '../common/dom';

/** A small square in a colour, before the name of what has it. */
export function swatch(color: string): HTMLElement {
  const made = element('span', { class: 'swatch', 'aria-hidden': 'true' });
  made.style.backgroundColor = color;
  return made;
}
