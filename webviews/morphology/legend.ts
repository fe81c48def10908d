import { element } from '../common/dom';
import { swatch } from './swatch';

export function legend(entries: readonly { readonly title: string; readonly color: string }[]): readonly HTMLElement[] {
  return entries.map(({ title, color }) => element('span', {}, swatch(color), title));
}
