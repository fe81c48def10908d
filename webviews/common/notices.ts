/** What stands in the place of content: loading, failure, nothing to show. */
import { button, element, icon } from './dom';

interface ProgressNotice {
  readonly element: HTMLElement;
  /** @param fraction 0 to 1; null where it is not known */
  update(phase: string, fraction: number | null): void;
}

export function progressNotice(title: string, cancel: () => void): ProgressNotice {
  const bar = element('progress', { max: 1, 'aria-label': title });
  const phase = element('p', { class: 'detail', role: 'status', 'aria-live': 'polite' });
  return {
    element: element(
      'div',
      { class: 'notice', 'aria-busy': 'true' },
      element('p', { class: 'notice-title' }, title),
      bar,
      phase,
      element('div', { class: 'actions' }, button('Cancel', cancel)),
    ),
    update: (name, fraction) => {
      if (fraction === null) bar.removeAttribute('value');
      else bar.value = fraction;
      const percent = fraction === null ? '' : ` ${Math.round(fraction * 100)} %`;
      // Screen readers would speak every change: tell them of tenths only.
      const text = `${name}${percent}`;
      if (phase.textContent !== text) phase.textContent = text;
    },
  };
}

/** Says what is so, why, and what can be done. */
export function messageNotice(
  kind: 'info' | 'warning' | 'error',
  title: string,
  details: readonly string[],
  actions: readonly { readonly label: string; readonly run: () => void }[] = [],
): HTMLElement {
  return element(
    'div',
    { class: `notice ${kind}`, role: kind === 'error' ? 'alert' : 'status' },
    element('p', { class: 'notice-title' }, icon(kind), ' ', title),
    ...details.map((detail) => element('p', { class: 'detail' }, detail)),
    actions.length === 0
      ? undefined
      : element(
          'div',
          { class: 'actions' },
          ...actions.map(({ label, run }, index) => button(label, run, index === 0 ? 'primary' : 'secondary')),
        ),
  );
}

/** One line in the place of a plot or a table. */
export function emptyNote(text: string): HTMLElement {
  return element('p', { class: 'empty-note', role: 'status' }, text);
}
