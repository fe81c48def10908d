/** A bar between two parts, one above the other, that pointer and keyboard move. */
import { element } from './dom';

const KEY_STEP = 0.02;
const SMALLEST = 0.12;
const LARGEST = 0.85;

/**
 * @param area the element that both parts fill
 * @param read fraction of the area that the lower part takes
 * @param write called while it changes
 */
export function splitter(
  label: string,
  area: () => HTMLElement,
  read: () => number,
  write: (fraction: number) => void,
): HTMLElement {
  const set = (fraction: number): void => {
    const clamped = Math.min(LARGEST, Math.max(SMALLEST, fraction));
    bar.setAttribute('aria-valuenow', String(Math.round(clamped * 100)));
    write(clamped);
  };
  const bar = element('div', {
    class: 'splitter',
    role: 'separator',
    'aria-orientation': 'horizontal',
    'aria-label': label,
    'aria-valuemin': SMALLEST * 100,
    'aria-valuemax': LARGEST * 100,
    'aria-valuenow': Math.round(read() * 100),
    tabindex: 0,
    on: {
      pointerdown: (event) => {
        bar.setPointerCapture(event.pointerId);
        event.preventDefault();
        bar.focus();
      },
      pointermove: (event) => {
        if (!bar.hasPointerCapture(event.pointerId)) return;
        const { bottom, height } = area().getBoundingClientRect();
        if (height > 0) set((bottom - event.clientY) / height);
      },
      keydown: (event) => {
        const target = keyTarget(event.key, read());
        if (target === undefined) return;
        event.preventDefault();
        set(target);
      },
    },
  });
  return bar;
}

function keyTarget(key: string, now: number): number | undefined {
  if (key === 'ArrowUp') return now + KEY_STEP;
  if (key === 'ArrowDown') return now - KEY_STEP;
  if (key === 'Home') return SMALLEST;
  return key === 'End' ? LARGEST : undefined;
}
