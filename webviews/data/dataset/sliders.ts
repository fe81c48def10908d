/** One slider for each dimension that no axis shows. */
import { element } from '../../common/dom';
import { formatCount } from '../../common/numbers';

export function dimensionSliders(
  shape: readonly number[],
  shown: readonly number[],
  fixed: readonly number[],
  write: (fixed: readonly number[]) => void,
): readonly HTMLElement[] {
  return shape.flatMap((length, dimension) => {
    if (shown.includes(dimension) || length < 2) return [];
    const at = Math.min(length - 1, fixed[dimension] ?? 0);
    const name = `Dimension ${dimension}`;
    const attributes = { min: 0, max: length - 1, step: 1, value: at };
    const slide = element('input', { type: 'range', class: 'slider', 'aria-label': name, ...attributes });
    const number = element('input', {
      type: 'number',
      class: 'number-input',
      'aria-label': `${name}: index`,
      ...attributes,
    });
    const change = (value: number): void => {
      const index = Math.max(0, Math.min(length - 1, Math.floor(value)));
      slide.value = String(index);
      number.value = String(index);
      write(shape.map((_, each) => (each === dimension ? index : (fixed[each] ?? 0))));
    };
    slide.addEventListener('change', () => {
      change(Number(slide.value));
    });
    slide.addEventListener('input', () => {
      number.value = slide.value;
    });
    number.addEventListener('change', () => {
      change(Number(number.value));
    });
    return [
      element(
        'span',
        { class: 'labelled' },
        name,
        slide,
        number,
        element('span', { class: 'muted' }, `of ${formatCount(length)}`),
      ),
    ];
  });
}
