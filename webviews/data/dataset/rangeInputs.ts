/** First and last index of what is shown of a dimension. */
import { element } from '../../common/dom';
import type { Range } from '../host';
import { clampRange } from './selection';

export function rangeInputs(
  label: string,
  length: number,
  read: () => Range,
  write: (range: Range) => void,
): HTMLElement {
  const input = (name: string, value: number): HTMLInputElement =>
    element('input', {
      class: 'number-input',
      type: 'number',
      min: 0,
      max: length - 1,
      value,
      'aria-label': `${label}: ${name}`,
      on: { change },
    });
  function change(): void {
    const [start, end] = [Number(first.value), Number(last.value) + 1];
    if (Number.isFinite(start) && Number.isFinite(end))
      write(clampRange({ start, end: Math.max(end, start + 1) }, length));
  }
  const { start, end } = read();
  const first = input('first', start);
  const last = input('last', end - 1);
  return element('span', { class: 'labelled' }, label, first, '–', last);
}
