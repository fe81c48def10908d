/** The attributes of an object, always in sight. */
import type { Hdf5Attribute } from '../../../formats/hdf5/api';
import { element, linkButton } from '../../common/dom';
import { counted } from '../../common/numbers';
import { isReference, shapeText, typeText, valueText } from './values';

/** Letters and elements that are shown at first. */
const SHORT = 200;
const FEW = 20;
const MANY = 2000;

/** @param follow an object that a reference leads to */
export function attributeTable(attributes: readonly Hdf5Attribute[], follow: (path: string) => void): HTMLElement {
  if (attributes.length === 0) return element('p', { class: 'muted' }, 'No attributes');
  return element(
    'table',
    { class: 'attributes', 'aria-label': counted(attributes.length, 'attribute') },
    element('tbody', {}, ...attributes.map((attribute) => attributeRow(attribute, follow))),
  );
}

function attributeRow(attribute: Hdf5Attribute, follow: (path: string) => void): HTMLElement {
  const { name, type, shape } = attribute;
  const kind = shape.length === 0 ? typeText(type) : `${typeText(type)} ${shapeText(shape)}`;
  return element(
    'tr',
    {},
    element('th', { scope: 'row', title: `${name}: ${kind}` }, name),
    element('td', { class: 'attribute-value' }, ...attributeValue(attribute, follow)),
    element('td', { class: 'attribute-type muted' }, kind),
  );
}

function attributeValue(attribute: Hdf5Attribute, follow: (path: string) => void): readonly HTMLElement[] {
  const { type, values, shape } = attribute;
  const count = values.length;
  if (count === 0) {
    const isUnread = !shape.includes(0);
    return [element('span', { class: 'muted' }, isUnread ? '(not readable, or empty)' : '(empty)')];
  }
  if (type.kind === 'reference' || type.kind === 'region') {
    return Array.from({ length: Math.min(count, FEW) }, (_, i) => {
      const value: unknown = values[i];
      const text = valueText(type, value);
      if (!isReference(value) || value.reference === null) return element('span', { class: 'muted' }, text);
      const { reference } = value;
      return linkButton(text, () => {
        follow(reference);
      });
    });
  }
  const write = (most: number): string => {
    const parts = Array.from({ length: Math.min(count, most) }, (_, i) => valueText(type, values[i]));
    return shape.length === 0 ? (parts[0] ?? '') : `[${parts.join(', ')}${count > most ? ', …' : ''}]`;
  };
  const short = write(FEW);
  const isLong = count > FEW || short.length > SHORT;
  const text = element('span', { class: 'value-text' }, isLong ? short.slice(0, SHORT) : short);
  if (!isLong) return [text];
  const more = linkButton('… show all', () => {
    text.textContent = write(MANY) + (count > MANY ? ` (the first ${MANY} of ${count})` : '');
    more.remove();
  });
  return [text, more];
}
