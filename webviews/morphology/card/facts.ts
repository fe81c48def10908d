/** Rows of a name and a value, in a list that screen readers read as such. */
import { element } from '../../common/dom';

export type Fact = readonly [label: string, value: string | Node];

export function factList(facts: readonly Fact[]): HTMLElement {
  return element(
    'dl',
    { class: 'facts' },
    ...facts.flatMap(([label, value]) => [element('dt', {}, label), element('dd', {}, value)]),
  );
}
